import { describe, expect, it } from "vitest";
import { exceedance, normalQuantile } from "../../src/finance/exceedance.ts";

describe("exceedance", () => {
  it("E25: P90 of 112,128 MWh with 12 % is 94,884", () => {
    expect(exceedance({ p50: 112_128, sigma: 0.12 })).toBeCloseTo(94_884.26, 1);
    expect(Math.round(exceedance({ p50: 112_128, sigma: 0.12 }))).toBe(94_884);
    expect(exceedance({ p50: 100, sigma: 0.12, probability: 0.5 })).toBe(100);
    expect(exceedance({ p50: 100, sigma: 0.1, probability: 0.1 })).toBeCloseTo(112.8155, 3);
  });

  // Tables of the normal distribution.
  it.each([
    [0.5, 0],
    [0.75, 0.6744897502],
    [0.9, 1.2815515655],
    [0.975, 1.9599639845],
    [0.99, 2.326347874],
    [0.999, 3.0902323062],
    [0.01, -2.326347874],
  ])("the quantile of %f is %f", (probability, wanted) => {
    expect(normalQuantile(probability)).toBeCloseTo(wanted, 7);
  });

  it("a negative output is a fault, not an answer", () => {
    expect(() => exceedance({ p50: 1, sigma: 1 })).toThrow("the output stays positive");
    expect(() => exceedance({ p50: 1, sigma: 0.1, probability: 1 })).toThrow("below 1");
  });
});
