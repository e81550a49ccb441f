import { describe, expect, it } from "vitest";
import { FaultLog, quoted } from "../../src/io/fault-log.ts";
import { errorOf, faultsOf } from "../support/price-lines.ts";

describe("FaultLog", () => {
  it("lists five of a kind and counts the rest, in the order of lines", () => {
    const log = new FaultLog();
    log.throwIfAny();
    for (let line = 20; line > 8; line--)
      log.add({ line, column: 2, heading: "price" }, `"x${line}"`, "a price", "correct it");
    log.add({ line: 1 }, "a", "b", "c");
    const faults = faultsOf(() => log.throwIfAny());
    expect(faults.map(({ line }) => line)).toEqual([1, 16, 17, 18, 19, 20]);
    expect(faults[1]).toEqual({
      line: 16,
      column: 2,
      heading: "price",
      given: '"x16"',
      wanted: "a price",
      fix: "correct it",
      more: 7,
    });
    expect(() => log.throwIfAny()).toThrow("The file has 13 faults");
  });

  it("lists a hundred faults at most, and counts what is of other kinds", () => {
    const log = new FaultLog();
    for (let line = 1; line <= 1e4; line++)
      log.add({ line, heading: "h".repeat(5000) }, "x".repeat(5000), `kind ${line}`, "y".repeat(5000));
    const error = errorOf(() => log.throwIfAny());
    expect(error.faults).toHaveLength(101);
    expect(error.faults[100]).toMatchObject({ given: "9900 faults of other kinds", more: 9899 });
    expect(error.message).toContain("The file has 10000 faults");
    expect(error.message.length).toBeLessThan(1e6);
  });
});

describe("a fault that repeats", () => {
  const messageOf = (log: FaultLog) => {
    try {
      log.throwIfAny();
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };

  it("is reported once, with its count and its first lines", () => {
    const log = new FaultLog();
    for (let line = 2; line <= 90; line++) log.add({ line, column: 3 }, "a blank", "a price", "add it");
    expect(messageOf(log)).toBe(
      "The file has 89 faults:\n  line 2, column 3: got a blank, wanted a price; add it\n    (89 times: also " +
        "line 3; line 4; line 5; line 6; and 84 more)",
    );
    expect(faultsOf(() => log.throwIfAny())).toHaveLength(5);
  });

  it("with another text in each line is reported once too, with the texts of the first lines", () => {
    const log = new FaultLog();
    for (let line = 2; line <= 8; line++) log.add({ line }, `"x${line}"`, "a number", "correct it");
    expect(messageOf(log)).toBe(
      'The file has 7 faults:\n  line 2: got "x2", wanted a number; correct it\n    (7 times: also line 3: ' +
        'got "x3"; line 4: got "x4"; line 5: got "x5"; line 6: got "x6"; and 2 more)',
    );
  });

  it("stands by its record in a document without lines", () => {
    const log = new FaultLog();
    log.placesAre = "records";
    log.add({ line: 3, heading: "price" }, "a", "b", "c");
    log.add({ line: 0 }, "d", "e", "f");
    expect(faultsOf(() => log.throwIfAny())).toEqual([
      { line: 0, given: "d", wanted: "e", fix: "f" },
      { line: 0, record: 3, heading: "price", given: "a", wanted: "b", fix: "c" },
    ]);
    expect(messageOf(log)).toContain("  record 3: got a, wanted b; c");
  });
});

describe("shown", () => {
  it("quotes, cuts and names blanks", () => {
    expect([quoted("a"), quoted(" "), quoted(undefined)]).toEqual([
      '"a"',
      "a blank",
      "nothing (the line ends before it)",
    ]);
    expect(quoted("x".repeat(100))).toBe(`"${"x".repeat(57)}..."`);
  });
});
