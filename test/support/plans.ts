/**
 * Small sites for tests: written as a user writes them, taken through the context, solved with the library's own
 * solver. Defaults: hours from midnight of Tuesday 2026-07-14 in Chicago (UTC-5), so a month's day 14 and a day of 24
 * hours.
 */
import { expect } from "vitest";
import type { Reading } from "../../src/assets/index.ts";
import { ImportContracts } from "../../src/assets/connection/import-contracts.ts";
import type { AssetPorts } from "../../src/assets/ports/site-ports.ts";
import type { RuleDispatch } from "../../src/assets/rule-dispatch.ts";
import { PlanInputError, type PlanInputFault } from "../../src/errors.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { timeGrid } from "../../src/input/time-axis.ts";
import { SiteModel } from "../../src/model/site-model.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import type { PlanRequest } from "../../src/plan/plan-request.ts";
import type { PlanResult, PowerPlan } from "../../src/plan/plan-result.ts";
import { runPlan } from "../../src/plan/run-plan.ts";

export interface TestSite {
  readonly assets: readonly Readonly<Record<string, unknown>>[];
  /** Number of intervals. */
  readonly count: number;
  /** Default 60. */
  readonly intervalMinutes?: number;
  readonly start?: string;
  readonly timeZone?: string;
  /** Absent: no `bitcoin` section. */
  readonly hashpriceUsdPerPhDay?: unknown;
  readonly initialState?: Readonly<Record<string, unknown>>;
}

export const START = "2026-07-14T00:00:00-05:00";

export function planOf(site: TestSite): PlanRequest {
  const {
    assets,
    count,
    intervalMinutes = 60,
    start = START,
    timeZone = "America/Chicago",
    hashpriceUsdPerPhDay,
    initialState,
  } = site;
  return parseRequest({
    name: "test site",
    horizon: { start, timeZone, intervalMinutes, count },
    assets,
    ...(hashpriceUsdPerPhDay === undefined ? {} : { bitcoin: { hashpriceUsdPerPhDay } }),
    ...(initialState === undefined ? {} : { initialState }),
  });
}

export function resultOf(site: TestSite): PlanResult {
  return runPlan(planOf(site));
}

/** The plan; throws with the status and its words where it is not optimal. */
export function optimalPlan(site: TestSite): PowerPlan {
  const result = resultOf(site);
  if (result.status !== "optimal") throw new Error(`${result.status}: ${result.detail}`);
  return result;
}

/** The faults the edge or the building of the model finds; empty where there are none. */
export function faultsOf(site: TestSite): readonly PlanInputFault[] {
  try {
    buildSite(planOf(site));
    return [];
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
}

/** What an asset reports, narrowed by its kind. */
export function readingOf<Kind extends Reading["kind"]>(
  plan: PowerPlan,
  name: string,
  kind: Kind,
): Extract<Reading, { kind: Kind }> {
  const reading = plan.assets[name];
  if (reading?.kind !== kind) throw new Error(`${name} is ${reading?.kind}, not ${kind}`);
  return reading as Extract<Reading, { kind: Kind }>;
}

/** Sum of the ledger's lines of an item (of one kind, if given), USD. */
export function usdOf(plan: PowerPlan, item: string, kind?: string): number {
  const lines = plan.ledger.lines.filter((line) => line.item === item && (kind === undefined || line.kind === kind));
  if (lines.length === 0)
    throw new Error(`no ledger line "${item}" in ${plan.ledger.lines.map((line) => line.item).join(", ")}`);
  return lines.reduce((total, { usd }) => total + usd, 0);
}

/** How an asset of the site behaves under the threshold rule. */
export function ruleOf(site: TestSite, name: string): RuleDispatch {
  const built = buildSite(planOf(site));
  const asset = built.assets.find(({ planned }) => planned.name === name);
  const rule = asset?.kind.rule?.(asset.planned.spec, asset.planned.initial, asset.handles, built.site);
  if (rule === undefined) throw new Error(`${name} takes no part in the threshold rule`);
  return rule;
}

/** A model with its balance rows and nothing else. */
export function emptySite(count: number, intervalMinutes = 60): SiteModel {
  return new SiteModel(timeGrid(Date.parse(START), intervalMinutes, count, "America/Chicago"));
}

/** The ports of a connection without losses that sells power at `busPriceUsdPerMwh`; undefined = it has no price. */
export function connectionPorts(site: SiteModel, busPriceUsdPerMwh: readonly number[] | undefined): AssetPorts {
  const importMw = site.addSeries("grid", "importMw", { unit: "MW" });
  const price = busPriceUsdPerMwh && Float64Array.from(busPriceUsdPerMwh);
  return {
    connection: {
      importMw,
      exportMw: undefined,
      busMwPerMw: 1,
      energyPriceUsdPerMwh: price ?? new Float64Array(site.time.count),
      busPriceUsdPerMwh: price,
      hasEmissionFactor: false,
      contracts: new ImportContracts(importMw),
    },
  };
}

// --- Assets with figures that are easy to reckon with ---

type Fields = Readonly<Record<string, unknown>>;

/** 100 MW at 50 USD/MWh. */
export const gridAsset = (fields: Fields = {}): Fields => ({
  kind: "grid",
  name: "grid",
  importLimitMw: 100,
  importPriceUsdPerMwh: 50,
  ...fields,
});

export const firmAsset = (facilityMw: unknown, fields: Fields = {}): Fields => ({
  kind: "ai-firm",
  name: "inference",
  facilityMw,
  ...fields,
});

/** Ten sets of 2 MW at 263.7 L/MWh x 1 USD/L + 20 USD/MWh = 283.7 USD/MWh. */
export const dieselAsset = (fields: Fields = {}): Fields => ({
  kind: "diesel",
  name: "gensets",
  sets: 10,
  unitMw: 2,
  fuelUsdPerL: 1,
  omUsdPerMwh: 20,
  ...fields,
});

export const renewableAsset = (capacityMw: number, fields: Fields = {}): Fields => ({
  kind: "renewable",
  name: "solar",
  technology: "solar",
  capacityMw,
  availability: 1,
  ...fields,
});

/**
 * Rigs of 20 J/TH that draw 10 MW in all, without overhead, standby or fee: strike = 41.667 hashprice / 20, so 100
 * USD/MWh at 48 USD/PH/day.
 */
export const fleetAsset = (fields: Fields = {}): Fields => ({
  kind: "mining-fleet",
  name: "rigs",
  rig: { hashrateThPerS: 100, powerW: 2000 },
  rigs: 5000,
  standbyWPerRig: 0,
  pue: 1,
  uptime: 1,
  poolFee: 0,
  ...fields,
});
export const HASHPRICE_FOR_100 = 48;

/** 5 MW, 100 MWh, lossless, no wear, no worth at the end. */
export const batteryAsset = (fields: Fields = {}): Fields => ({
  kind: "battery",
  name: "bess",
  chargeLimitMw: 5,
  dischargeLimitMw: 5,
  maxStoredMwh: 100,
  chargeEfficiency: 1,
  dischargeEfficiency: 1,
  wearUsdPerMwh: 0,
  end: { rule: "free" },
  ...fields,
});

/** Every value within `tolerance` of the wanted one; the message shows both series. */
export function expectSeries(actual: Float64Array, wanted: readonly number[], tolerance = 1e-6): void {
  const near = actual.length === wanted.length && wanted.every((value, t) => Math.abs(actual[t] - value) <= tolerance);
  expect(near, `got ${[...actual].join(", ")}; wanted ${wanted.join(", ")}`).toBe(true);
}
