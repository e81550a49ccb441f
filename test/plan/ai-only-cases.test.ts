import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import {
  aiOnlyCases,
  assetsAiOnlyLacks,
  extraImport,
  monthsCovered,
  sitesBetween,
  statesInherited,
} from "../../src/plan/ai-only-cases.ts";
import type { Counterfactual, PlanRequest } from "../../src/plan/plan-request.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, renewable, spot } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

function given(counterfactual: Fields, gridFields: Fields = {}): { plan: PlanRequest; counterfactual: Counterfactual } {
  const plan = parseRequest({
    horizon: horizon(4),
    bitcoin,
    initialState: { bess: { storedMwh: 5 } },
    assets: [grid(gridFields), firm(), spot(), fleet(), battery(), renewable(), diesel()],
    counterfactual: {
      aiOnlyImportLimitMw: 45,
      basis: "allocation letter",
      assetsAiOnlyKeeps: ["gensets"],
      ...counterfactual,
    },
  });
  return { plan, counterfactual: plan.counterfactual as Counterfactual };
}

const casesOf = (counterfactual: Fields, gridFields: Fields = {}) => {
  const { plan, counterfactual: read } = given(counterfactual, gridFields);
  return aiOnlyCases(plan, read, extraImport(plan, read));
};
const names = (plan: PlanRequest) => plan.assets.map(({ name }) => name);
const limitOf = (plan: PlanRequest) => [...(plan.assets[0].spec as { importLimitMw: Float64Array }).importLimitMw];

describe("aiOnlyCases", () => {
  it("keeps grid and AI loads, the on-site assets named, and never mines", () => {
    const cases = casesOf({});
    expect(cases.map(({ id }) => id)).toEqual(["B0", "B1"]);
    for (const { plan } of cases) expect(names(plan)).toEqual(["grid", "inference", "spot", "gensets"]);
    expect(names(casesOf({ assetsAiOnlyKeeps: ["wind", "bess"] })[0].plan)).toEqual([
      "grid",
      "inference",
      "spot",
      "bess",
      "wind",
    ]);
  });

  it("B0 imports what the AI-only site may, B1 what the hybrid may", () => {
    const [b0, b1] = casesOf({ aiOnlyImportLimitMw: [45, 45, 0, 45] });
    expect(limitOf(b0.plan)).toEqual([45, 45, 0, 45]);
    expect(limitOf(b1.plan)).toEqual([60, 60, 60, 60]);
  });

  it("starts from the AI-only site's own state where it has one", () => {
    const states = (counterfactual: Fields) =>
      casesOf({ assetsAiOnlyKeeps: ["bess"], ...counterfactual })[0].plan.assets.map(({ name, initial }) => [
        name,
        initial,
      ]);
    expect(states({})).toContainEqual(["bess", { storedMwh: 5 }]);
    const own = states({ initialState: { bess: { storedMwh: 2 }, grid: { peakMw: { "2026-07": 30 } } } });
    expect(own).toContainEqual(["bess", { storedMwh: 2 }]);
    expect(own).toContainEqual(["grid", { peakMw: { "2026-07": 30 } }]);
  });

  it("rejects a state of an unknown asset, and an invalid state", () => {
    expect(() => given({ initialState: { bes: { storedMwh: 2 } } })).toThrow(
      /counterfactual\.initialState\.bes: .*bess/s,
    );
    expect(() => given({ initialState: { bess: { stored: 2 } } })).toThrow(/counterfactual\.initialState\.bess/);
  });

  it("names the inherited states: those of shared assets, except loads, without a state of their own", () => {
    const inherited = (counterfactual: Fields) => {
      const read = given(counterfactual);
      return statesInherited(read.plan, read.counterfactual);
    };
    expect(inherited({ assetsAiOnlyKeeps: ["bess"] })).toEqual(["bess"]);
    expect(inherited({})).toEqual([]);
    // The load, open jobs included, is the same in every case: nothing to say.
    const job = {
      name: "training",
      energyFacilityMwh: 3,
      release: "2026-07-14T00:00:00-05:00",
      deadline: "2026-07-14T03:00:00-05:00",
      maxMw: 10,
    };
    const jobs = parseRequest({
      horizon: horizon(4),
      initialState: { batch: { openMwh: { training: 2 } } },
      assets: [grid(), { kind: "ai-deferrable", name: "batch", jobs: [job] }],
      counterfactual: { aiOnlyImportLimitMw: 45, basis: "letter", assetsAiOnlyKeeps: [] },
    });
    expect(statesInherited(jobs, jobs.counterfactual as Counterfactual)).toEqual([]);
    expect(inherited({ assetsAiOnlyKeeps: ["bess"], initialState: { bess: { storedMwh: 2 } } })).toEqual([]);
  });

  it("knows what only the hybrid has", () => {
    const { plan, counterfactual } = given({});
    expect(assetsAiOnlyLacks(plan, counterfactual)).toEqual(["bess", "wind"]);
  });

  it("has the contracts that say so, as they are for it", () => {
    const window = { start: "2026-07-14T00:00:00-05:00", end: "2026-07-14T01:00:00-05:00" };
    const block = (name: string, aiOnlyKeeps: boolean) => ({
      kind: "power-purchase",
      name,
      volumeMw: 5,
      aiOnlyKeeps,
      terms: { shape: "fixed-block", priceUsdPerMwh: 30 },
    });
    const plan = parseRequest({
      horizon: horizon(4),
      assets: [
        grid(),
        firm(),
        block("for AI", true),
        block("for mining", false),
        {
          kind: "curtailment-call",
          name: "utility",
          calls: [
            { ...window, reduceByFraction: 0.2, baseline: 50, aiOnlyBaselineMw: 40 },
            { ...window, capMw: 30 },
          ],
        },
      ],
      counterfactual: { aiOnlyImportLimitMw: 45, basis: "letter", assetsAiOnlyKeeps: [] },
    });
    const counterfactual = plan.counterfactual as Counterfactual;
    for (const { plan: aiOnly } of aiOnlyCases(plan, counterfactual, extraImport(plan, counterfactual))) {
      expect(names(aiOnly)).toEqual(["grid", "inference", "for AI", "utility"]);
      expect(aiOnly.assets[3].spec).toMatchObject({ calls: [{ baseline: 40 }, { capMw: 30 }] });
    }
    expect(assetsAiOnlyLacks(plan, counterfactual)).toEqual(["for mining"]);
  });

  it("B1 pays for the greatest difference, by the share of the month planned", () => {
    // 60 - 45 = 15 MW, 4 of 744 h of July, 7440 USD/MW-month -> 15 x 40 = 600 USD.
    const [b0, b1] = casesOf({ extraImportUsdPerMwMonth: 7440 });
    expect(b0.carryingUsd).toBe(0);
    expect(b1.carryingUsd).toBeCloseTo(600, 9);
    expect(b1.carrying).toBe("15 MW x 7440 USD x 0.005376 months = 600 USD");
    expect(casesOf({})[1].carryingUsd).toBeUndefined();
  });

  it("without extra import there is no cost, priced or not; a higher AI-only limit gives no credit", () => {
    for (const aiOnlyImportLimitMw of [60, 80]) {
      const { plan, counterfactual } = given({ aiOnlyImportLimitMw });
      expect(extraImport(plan, counterfactual)).toEqual({ mw: 0, cost: { carryingUsd: 0 } });
    }
    // Only the intervals where the hybrid has more count, and of those the greatest.
    const { plan, counterfactual } = given({ aiOnlyImportLimitMw: [45, 70, 50, 60] });
    expect(extraImport(plan, counterfactual).mw).toBe(15);
  });

  it("B2 moves a share of firm AI and/or brings its own battery, with its carrying cost", () => {
    const own = {
      kind: "battery",
      name: "ai battery",
      chargeLimitMw: 5,
      dischargeLimitMw: 5,
      maxStoredMwh: 20,
      wearUsdPerMwh: 0,
    };
    const b2 = casesOf({
      aiFlexibleShare: 0.25,
      aiOnlyBattery: { battery: own, storedMwh: 10, carryingUsdPerMonth: 7440 },
    })[2];
    expect(b2.what).toBe("AI only, AI-only import limit, 25 % of firm AI moving within its day, its own battery");
    expect(names(b2.plan)).toEqual(["grid", "inference", "spot", "gensets", "ai battery"]);
    expect(limitOf(b2.plan)).toEqual([45, 45, 45, 45]);
    expect(b2.plan.assets[1].spec).toMatchObject({ flexibleShare: 0.25 });
    expect(b2.plan.assets[4].initial).toEqual({ storedMwh: 10 });
    expect(b2.carryingUsd).toBeCloseTo(40, 9);
    expect(b2.carrying).toBe("7440 USD x 0.005376 months = 40 USD");
    expect(casesOf({ aiFlexibleShare: 0.1 })[2].carryingUsd).toBe(0);
  });

  it("months covered add up over a month's end", () => {
    // 12 h of July (744 h) and 12 h of August (744 h).
    const plan = parseRequest({
      horizon: { ...horizon(24), start: "2026-07-31T12:00:00-05:00" },
      assets: [grid(), firm()],
    });
    expect(monthsCovered(plan.time)).toBeCloseTo(24 / 744, 12);
  });
});

describe("sitesBetween", () => {
  const between = (counterfactual: Fields, gridFields: Fields = {}) => {
    const { plan, counterfactual: read } = given(counterfactual, gridFields);
    return sitesBetween(plan, read, extraImport(plan, read));
  };

  it("adds the hybrid's sources to B0, one at a time", () => {
    const { importAndOnSite, onSiteAlone, miningAlone, hasOwnStates } = between({});
    expect([importAndOnSite, onSiteAlone].map((plan) => plan && [names(plan), limitOf(plan)[0]])).toEqual([
      [["grid", "inference", "spot", "gensets", "bess", "wind"], 60],
      [["grid", "inference", "spot", "gensets", "bess", "wind"], 45],
    ]);
    expect(miningAlone && [names(miningAlone), limitOf(miningAlone)[0]]).toEqual([
      ["grid", "inference", "spot", "gensets", "fleet"],
      45,
    ]);
    expect(hasOwnStates).toBe(false);
  });

  it("has no site for a step that adds nothing", () => {
    const all = { assetsAiOnlyKeeps: ["gensets", "wind", "bess"] };
    expect(between(all)).toMatchObject({
      importAndOnSite: undefined,
      onSiteAlone: undefined,
      miningAlone: { name: "plan" },
    });
    expect(between({ ...all, aiOnlyImportLimitMw: 60 }).miningAlone).toBeUndefined();
    // Another state of the AI-only site's: B0 with mining is not the hybrid.
    const own = between({ ...all, aiOnlyImportLimitMw: 60, initialState: { bess: { storedMwh: 2 } } });
    expect(own.hasOwnStates).toBe(true);
    expect(own.miningAlone?.assets.find(({ name }) => name === "bess")?.initial).toEqual({ storedMwh: 2 });
  });
});

describe("throttling", () => {
  const modes = {
    powerModes: [
      { powerMw: 8, throughput: 9 },
      { powerMw: 10, throughput: 10 },
    ],
    throughputFloor: 0.95,
    lostThroughputUsdPerMwh: 400,
  };
  const casesAt = (aiOnlyImportLimitMw: number) => {
    const plan = parseRequest({
      horizon: horizon(4),
      bitcoin,
      assets: [grid(), firm(modes), fleet()],
      counterfactual: { aiOnlyImportLimitMw, basis: "letter", assetsAiOnlyKeeps: [] },
    });
    const counterfactual = plan.counterfactual as Counterfactual;
    return aiOnlyCases(plan, counterfactual, extraImport(plan, counterfactual));
  };

  it("B3 has the modes, floor and price of the hybrid at the AI-only limit, B4 at the hybrid's", () => {
    const [b0, b1, b3, b4] = casesAt(45);
    expect([b0, b1, b3, b4].map(({ id }) => id)).toEqual(["B0", "B1", "B3", "B4"]);
    for (const { plan } of [b0, b1]) {
      const spec = plan.assets[1].spec as Fields;
      expect(Object.keys(modes).filter((field) => field in spec)).toEqual([]);
      expect(spec).toMatchObject({ vollUsdPerMwh: 5000 });
    }
    for (const { plan } of [b3, b4]) expect(plan.assets[1].spec).toMatchObject(modes);
    expect([b3, b4].map(({ plan }) => limitOf(plan)[0])).toEqual([45, 60]);
    expect([b3.carryingUsd, b4.carryingUsd]).toEqual([0, undefined]);
    expect(b3.what).toBe("AI only, AI-only import limit, AI throttled by price");
  });

  it("without extra import there is no B4", () => {
    expect(casesAt(60).map(({ id }) => id)).toEqual(["B0", "B1", "B3"]);
  });
});
