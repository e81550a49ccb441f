import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PowerPlan } from "../../src/plan/plan-result.ts";
import { fixedPieces } from "../support/fixed-schedule.ts";
import {
  batteryAsset,
  dieselAsset,
  firmAsset,
  fleetAsset,
  gridAsset,
  renewableAsset,
  type TestSite,
} from "../support/plans.ts";
import { runs } from "../support/runs.ts";

/**
 * "Costs of consecutive plans add up": the schedule of one plan, fixed and cut at any interval, costs the same in every
 * kind of cost as the plans of its pieces, each from the end state of the previous one.
 */
type Fields = Readonly<Record<string, unknown>>;

const COUNT = 24;
const START = Date.parse("2026-10-31T18:00:00-05:00");

interface Series {
  readonly price: readonly number[];
  readonly load: readonly number[];
  readonly volume: readonly number[];
  readonly minutes: number;
}

/** Assets of the whole; a series of `COUNT` values is cut with the plan. */
function pieceOf({ minutes }: Series, assets: readonly Fields[]) {
  const cut = (value: unknown, from: number, to: number): unknown =>
    Array.isArray(value)
      ? value.length === COUNT && value.every((one) => typeof one === "number")
        ? value.slice(from, to)
        : value.map((one) => cut(one, from, to))
      : typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cut(one, from, to)]))
        : value;
  return (from: number, to: number, initialState?: Fields): TestSite => ({
    count: to - from,
    intervalMinutes: minutes,
    start: stamp(from, minutes),
    hashpriceUsdPerPhDay: 30,
    ...(initialState && { initialState }),
    assets: cut(assets, from, to) as readonly Fields[],
  });
}

const stamp = (t: number, minutes: number) => new Date(START + t * minutes * 60_000).toISOString();
const values = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: COUNT, maxLength: COUNT });
const series: fc.Arbitrary<Series> = fc.record({
  price: values(10, 90),
  load: values(2, 30),
  volume: values(0, 12),
  minutes: fc.constantFrom(15, 30, 60),
});
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: COUNT - 1 }), { minLength: 1, maxLength: 3 })
  .map((list) => list.toSorted((a, b) => a - b));

function expectSum(whole: PowerPlan, pieces: readonly PowerPlan[]): void {
  for (const [kind, usd] of Object.entries(whole.ledger.usdByKind)) {
    const sum = pieces.reduce((total, { ledger }) => total + ledger.usdByKind[kind as "cash"], 0);
    expect(Math.abs(sum - usd), `${kind}: ${sum} for ${usd}`).toBeLessThan(
      1e-9 * Math.max(1, whole.ledger.absoluteUsd),
    );
  }
}

/** The assets of each site and their initial state. */
const SITES: Readonly<
  Record<string, (given: Series) => { readonly assets: readonly Fields[]; readonly initialState?: Fields }>
> = {
  "a prorated peak that was set before the first plan": ({ price, load }) => ({
    assets: [
      gridAsset({
        importPriceUsdPerMwh: price,
        billingIntervalMinutes: 60,
        demandCharge: { usdPerMwMonth: 4000, prorate: true },
        touDemandCharge: {
          usdPerMwMonth: { day: 3000, night: 2000 },
          weekday: [...Array<string>(8).fill("night"), ...Array<string>(16).fill("day")],
          weekend: "night",
          prorate: true,
        },
        contractedCapacity: { mw: 6, usdPerMwMonth: 500, aboveUsdPerMwMonth: 2500, prorateAbove: true },
      }),
      firmAsset(load),
      fleetAsset(),
    ],
    initialState: { grid: { peakMw: { "2026-10": 17 }, touPeakMw: { "2026-10": { night: 9 } } } },
  }),
  "a prorated ratchet and a least billed demand": ({ price, load }) => ({
    assets: [
      gridAsset({
        importPriceUsdPerMwh: price,
        demandCharge: {
          usdPerMwMonth: 4000,
          prorate: true,
          ratchet: { share: 0.8, lastMonths: 2 },
          leastBilledMw: 8,
        },
      }),
      firmAsset(load),
    ],
    initialState: { grid: { peakMw: { "2026-09": 30, "2026-10": 4 } } },
  }),
  "coincident peaks by their maximum, one of them begun": ({ price, load, minutes }) => ({
    assets: [
      gridAsset({
        importPriceUsdPerMwh: price,
        coincidentPeak: {
          usdPerMwYear: 40_000,
          months: [10, 11],
          intervalMinutes: 60,
          form: "maximum",
          intervals: [0, 2, 4].map((h) => ({ start: stamp((h * 60) / minutes, minutes) })),
          groups: [
            {
              name: "zone",
              usdPerMw: 300,
              peaks: 2,
              intervals: [1, 3, 5].map((h) => ({ start: stamp((h * 60) / minutes, minutes) })),
            },
          ],
        },
      }),
      firmAsset(load),
      fleetAsset(),
    ],
    initialState: {
      grid: {
        coincidentPeakMw: { "2026-10": 11 },
        coincidentGroupPeaks: { zone: { finishedMw: [14] } },
      },
    },
  }),
  "a take-or-pay contract whose period ends with the plan": ({ price, load, volume, minutes }) => ({
    assets: [
      gridAsset({ importPriceUsdPerMwh: price }),
      firmAsset(load),
      fleetAsset(),
      {
        kind: "power-purchase",
        name: "ppa",
        volumeMw: volume,
        terms: {
          shape: "take-or-pay",
          priceUsdPerMwh: 50,
          minimumMwh: 60,
          periodEnd: stamp(COUNT, minutes),
          makeUpUsdPerMwh: 5,
        },
      },
    ],
    initialState: { ppa: { takenMwh: 3, makeUpMwh: 4 } },
  }),
  "a take-or-pay contract that goes on, with a stated end value": ({ price, load, volume, minutes }) => ({
    assets: [
      gridAsset({ importPriceUsdPerMwh: price }),
      firmAsset(load),
      {
        kind: "power-purchase",
        name: "ppa",
        volumeMw: volume,
        terms: {
          shape: "take-or-pay",
          priceUsdPerMwh: 50,
          minimumMwh: 90,
          periodEnd: stamp(2 * COUNT, minutes),
          behindUsdPerMwh: 18,
        },
      },
    ],
    initialState: { ppa: { takenMwh: 3 } },
  }),
  "an option on a varying volume": ({ price, load, volume }) => ({
    assets: [
      gridAsset({ importPriceUsdPerMwh: price }),
      firmAsset(load),
      {
        kind: "power-purchase",
        name: "option",
        volumeMw: volume,
        terms: {
          shape: "heat-rate-option",
          heatRateMmbtuPerMwh: 8,
          gasUsdPerMmbtu: 5,
          premiumUsdPerMwMonth: 2000,
        },
      },
    ],
  }),
  "jobs due in the plan and after it": ({ price, load, minutes }) => ({
    assets: [
      gridAsset({ importPriceUsdPerMwh: price, importLimitMw: 32 }),
      firmAsset(load),
      fleetAsset(),
      {
        kind: "ai-deferrable",
        name: "jobs",
        behindUsdPerMwh: 70,
        jobs: [
          { name: "soon", energyFacilityMwh: 6, maxMw: 4, release: stamp(2, minutes), deadline: stamp(15, minutes) },
          { name: "late", energyFacilityMwh: 30, maxMw: 4, release: stamp(-4, minutes), deadline: stamp(40, minutes) },
        ].map((job) => ({ ...job, unmetUsdPerMwh: 400 })),
      },
    ],
  }),
  "stores, tanks, fleets, SLA and reserves": ({ price, load, volume }) => ({
    assets: [
      gridAsset({ importPriceUsdPerMwh: price, importLimitMw: 25, exportLimitMw: 5, exportPriceUsdPerMwh: 9 }),
      renewableAsset(8, { availability: volume.map((mw) => mw / 12) }),
      firmAsset(load, {
        vollUsdPerMwh: 3000,
        slaCredits: [{ upToUnservedShare: 0.01, usdPerMwh: 50 }, { usdPerMwh: 200 }],
        interruptionCap: { hoursPerYear: 9 },
      }),
      fleetAsset({ restartUsdPerMw: 5, rampDownMwPerH: 20, rampUpMwPerH: 9 }),
      batteryAsset({ end: { rule: "value", usdPerMwh: 40 }, wearUsdPerMwh: 3, chargeEfficiency: 0.9 }),
      dieselAsset({ sets: 2, tankL: 50_000, unitHoursCap: 500 }),
      {
        kind: "flexibility-product",
        name: "reserve",
        backedBy: ["rigs", "bess"],
        priceUsdPerMwHour: 4,
        deployedShare: 0.1,
        durationHours: 1,
        responseMinutes: 30,
        blockHours: 4,
      },
      { kind: "emissions", name: "co2", priceUsdPerT: 20 },
    ].map((asset) => (asset.kind === "grid" ? { ...asset, emissionTPerMwh: 0.4 } : asset)),
    initialState: { rigs: { powerMw: 4 }, bess: { storedMwh: 20 }, gensets: { fuelL: 40_000, unitHoursUsed: 3 } },
  }),
  "tiers, credits, a minimum bill and fixed charges": ({ price, load, volume }) => ({
    assets: [
      gridAsset({
        importPriceUsdPerMwh: price,
        exportLimitMw: 20,
        exportPriceUsdPerMwh: 9,
        fixedCharge: { usdPerMonth: 700, usdPerDay: 9 },
        energyTiers: { tiers: [{ upToMwh: 40, usdPerMwh: 3 }, { usdPerMwh: 8 }] },
        minimumBill: { usdPerMonth: 9000 },
        demandCharge: { usdPerMwMonth: 400 },
      }),
      renewableAsset(40, { availability: volume.map((mw) => mw / 12) }),
      firmAsset(load),
    ],
  }),
};

describe("a schedule, fixed and cut at any interval, costs the same in every kind of cost", () => {
  it.each(Object.entries(SITES))("%s", (_, siteOf) => {
    fc.assert(
      fc.property(series, cuts, (given, where) => {
        const { assets, initialState } = siteOf(given);
        const { whole, pieces } = fixedPieces(pieceOf(given, assets), COUNT, where, initialState);
        expectSum(whole, pieces);
      }),
      { seed: 20261031, numRuns: runs(12, 2) },
    );
  });
});
