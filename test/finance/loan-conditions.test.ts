import { describe, expect, it } from "vitest";
import { readConditions } from "../../src/finance/loan-conditions.ts";
import { frame, read } from "../support/finance-frame.ts";

const of = (given: object, every: "year" | "quarter" = "quarter") =>
  read(given, (fields) => readConditions(fields, frame(8, every), ["a", "b"]));

describe("conditions", () => {
  it("defaults test nothing over a year", () => {
    const none = { reserveMonths: 0, sweepShare: 0, sweepDebt: 0, lockUpDscr: 0, defaultDscr: 0, lookBackPeriods: 4 };
    expect(of({})).toEqual(none);
    expect(readConditions(undefined, frame(8, "quarter"), [])).toEqual(none);
    expect(of({}, "year").lookBackPeriods).toBe(1);
    expect(of({ lookBackMonths: 6, sweepDebt: "b" })).toMatchObject({ lookBackPeriods: 2, sweepDebt: 1 });
  });

  it.each([
    [{ lookBackMonths: 4 }, "a multiple of 3 months"],
    [{ sweepDebt: "c" }, "the name of a debt: a, b"],
    [{ lockUpDscr: 1.1, defaultDscr: 1.2 }, "at most lockUpDscr, 1.1"],
    [{ sweepShare: 50 }, "write 50 % as 0.5"],
    [{ dsra: 6 }, "no such field"],
  ])("faults: %o", (given, words) => {
    expect(() => of(given)).toThrow(words);
  });
});
