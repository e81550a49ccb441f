import { describe, expect, it } from "vitest";
import {
  calendarYearOf,
  checkedPeriods,
  monthAt,
  monthNumber,
  monthsOf,
  monthText,
  periodLabels,
  periodOfMonth,
  periodsPerYear,
} from "../../src/finance/periods.ts";
import { FaultList } from "../../src/finance/input/fault-list.ts";

describe("periods", () => {
  it.each([
    [{ start: "2027-11", every: "month", count: 3 }, ["2027-11", "2027-12", "2028-01"]],
    [{ start: "2027-07", every: "quarter", count: 3 }, ["2027-Q3", "2027-Q4", "2028-Q1"]],
    [{ start: "2027-02", every: "quarter", count: 2 }, ["2027-02 to 2027-04", "2027-05 to 2027-07"]],
    [{ start: "2027-01", every: "year", count: 2 }, ["2027", "2028"]],
    [{ start: "2027-07", every: "year", count: 1 }, ["2027-07 to 2028-06"]],
  ] as const)("labels of %o", (periods, wanted) => {
    expect(periodLabels(periods)).toEqual(wanted);
  });

  it("months, years, and the period of a month", () => {
    const quarters = { start: "2027-07", every: "quarter", count: 4 } as const;
    expect(periodsPerYear(quarters)).toBe(4);
    expect(monthsOf("year")).toBe(12);
    expect(monthText(monthAt(quarters, 2))).toBe("2028-01");
    expect(monthText(monthNumber("2028-12"))).toBe("2028-12");
    expect([0, 1, 2].map((t) => calendarYearOf(quarters, t))).toEqual([2027, 2027, 2028]);
    expect(calendarYearOf({ start: "2027-07", every: "year", count: 1 }, 0)).toBe(2028);
    expect(["2027-06", "2027-09", "2027-10", "2028-07"].map((month) => periodOfMonth(quarters, month))).toEqual([
      -1, 0, 1, 4,
    ]);
  });

  it.each([
    [{ start: "2027-13", every: "year", count: 1 }, "a month such as 2027-01"],
    [{ start: "2027-01", every: "week", count: 1 }, '"month", "quarter" or "year"'],
    [{ start: "2027-01", every: "year", count: 0 }, "at least 1"],
    [{ start: "2027-01", every: "year", count: 1, stop: 1 }, "no such field"],
    [null, "an object of fields"],
  ])("faults of %o", (given, words) => {
    const faults = new FaultList();
    checkedPeriods("periods", given, faults);
    expect(() => faults.throwIfAny()).toThrow(words);
  });
});
