import { describe, expect, it } from "vitest";
import { PlanInputError } from "../src/errors.ts";
import {
  planUnderUncertainty,
  planUnderUncertaintyAsync,
  type UncertaintyOptions,
} from "../src/plan-under-uncertainty.ts";
import type { PlanInput } from "../src/plan-input/index.ts";
import type { UncertainPlan, UncertaintyResult } from "../src/uncertainty/uncertain-plan.ts";

/**
 * The newsvendor. A MWh bought the day before costs 50, one bought in the hour 60 + 40 = 100, one left over brings
 * 60 - 50 = 10. So a MWh too little costs 50 and one too much 40, and the purchase is the demand that is not exceeded
 * with probability 50 / 90 = 0.556: 20 MW, of 10, 20 and 30 MW with 0.2, 0.5 and 0.3.
 */
const input: PlanInput = {
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 1 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: 60 },
    { kind: "ai-firm", name: "inference", facilityMw: 10 },
    {
      kind: "day-ahead-purchase",
      name: "day-ahead",
      priceUsdPerMwh: 50,
      limitMw: 100,
      shortfallUsdPerMwh: 40,
      surplusUsdPerMwh: 50,
    },
  ],
};
const demand = (facilityMw: number, probability?: number) => ({
  name: `${facilityMw} MW`,
  ...(probability !== undefined && { probability }),
  changes: { assets: { inference: { facilityMw } } },
});
const scenarios = [demand(10, 0.2), demand(20, 0.5), demand(30, 0.3)];
const firstStage = [{ asset: "day-ahead", decision: "boughtMw" }];
const options: UncertaintyOptions = { scenarios, firstStage };

function optimal(result: UncertaintyResult): UncertainPlan {
  if (result.status !== "optimal") throw new Error(`${result.status}: ${result.detail}`);
  return result;
}

const plan = (own: Partial<UncertaintyOptions> = {}, site = input) =>
  optimal(planUnderUncertainty(site, { ...options, ...own }));

describe("the newsvendor of a day-ahead purchase", () => {
  it("buys the quantile of the demand", () => {
    const { firstStage: decided, scenarios: outcomes, ...result } = plan();
    expect(decided).toHaveLength(1);
    expect([...decided[0].values]).toEqual([20]);
    // 20 x 50 less 10 x 10; 20 x 50; 20 x 50 + 10 x 100.
    expect(outcomes.map(({ costUsd }) => costUsd)).toEqual([900, 1000, 2000]);
    expect(result).toMatchObject({ objectiveUsd: 1280, expectedUsd: 1280, cvarUsd: 2000, valueAtRiskUsd: 2000 });
    expect(result).toMatchObject({ boundUsd: 1280, relativeGap: 0, certificate: { ok: true } });
    expect(outcomes.map(({ plan: { certificate } }) => certificate.ok)).toEqual([true, true, true]);
  });

  it("knows what information and the stochastic solution are worth", () => {
    const { perfectInformationUsd, stochasticSolutionUsd, reference, scenarios: outcomes } = plan();
    // Known demand is bought at 50: 0.2 x 500 + 0.5 x 1000 + 0.3 x 1500 = 1050.
    expect(outcomes.map(({ knownUsd }) => knownUsd)).toEqual([500, 1000, 1500]);
    expect(perfectInformationUsd).toBeCloseTo(230, 9);
    // The mean demand of 21 MW costs 1050 - 110, 1050 - 10 and 1050 + 900: 1293 in the mean.
    expect(outcomes.map(({ referenceUsd }) => referenceUsd)).toEqual([940, 1040, 1950]);
    expect(stochasticSolutionUsd).toBeCloseTo(13, 9);
    expect(reference).toEqual({ basis: "mean" });
  });

  it("says which scenario asks for more: prices of one more MW sum to the price of the limit", () => {
    const [{ usdPerUnitByScenario, limitUsdPerUnit, raisedBy }] = plan().firstStage;
    // Too much loses 40 x 0.2 in the first. At 20 MW the second has any price from -25 to 20; the third saves 50 x 0.3.
    expect(usdPerUnitByScenario["10 MW"][0]).toBeCloseTo(8, 9);
    expect(usdPerUnitByScenario["20 MW"][0]).toBeCloseTo(7, 9);
    expect(usdPerUnitByScenario["30 MW"][0]).toBeCloseTo(-15, 9);
    expect(limitUsdPerUnit[0]).toBeCloseTo(0, 9);
    expect(raisedBy).toEqual(["30 MW"]);
  });

  it("prices the limit of a decision", () => {
    const assets = input.assets.map((asset) =>
      asset.kind === "day-ahead-purchase" ? { ...asset, limitMw: 15 } : asset,
    );
    const [{ values, limitUsdPerUnit }] = plan({}, { ...input, assets }).firstStage;
    expect([...values]).toEqual([15]);
    // One MW more loses 40 x 0.2 and saves 50 x 0.8.
    expect(limitUsdPerUnit[0]).toBeCloseTo(-32, 9);
  });

  it("buys for the tail from the weight on at which the tail saves more than the mean loses", () => {
    // From 20 to 30 MW a MW more costs 40 x 0.7 - 50 x 0.3 = 13 in the mean and saves 50 in the worst 30 %: the weight
    // at which both are equal is 13 / 63 = 0.206.
    const bought = (weight: number) => plan({ cvar: { weight, level: 0.7 } }).firstStage[0].values[0];
    expect([0.2, 0.21, 1].map(bought)).toEqual([20, 30, 30]);
    const { objectiveUsd, expectedUsd, cvarUsd, scenarios: outcomes } = plan({ cvar: { weight: 0.21, level: 0.7 } });
    // 30 x 50 less 20 x 10 and 10 x 10, and 1500: 0.2 x 1300 + 0.5 x 1400 + 0.3 x 1500 = 1410.
    expect(expectedUsd).toBeCloseTo(1410, 9);
    expect(cvarUsd).toBeCloseTo(1500, 9);
    expect(objectiveUsd).toBeCloseTo(0.79 * 1410 + 0.21 * 1500, 9);
    expect(outcomes.map(({ isInTail }) => isInTail)).toEqual([false, false, true]);
    expect(outcomes.reduce((sum, { riskWeight }) => sum + riskWeight, 0)).toBeCloseTo(1, 9);
    expect(outcomes[2].riskWeight).toBeGreaterThan(0.3);
  });

  it("takes equal probabilities where none is given", () => {
    const { scenarios: outcomes } = plan({ scenarios: [demand(10), demand(20), demand(30), demand(40)] });
    expect(outcomes.map(({ probability }) => probability)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("is the same in slices", async () => {
    expect(await planUnderUncertaintyAsync(input, options)).toEqual(planUnderUncertainty(input, options));
  });
});

describe("the reference plan", () => {
  it("may be given: the forecast used today", () => {
    const {
      reference,
      scenarios: outcomes,
      stochasticSolutionUsd,
    } = plan({
      referenceScenario: demand(30).changes,
    });
    expect(reference).toEqual({ basis: "given" });
    expect(outcomes.map(({ referenceUsd }) => referenceUsd)).toEqual([1300, 1400, 1500]);
    expect(stochasticSolutionUsd).toBeCloseTo(130, 9);
  });

  it("is worth infinitely much less where its decisions leave a scenario without a plan", () => {
    // The peak that the mean demand of 20 MW makes is 20 MW; 30 MW of firm load are above it.
    const assets = input.assets.map((asset) =>
      asset.kind === "grid" ? { ...asset, demandCharge: { usdPerMwMonth: 1000 } } : asset,
    );
    const site = { ...input, assets, initialState: { grid: { peakMw: { "2026-07": 5 } } } };
    const {
      stochasticSolutionUsd,
      reference,
      firstStage: decided,
    } = plan({ scenarios: [demand(10), demand(30)], firstStage: [{ asset: "grid", decision: "peakMw" }] }, site);
    expect([...decided[0].values]).toEqual([30]);
    expect(decided[0].name).toBe("peakMw 2026-07");
    expect(stochasticSolutionUsd).toBe(Infinity);
    expect(reference.basis).toBe("mean");
    expect(reference.detail).toContain('"30 MW" without a plan');
  });

  it("is the most probable scenario where instants differ, which have no mean", () => {
    const calls = (hour: number) => [
      { start: `2026-07-14T0${hour}:00:00-05:00`, end: `2026-07-14T0${hour + 1}:00:00-05:00`, capMw: 15 },
    ];
    const utility = { kind: "curtailment-call", name: "utility", calls: calls(0), missUsdPerMwh: 500 } as const;
    const site = { ...input, assets: [...input.assets, utility] };
    const called = (name: string, hour: number, probability: number) => ({
      name,
      probability,
      changes: { assets: { utility: { calls: calls(hour) } } },
    });
    const { reference } = plan({ scenarios: [called("now", 0, 0.4), called("later", 3, 0.6)] }, site);
    expect(reference.basis).toBe("most-probable");
    expect(reference.detail).toContain("utility.calls[0].start has no mean");
    expect(reference.detail).toContain('"later"');
  });
});

describe("no plan", () => {
  const firm = (facilityMw: number) => ({ ...demand(facilityMw), name: `${facilityMw}` });

  it("names the scenario that has none even alone", () => {
    const result = planUnderUncertainty(input, { firstStage, scenarios: [firm(10), firm(120)] });
    expect(result).toMatchObject({ status: "infeasible", scenario: "120" });
    expect(result.detail).toContain('Scenario "120", alone:');
  });

  it("says that no common decision suits all", () => {
    const bought = (boughtMw: number) => ({
      name: `${boughtMw}`,
      changes: { assets: { "day-ahead": { boughtMw } } },
    });
    const result = planUnderUncertainty(input, { firstStage, scenarios: [bought(3), bought(5)] });
    expect(result).toMatchObject({ status: "infeasible" });
    expect(result.detail).toBe("day-ahead: boughtMw must be at least 5 MW in one scenario and at most 3 in another.");
  });
});

describe("faults", () => {
  const pathsOf = (own: object): string[] => {
    try {
      planUnderUncertainty(input, { ...options, ...own });
      return [];
    } catch (error) {
      if (error instanceof PlanInputError) return error.faults.map(({ path }) => path);
      throw error;
    }
  };

  it.each<[string, object, string]>([
    ["no scenarios", { scenarios: [] }, "options.scenarios"],
    ["probabilities that miss 1", { scenarios: [demand(10, 0.3), demand(20, 0.6)] }, "options.scenarios"],
    ["one probability of two", { scenarios: [demand(10, 0.3), demand(20)] }, "options.scenarios[1].probability"],
    ["a name twice", { scenarios: [demand(10), demand(10)] }, "options.scenarios[1].name"],
    [
      "another horizon",
      { scenarios: [{ name: "a", changes: { horizon: {} } }] },
      "options.scenarios[0].changes.horizon",
    ],
    ["no changes", { scenarios: [{ name: "a" }] }, "options.scenarios[0].changes"],
    [
      "an asset that is not there",
      { scenarios: [{ name: "a", changes: { assets: { gird: {} } } }] },
      "options.scenarios[0].changes: changes.assets",
    ],
    [
      "a faulty field",
      { scenarios: [{ name: "a", changes: { assets: { inference: { facilityMw: -1 } } } }] },
      "options.scenarios[0]: assets[1].facilityMw",
    ],
    [
      "an asset without decisions",
      { firstStage: [{ asset: "inference", decision: "x" }] },
      "options.firstStage[0].decision",
    ],
    ["an unknown asset", { firstStage: [{ asset: "x", decision: "x" }] }, "options.firstStage[0].asset"],
    [
      "a peak that no tariff has",
      { firstStage: [{ asset: "grid", decision: "peakMw" }] },
      "options.firstStage[0].decision",
    ],
    ["a decision twice", { firstStage: [...firstStage, ...firstStage] }, "options.firstStage[1]"],
    ["half an interval", { firstStage: [{ ...firstStage[0], intervals: 0.5 }] }, "options.firstStage[0].intervals"],
    ["a decision that is null", { firstStage: [null] }, "options.firstStage[0]"],
    ["a weight above 1", { cvar: { weight: 2, level: 0.9 } }, "options.cvar.weight"],
    ["a level of 1", { cvar: { weight: 1, level: 1 } }, "options.cvar.level"],
  ])("%s", (_words, own, path) => {
    expect(pathsOf(own)).toEqual([path]);
  });
});
