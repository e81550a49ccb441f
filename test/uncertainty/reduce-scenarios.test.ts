import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reduceScenarios } from "../../src/uncertainty/reduce-scenarios.ts";
import { runs } from "../support/runs.ts";

const priced = (name: string, probability: number, ...importPriceUsdPerMwh: number[]) => ({
  name,
  probability,
  changes: { assets: { grid: { importPriceUsdPerMwh } } },
});

describe("fewer scenarios", () => {
  const scenarios = [priced("a", 0.2, 10), priced("b", 0.5, 12), priced("c", 0.3, 40)];

  it("selects first the one that is nearest to all others, then the one that leaves least", () => {
    // Distances in USD/MWh: from b to a 2 x 0.2, to c 28 x 0.3: 8.8 in all; from a 10.0, from c 20.0.
    const one = reduceScenarios(scenarios, 1);
    expect(one.scenarios).toEqual([priced("b", 1, 12)]);
    expect(one.distanceShare).toBe(1);
    // With c selected too only a is left out, 2 x 0.2 of 8.8.
    const two = reduceScenarios(scenarios, 2);
    expect(two.scenarios.map(({ name, probability }) => [name, probability])).toEqual([
      ["b", 0.7],
      ["c", 0.3],
    ]);
    expect(two.distanceShare).toBeCloseTo(0.4 / 8.8, 9);
    expect(reduceScenarios(scenarios, 9)).toEqual({ scenarios, distanceShare: 0 });
  });

  it("counts curves of different units alike", () => {
    const both = (name: string, usd: number, mw: number) => ({
      name,
      changes: { assets: { grid: { importPriceUsdPerMwh: usd }, inference: { facilityMw: mw } } },
    });
    const site = (scale: number) => [
      both("a", 0, 0),
      both("b", 100, 0),
      both("c", 0, scale),
      both("d", 100, scale * 1.2),
    ];
    const names = (scale: number) => reduceScenarios(site(scale), 2).scenarios.map(({ name }) => name);
    expect(names(0.001)).toEqual(names(1000));
  });

  it("refuses scenarios that change different fields, and a count of 0", () => {
    const other = { name: "x", changes: { assets: { inference: { facilityMw: 3 } } } };
    expect(() => reduceScenarios([priced("a", 1, 10), { ...other, probability: 0 }], 1)).toThrow(
      "scenarios[1].changes.assets.grid.importPriceUsdPerMwh",
    );
    expect(() => reduceScenarios([priced("a", 1, 10)], 0)).toThrow("count");
  });
});

it("probabilities still sum to 1, and more scenarios are never further away", () => {
  const values = fc.array(fc.array(fc.integer({ min: -50, max: 300 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(values, (lists) => {
      const scenarios = lists.map((list, i) => priced(`${i}`, 1 / lists.length, ...list));
      let before = Infinity;
      for (let count = 1; count <= lists.length; count++) {
        const { scenarios: selected, distanceShare } = reduceScenarios(scenarios, count);
        expect(selected.reduce((sum, { probability = 0 }) => sum + probability, 0)).toBeCloseTo(1, 9);
        expect(distanceShare).toBeLessThanOrEqual(before + 1e-12);
        before = distanceShare;
      }
    }),
    { numRuns: runs(200) },
  );
});
