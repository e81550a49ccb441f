import { describe, expect, it } from "vitest";
import { perMega, UrdbFields } from "../../../src/io/urdb/fields.ts";
import { shortJson } from "../../../src/io/describe-value.ts";

describe("UrdbFields", () => {
  it("names what nobody has read, but for nothing", () => {
    const urdb = new UrdbFields({ Rate: 1, other: 2, none: null });
    expect(urdb.number("rate")).toBe(1);
    expect(urdb.unread).toEqual(["other"]);
  });

  it("adds rate and adj, and says what it does not read of a tier", () => {
    const urdb = new UrdbFields({
      s: [[{ rate: 1, adj: 0.25, max: 5, unit: "kWh", sell: 0.1, odd: 1 }, { max: null }]],
    });
    expect(urdb.structure("s")).toEqual([
      [
        { path: "s[0][0]", sellUsdPerUnit: 0.1, usdPerUnit: 1.25, max: 5, unit: "kWh" },
        { path: "s[0][1]", sellUsdPerUnit: 0, usdPerUnit: 0, max: undefined, unit: undefined },
      ],
    ]);
    expect(urdb.notices).toEqual(["s[0][0].odd is not read.", "s[0][1] has no rate: 0 is used."]);
  });

  it("takes flags in both spellings, and 1e38 for no end", () => {
    const urdb = new UrdbFields({
      flags: [true, false, 1, 0, 0, 0, 0, 0, 0, 0, 0, true],
      s: [[{ rate: 1, max: 1e38 }]],
    });
    expect(urdb.flagsByMonth("flags")?.flatMap((flag, month) => (flag ? [month] : []))).toEqual([0, 2, 11]);
    expect(urdb.structure("s")?.[0][0].max).toBeUndefined();
  });

  it("gathers every fault with its path", () => {
    const urdb = new UrdbFields({ a: "1", b: [1], c: [[0]], d: [], e: [[{ rate: "x" }, 3]], f: 7 });
    urdb.number("a");
    urdb.byMonth("b");
    urdb.schedule("c", 1);
    urdb.structure("d");
    urdb.structure("e");
    urdb.text("f");
    urdb.period(2, "p[0]", 2);
    const message = (() => {
      try {
        urdb.throwIfAny();
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    })();
    for (const part of [
      'a: got "1", wanted a number',
      "b: got [1], wanted 12 numbers",
      "c: got [[0]]",
      "d: got []",
      'e[0][0].rate: got "x"',
      "e[0][1]: got 3",
      "f: got 7, wanted a text",
      "p[0]: got 2, wanted a period from 0 to 1",
    ])
      expect(message).toContain(part);
  });

  it("multiplies decimals without stray digits", () => {
    expect([(0.1 + 0.2) * 1000, perMega(0.1 + 0.2), perMega(-0.001)]).toEqual([300.00000000000006, 300, -1]);
    expect(shortJson("x".repeat(80))).toHaveLength(60);
  });
});
