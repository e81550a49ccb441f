import { describe, expect, it } from "vitest";
import type { CashLine } from "../../src/finance/cash-line.ts";
import { projectLine, regroupLines } from "../../src/finance/project-line.ts";

describe("projectLine", () => {
  const line: CashLine = { name: "rigs", kind: "merchant", driver: "hashprice", usd: [1, 2, 3, 4] };
  const periods = { start: "2027-01", every: "quarter", count: 10 } as const;

  it("repeats a year with growth, between two periods", () => {
    const { usd, driver } = projectLine({ line, periods, from: 1, to: 8, growthPerYear: -0.5 });
    expect(driver).toBe("hashprice");
    expect(usd).toEqual([0, 1, 2, 3, 4, 0.5, 1, 1.5, 0, 0]);
    expect(projectLine({ line, periods }).usd).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2]);
  });

  it.each([
    [{ line: { ...line, usd: [1] }, periods }, "a list of 4 numbers"],
    [{ line, periods, from: 3, to: 2 }, "input.to".slice(6)],
    [{ line, periods: { ...periods, every: "quarters" } }, 'did you mean "quarter"?'],
  ])("faults", (given, words) => {
    expect(() => projectLine(given as never)).toThrow(words);
  });
});

describe("regroupLines", () => {
  const months: CashLine = { name: "a", kind: "power", usd: [1, 2, 3, 4, 5] };
  const periods = { start: "2027-11", every: "month", count: 5 } as const;

  it("months by quarter and year of the calendar; sums stay", () => {
    const quarters = regroupLines([months], periods, "quarter");
    expect(quarters.periods).toEqual({ start: "2027-10", every: "quarter", count: 2 });
    expect(quarters.lines[0].usd).toEqual([3, 12]);
    const years = regroupLines([months], periods, "year");
    expect(years).toMatchObject({ periods: { start: "2027-01", count: 2 }, lines: [{ usd: [3, 12] }] });
    expect(regroupLines([months], periods, "month").lines[0].usd).toEqual(months.usd);
  });

  it("does not divide amounts", () => {
    const quarter = { start: "2027-01", every: "quarter", count: 5 } as const;
    expect(() => regroupLines([months], quarter, "month")).toThrow("amounts cannot be divided");
    expect(() => regroupLines([months], { ...quarter, start: "2027-02" }, "year")).toThrow("begin with a quarter");
  });
});
