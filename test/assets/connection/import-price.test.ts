import { describe, expect, it } from "vitest";
import { meanImportPrice } from "../../../src/assets/connection/import-price.ts";
import { emptySite } from "../../support/plans.ts";

describe("meanImportPrice", () => {
  const mean = (...prices: number[][]) => {
    const site = emptySite(2);
    for (const price of prices) site.publishFigure("import-price-usd-per-mwh", Float64Array.from(price));
    return meanImportPrice(site);
  };

  it("is the mean of the cheapest connection, not below 0, and nothing without one", () => {
    expect(mean([20, 80])).toBe(50);
    expect(mean([20, 80], [70, 20], [60, 60])).toBe(45);
    expect(mean([-40, 10])).toBe(0);
    expect(mean()).toBeUndefined();
  });
});
