import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanUsd, quantileUsd, riskCostUsd, tailMeanUsd, tailShares } from "../../src/uncertainty/risk.ts";
import { runs } from "../support/runs.ts";

const outcomes = [
  { probability: 0.2, usd: 900 },
  { probability: 0.5, usd: 1000 },
  { probability: 0.3, usd: 2000 },
];

describe("a distribution of three costs", () => {
  it("has the mean, and the mean of its tail, of which an outcome may be a part", () => {
    expect(meanUsd(outcomes)).toBeCloseTo(1280, 9);
    expect(tailMeanUsd(outcomes, 0.7)).toBeCloseTo(2000, 9);
    // Of the worst 40 % three quarters cost 2000 and one quarter 1000.
    expect(tailMeanUsd(outcomes, 0.6)).toBeCloseTo(1750, 9);
    expect(tailShares(outcomes, 0.6).map((share) => Number(share.toFixed(12)))).toEqual([0, 0.25, 0.75]);
    // 1 - 0.7 is 0.30000000000000004: the second outcome is not in the tail for that.
    expect(tailShares(outcomes, 0.7)).toEqual([0, 0, 1]);
    expect(tailMeanUsd(outcomes, 0)).toBeCloseTo(1280, 9);
  });

  it("has quantiles", () => {
    expect([0, 0.2, 0.21, 0.7, 0.71, 1].map((share) => quantileUsd(outcomes, share))).toEqual([
      900, 900, 1000, 1000, 2000, 2000,
    ]);
  });

  it("is valued by mean and tail; an outcome of probability 0 may be without a plan", () => {
    expect(riskCostUsd(outcomes, { weight: 0.25, level: 0.7 })).toBeCloseTo(0.75 * 1280 + 0.25 * 2000, 9);
    const withoutPlan = [...outcomes, { probability: 0, usd: Infinity }];
    expect(riskCostUsd(withoutPlan, { weight: 0.25, level: 0.7 })).toBeCloseTo(1460, 9);
    expect(riskCostUsd([{ probability: 1, usd: Infinity }], { weight: 1, level: 0.7 })).toBe(Infinity);
  });
});

it("the mean of a tail is the minimum of Rockafellar and Uryasev, and no less than the mean", () => {
  const costs = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -1000, max: 1000 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(costs, fc.integer({ min: 0, max: 99 }), (list, percent) => {
      const total = list.reduce((sum, [weight]) => sum + weight, 0);
      const distribution = list.map(([weight, usd]) => ({ probability: weight / total, usd }));
      const level = percent / 100;
      const bracket = (t: number) =>
        t +
        distribution.reduce((sum, { probability, usd }) => sum + probability * Math.max(0, usd - t), 0) / (1 - level);
      const least = Math.min(...distribution.map(({ usd }) => bracket(usd)));
      expect(tailMeanUsd(distribution, level)).toBeCloseTo(least, 6);
      expect(tailMeanUsd(distribution, level)).toBeGreaterThanOrEqual(meanUsd(distribution) - 1e-9);
    }),
    { numRuns: runs(500) },
  );
});
