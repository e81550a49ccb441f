import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetKinds } from "../../src/assets/index.ts";
import type { PowerPlan } from "../../src/plan/plan-result.ts";
import {
  batteryAsset,
  dieselAsset,
  firmAsset,
  fleetAsset,
  gridAsset,
  optimalPlan,
  type TestSite,
} from "../support/plans.ts";
import { runs } from "../support/runs.ts";

/**
 * States for each kind of asset, in a one-hour plan that does not use them: other months and years, caps and rules that
 * the planned asset does not have. `kept`: the fields that must come out unchanged.
 */
const UNUSED: Readonly<
  Record<
    string,
    {
      readonly assets: readonly Readonly<Record<string, unknown>>[];
      readonly name: string;
      readonly state: Readonly<Record<string, unknown>>;
    }
  >
> = {
  "non-firm-service": {
    assets: [gridAsset(), { kind: "non-firm-service", name: "service", firmMw: 5, mostFirmMw: 9, curtailments: [] }],
    name: "service",
    state: { firmMw: 7 },
  },
  grid: {
    assets: [gridAsset(), firmAsset(5)],
    name: "grid",
    state: {
      peakMw: { "2026-05": 7 },
      proratedShare: { "2026-05": 0.5 },
      touPeakMw: {},
      monthMwh: { "2026-05": 4 },
      coincidentPeakMw: { "2026-06": 3 },
      bill: { "2026-05": { usd: 5, shortfallUsd: 1 } },
    },
  },
  battery: {
    assets: [gridAsset(), firmAsset(5), batteryAsset()],
    name: "bess",
    state: { storedMwh: 0, storedCo2T: 1.25 },
  },
  diesel: {
    assets: [gridAsset(), firmAsset(5), dieselAsset({ permit: { class: "emergency" } })],
    name: "gensets",
    state: { unitHoursUsed: 12.5, permitHoursByYear: { 2025: 3, 2026: 49.5 } },
  },
  "mining-fleet": {
    assets: [gridAsset(), firmAsset(5), fleetAsset()],
    name: "rigs",
    state: { powerMw: 10, awakeShare: 0.75 },
  },
  "ai-firm": {
    assets: [
      gridAsset(),
      firmAsset(5, {
        vollUsdPerMwh: 900,
        slaCredits: [{ usdPerMwh: 10 }],
        slaMonthMwh: 100,
        interruptionCap: { hoursPerYear: 9 },
      }),
    ],
    name: "inference",
    state: {
      unservedMwh: { "2026-05": 2 },
      slaMonths: { "2026-05": { demandMwh: 9, share: 0.5, creditUsd: 3 } },
      interruptedHours: { 2025: 2 },
    },
  },
  "firm-generation": {
    assets: [
      gridAsset(),
      firmAsset(5),
      {
        kind: "firm-generation",
        name: "engine",
        units: 1,
        unitMw: 2,
        fuelUsdPerMmbtu: 99,
        heatRateMmbtuPerMwh: 8,
        co2KgPerMmbtu: 53,
        omUsdPerMwh: 0,
      },
    ],
    name: "engine",
    state: {
      powerMw: 0,
      energyMwhByYear: { 2025: 1, 2026: 2 },
      unitHoursByYear: { 2026: 3 },
      fuelMmbtuByYear: { 2026: 4 },
    },
  },
  emissions: {
    assets: [
      gridAsset({ emissionTPerMwh: 0 }),
      firmAsset(5),
      { kind: "emissions", name: "co2", cap: { co2T: 100, period: "month" } },
    ],
    name: "co2",
    state: { co2TByPeriod: { "2026-05": 2 } },
  },
  "ai-deferrable": {
    assets: [
      gridAsset(),
      firmAsset(5),
      {
        kind: "ai-deferrable",
        name: "jobs",
        jobs: [
          {
            name: "later",
            energyFacilityMwh: 9,
            maxMw: 3,
            release: "2026-07-15T00:00:00-05:00",
            deadline: "2026-07-16T00:00:00-05:00",
            interruption: { lostHours: 1, runHours: 2 },
          },
        ],
      },
    ],
    name: "jobs",
    state: {
      openMwh: { later: 6 },
      runs: { later: { active: [{ startedHoursAgo: 1, mw: 2 }], pausedMw: 1, endedMw: 0 } },
    },
  },
  "flexibility-product": {
    assets: [
      gridAsset(),
      firmAsset(5),
      fleetAsset(),
      {
        kind: "flexibility-product",
        name: "reserve",
        backedBy: ["rigs"],
        priceUsdPerMwHour: 1,
        deployedShare: 0,
        durationHours: 1,
        windows: [{ start: "2026-07-15T00:00:00-05:00", end: "2026-07-15T02:00:00-05:00" }],
      },
    ],
    name: "reserve",
    state: { soldMw: 3 },
  },
};

describe("a state that a plan does not use comes out unchanged", () => {
  it.each(Object.entries(UNUSED))("%s", (_kind, { assets, name, state }) => {
    const site: TestSite = { count: 1, assets, hashpriceUsdPerPhDay: 48, initialState: { [name]: state } };
    expect(optimalPlan(site).endState[name]).toMatchObject(state);
  });

  it("every kind that takes a state is listed, or is a contract whose state another shape refuses", () => {
    const takes = assetKinds
      .filter(({ stateSchema }) => Object.keys((stateSchema as { shape?: object }).shape ?? {}).length > 0)
      .map(({ kind }) => kind);
    expect(takes.filter((kind) => !(kind in UNUSED)).toSorted()).toEqual(["ai-spot", "power-purchase"]);
  });
});

const usdByKind = ({ ledger }: PowerPlan) => ledger.usdByKind;

/**
 * A site with a state in every part: demand by month and period, ratchet, battery with a stated end value, fleet, tank,
 * SLA.
 */
const START = Date.parse("2026-10-31T18:00:00-05:00");
const piece = (
  price: readonly number[],
  load: readonly number[],
  minutes: number,
  from: number,
  to: number,
  initialState?: Readonly<Record<string, unknown>>,
): TestSite => ({
  count: to - from,
  intervalMinutes: minutes,
  start: new Date(START + from * minutes * 60_000).toISOString(),
  hashpriceUsdPerPhDay: 30,
  ...(initialState && { initialState }),
  assets: [
    gridAsset({
      importLimitMw: 60,
      importPriceUsdPerMwh: price.slice(from, to),
      billingIntervalMinutes: 60,
      fixedCharge: { usdPerMonth: 700, usdPerDay: 9 },
      demandCharge: { usdPerMwMonth: 400, prorate: true, ratchet: { share: 0.5, lastMonths: 2 } },
      touDemandCharge: {
        usdPerMwMonth: { day: 300, night: 200 },
        weekday: [...Array<string>(8).fill("night"), ...Array<string>(16).fill("day")],
        weekend: "night",
      },
      contractedCapacity: { mw: 6, usdPerMwMonth: 500, aboveUsdPerMwMonth: 250 },
    }),
    firmAsset(load.slice(from, to), {
      vollUsdPerMwh: 3000,
      slaCredits: [{ upToUnservedShare: 0.01, usdPerMwh: 50 }, { usdPerMwh: 200 }],
    }),
    fleetAsset({ restartUsdPerMw: 5 }),
    batteryAsset({ end: { rule: "value", usdPerMwh: 40 } }),
    dieselAsset({ tankL: 50_000, unitHoursCap: 500 }),
  ],
});

describe("plans that follow each other", () => {
  const series = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: 24, maxLength: 24 });
  const begun = { rigs: { powerMw: 4 }, bess: { storedMwh: 20 }, gensets: { fuelL: 40_000, unitHoursUsed: 3 } };

  it("cost no less than the whole plan, wherever they are cut", () => {
    fc.assert(
      fc.property(
        series(10, 90),
        series(2, 30),
        fc.constantFrom(15, 30, 60),
        fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { minLength: 1, maxLength: 3 }),
        (price, load, minutes, cuts) => {
          const whole = optimalPlan(piece(price, load, minutes, 0, 24, begun));
          const seams = [0, ...cuts.toSorted((a, b) => a - b), 24];
          let state: Readonly<Record<string, unknown>> = begun;
          let usd = 0;
          for (let i = 0; i + 1 < seams.length; i++) {
            const plan = optimalPlan(piece(price, load, minutes, seams[i], seams[i + 1], state));
            usd += plan.objectiveUsd;
            state = plan.endState;
          }
          expect(usd).toBeGreaterThanOrEqual(whole.objectiveUsd - 1e-6 * Math.max(1, Math.abs(whole.objectiveUsd)));
        },
      ),
      { seed: 20260714, numRuns: runs(25, 3) },
    );
  });

  it("add up to the whole in every kind of cost if nothing is to be decided", () => {
    // Without fleet, battery or diesel, every plan has a single schedule.
    const fixed = (
      price: readonly number[],
      load: readonly number[],
      minutes: number,
      from: number,
      to: number,
      initialState?: Readonly<Record<string, unknown>>,
    ) => {
      const { hashpriceUsdPerPhDay: _, ...site } = piece(price, load, minutes, from, to, initialState);
      const assets = site.assets
        .slice(0, 2)
        .map((asset) => (asset.kind === "grid" ? { ...asset, importLimitMw: 25 } : asset));
      return optimalPlan({ ...site, assets });
    };
    fc.assert(
      fc.property(
        series(10, 90),
        series(2, 30),
        fc.constantFrom(5, 15, 60, 120),
        fc.integer({ min: 1, max: 22 }),
        fc.integer({ min: 1, max: 22 }),
        (price, load, minutes, a, b) => {
          const whole = fixed(price, load, minutes, 0, 24);
          const seams = [...new Set([0, Math.min(a, b), Math.max(a, b), 24])];
          const sums: Record<string, number> = {};
          let state: Readonly<Record<string, unknown>> | undefined;
          for (let i = 0; i + 1 < seams.length; i++) {
            const plan = fixed(price, load, minutes, seams[i], seams[i + 1], state);
            for (const [kind, usd] of Object.entries(usdByKind(plan))) sums[kind] = (sums[kind] ?? 0) + usd;
            state = plan.endState;
          }
          for (const [kind, usd] of Object.entries(usdByKind(whole)))
            expect(Math.abs(sums[kind] - usd), kind).toBeLessThan(1e-9 * Math.max(1, whole.ledger.absoluteUsd));
        },
      ),
      { seed: 20260714, numRuns: runs(40, 4) },
    );
  });
});
