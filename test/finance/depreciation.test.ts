import { describe, expect, it } from "vitest";
import { macrsTables, readDepreciation } from "../../src/finance/depreciation.ts";
import { loanFrame } from "../../src/finance/debt/loan-life.ts";
import { frame, read } from "../support/finance-frame.ts";

const of = (given: object, on = frame(8)) =>
  read({ name: "rigs", basisUsd: 1000, method: "macrs-5", ...given }, (fields) => {
    const { basisUsd, shareByPeriod } = readDepreciation(fields, on);
    return shareByPeriod.map((part) => basisUsd * part);
  });

describe("depreciation", () => {
  it("the tables sum to 1", () => {
    for (const table of Object.values(macrsTables)) {
      expect((table as readonly number[]).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 10);
    }
  });

  it("MACRS-5 from the first year of operation", () => {
    expect(of({})).toEqual([0, 200, 320, 192, 115.2, 115.2, 57.6, 0].map((usd) => expect.closeTo(usd, 9)));
  });

  it("straight line", () => {
    expect(of({ method: "straight-line", years: 4, inServiceIn: "2029" })).toEqual([0, 0, 250, 250, 250, 250, 0, 0]);
  });

  // In service in 2027-Q3: two quarters of the first tax year, four of the second.
  it("the share of a tax year is spread over its periods in service", () => {
    const quarters = of({}, loanFrame({ start: "2027-01", every: "quarter", count: 8 }, 2));
    expect(quarters).toEqual([0, 0, 100, 100, 80, 80, 80, 80]);
  });

  it.each([
    [{ method: "straight-line" }, "years"],
    [{ years: 5 }, "no years beside a MACRS table"],
    [{ method: "macrs-6" }, '"macrs-3"'],
  ])("faults: %o", (given, words) => {
    expect(() => of(given)).toThrow(words);
  });
});
