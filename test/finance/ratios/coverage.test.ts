import { describe, expect, it } from "vitest";
import { headroom, headroomOf, lifeCoverage, serviceCoverage } from "../../../src/finance/ratios/coverage.ts";

describe("coverage", () => {
  it("E4: 8.5 over 6.8 is 1.25, and 20 % of the cash may go", () => {
    expect(serviceCoverage({ cfadsUsd: [8.5], serviceUsd: [6.8] }).minimum?.dscr).toBeCloseTo(1.25, 12);
    expect(headroom(1.25)).toBeCloseTo(0.2, 12);
    expect(headroom(1.3, 1.1)).toBeCloseTo(1 - 1.1 / 1.3, 12);
    expect([headroomOf(-0.5, 1), headroomOf(0, 1)]).toEqual([undefined, undefined]);
    expect(headroom(0.8)).toBeCloseTo(-0.25, 12);
  });

  it("E3: a present value of 560 over a loan of 250 is 2.24", () => {
    expect(lifeCoverage({ cfadsUsd: [0, 560 * 1.05 ** 2], debtUsd: 250, ratePerPeriod: 0.05 })).toBeCloseTo(2.24, 12);
    expect(lifeCoverage({ cfadsUsd: [110, 132], debtUsd: 100, ratePerPeriod: [0.1, 0.2] })).toBeCloseTo(2, 12);
    expect(lifeCoverage({ cfadsUsd: [1], debtUsd: 0, ratePerPeriod: 0.05 })).toBeUndefined();
  });

  it("series, least and mean with and without the last year", () => {
    const found = serviceCoverage({ cfadsUsd: [9, 20, 30, 8, 5], serviceUsd: [0, 10, 10, 10, 0] });
    expect(found.dscr).toEqual([undefined, 2, 3, 0.8, undefined]);
    expect(found.minimum).toEqual({ dscr: 0.8, period: 3 });
    expect(found.average).toBeCloseTo(5.8 / 3, 12);
    expect(found.minimumWithoutLast).toEqual({ dscr: 2, period: 1 });
    expect(found.averageWithoutLast).toBe(2.5);
    // Rounding does not choose the period.
    expect(serviceCoverage({ cfadsUsd: [1.5, 1.5 - 2e-16], serviceUsd: [1, 1] }).minimum?.period).toBe(0);
    const quarters = serviceCoverage({ cfadsUsd: [1, 2, 3, 4], serviceUsd: [1, 1, 1, 1] }, 4);
    expect(quarters.minimumWithoutLast).toBeUndefined();
    expect(quarters.averageWithoutLast).toBeUndefined();
    expect(serviceCoverage({ cfadsUsd: [1], serviceUsd: [0] }).minimum).toBeUndefined();
  });

  it.each([
    [() => serviceCoverage({ cfadsUsd: [1], serviceUsd: [1, 2] }), "a list of 1 numbers"],
    [() => serviceCoverage({ cfadsUsd: [1], serviceUsd: [-1] }), "at least 0"],
    [() => serviceCoverage(null as never), "cfadsUsd"],
    [() => lifeCoverage({ cfadsUsd: [1], debtUsd: -1, ratePerPeriod: 0.1 }), "debtUsd"],
    [() => headroom("1" as never), "dscr"],
  ])("faults", (call, words) => {
    expect(call).toThrow(words);
  });
});
