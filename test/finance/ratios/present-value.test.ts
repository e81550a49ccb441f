import { describe, expect, it } from "vitest";
import {
  annuityValue,
  effectiveRate,
  modifiedReturn,
  netPresentValue,
  paybackPeriods,
  presentValue,
  weightedCostOfCapital,
} from "../../../src/finance/ratios/present-value.ts";

describe("present values", () => {
  it("E5: 10 a year for 25 years are 127.8 at 6 % and 106.7 at 8 %", () => {
    expect(annuityValue(10, 0.06, 25)).toBeCloseTo(127.8, 1);
    expect(annuityValue(10, 0.08, 25)).toBeCloseTo(106.7, 1);
    expect(annuityValue(10, 0, 25)).toBe(250);
    expect(annuityValue(10, 0.06, 0) + 0).toBe(0);
    expect(netPresentValue([0, ...new Array<number>(25).fill(10)], 0.06)).toBeCloseTo(annuityValue(10, 0.06, 25), 9);
  });

  it("E5: WACC 6.45 %", () => {
    const shares = { debtShare: 0.7, debtRatePerYear: 0.06, equityRatePerYear: 0.11 };
    expect(weightedCostOfCapital({ ...shares, taxRate: 0.25 })).toBeCloseTo(0.0645, 12);
    expect(weightedCostOfCapital(shares)).toBeCloseTo(0.075, 12);
  });

  it("the first amount is now", () => {
    expect(netPresentValue([-100, 110], 0.1)).toBeCloseTo(0, 12);
    expect(presentValue([5], 0.1)).toBe(5);
  });

  it("an effective rate per quarter", () => {
    expect((1 + effectiveRate(0.1, 4)) ** 4).toBeCloseTo(1.1, 14);
  });

  // Paid -100 now; 60 after one period grow at 12 % to 67.2, with 60 more 127.2: sqrt(1.272) - 1.
  it("MIRR", () => {
    expect(modifiedReturn([-100, 60, 60], 0.1, 0.12)).toBeCloseTo(Math.sqrt(1.272) - 1, 12);
    // 50 paid after one period are 50 / 1.1 now.
    expect(modifiedReturn([-100, -50, 200], 0.1, 0.12)).toBeCloseTo(Math.sqrt(200 / (100 + 50 / 1.1)) - 1, 12);
    for (const cash of [[1, 2], [-1, -2], [0, 0], [-1]]) expect(modifiedReturn(cash, 0.1, 0.1)).toBeUndefined();
  });

  it("payback, interpolated, discounted, lost again, and never", () => {
    expect(paybackPeriods([-100, 60, 60])).toBeCloseTo(1 + 40 / 60, 12);
    expect(paybackPeriods([-100, 110], 0.1)).toBeCloseTo(1, 12);
    expect(paybackPeriods([-100, 60], 0.1)).toBeUndefined();
    expect(paybackPeriods([-100, 150, -100, 100])).toBeCloseTo(2.5, 12);
    expect(paybackPeriods([5, 5])).toBe(0);
  });

  it.each([
    [() => netPresentValue([1], -1), "above -1"],
    [() => annuityValue(1, 0.1, 2.5), "a whole number"],
    [() => weightedCostOfCapital({ debtShare: 70, debtRatePerYear: 0, equityRatePerYear: 0 }), "write 70 % as 0.7"],
    [() => modifiedReturn([1], 2, 0), "financeRate"],
    [() => paybackPeriods(null as never), "cashUsd"],
  ])("faults", (call, words) => {
    expect(call).toThrow(words);
  });
});
