import { describe, expect, it } from "vitest";
import { FaultLog, shown } from "../../src/io/fault-log.ts";
import { errorOf, faultsOf } from "../support/price-lines.ts";

describe("FaultLog", () => {
  it("lists five of a kind and counts the rest, in the order of lines", () => {
    const log = new FaultLog();
    log.throwIfAny();
    for (let line = 20; line > 8; line--) log.add({ line, column: 2, heading: "price" }, `"x${line}"`, "a price", "correct it");
    log.add({ line: 1 }, "a", "b", "c");
    const faults = faultsOf(() => log.throwIfAny());
    expect(faults.map(({ line }) => line)).toEqual([1, 16, 17, 18, 19, 20]);
    expect(faults[1]).toEqual({ line: 16, column: 2, heading: "price", given: '"x16"', wanted: "a price", fix: "correct it", more: 7 });
    expect(() => log.throwIfAny()).toThrow("The file has 13 faults");
  });

  it("lists a hundred faults at most, and counts what is of other kinds", () => {
    const log = new FaultLog();
    for (let line = 1; line <= 1e5; line++) log.add({ line, heading: "h".repeat(5000) }, "x".repeat(5000), `kind ${line}`, "y".repeat(5000));
    const error = errorOf(() => log.throwIfAny());
    expect(error.faults).toHaveLength(101);
    expect(error.faults[100]).toMatchObject({ given: "99900 faults of other kinds", more: 99_899 });
    expect(error.message).toContain("The file has 100000 faults");
    expect(error.message.length).toBeLessThan(1e6);
  });
});

describe("shown", () => {
  it("quotes, cuts and names blanks", () => {
    expect([shown("a"), shown(" "), shown(undefined)]).toEqual(['"a"', "a blank", "nothing (the line ends before it)"]);
    expect(shown("x".repeat(100))).toBe(`"${"x".repeat(57)}..."`);
  });
});
