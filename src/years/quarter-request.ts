/**
 * The site in one quarter: its curves on the days of that quarter, after the rates of change, with the hashprice of the
 * quarter and with rigs as old as they are then. Every part is at its full size.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { intervalStartMs } from "../time/time-grid.ts";
import { afterRates, timesMoney } from "./changed-assets.ts";
import type { NetworkPath } from "./network-path.ts";
import type { QuarterGrid } from "./quarter-grid.ts";
import { sourceIntervals } from "./shift-series.ts";
import type { FleetModel, YearsModel } from "./years-model.ts";

/** Factors on the base case, 1 by default. */
export interface PriceFactors {
  readonly hashprice: number;
  readonly powerPrice: number;
}

export const NO_FACTORS: PriceFactors = { hashprice: 1, powerPrice: 1 };

const MONTHS_PER_YEAR = 12;

export interface QuarterFrame {
  readonly q: number;
  readonly grid: QuarterGrid;
  readonly network: NetworkPath;
  readonly model: YearsModel;
}

export function quarterRequest(
  source: PlanRequest,
  { q, grid, network, model }: QuarterFrame,
  factors: PriceFactors,
): PlanRequest {
  const { time } = grid;
  const from = sourceIntervals(source.time, time);
  const gather = (curve: Float64Array) => Float64Array.from(from, (t) => curve[t]);
  const fleets = new Map(model.fleets.map((fleet) => [fleet.name, fleet]));
  const assets = source.assets.map((asset): PlannedAsset => {
    const kind = kindOf(asset);
    const moved = onDays(asset.spec, source.time.count, gather);
    const changed = afterRates(asset.name, moved, model.changes, q / 4);
    const priced = kind.role === "connection" ? timesMoney(changed, factors.powerPrice) : changed;
    const fleet = fleets.get(asset.name);
    return { ...asset, spec: fleet ? kind.aged?.(priced, ...shares(fleet, model, q)) : priced };
  });
  const mean = network.quarter(q, grid.fromMs, grid.toMs).hashpriceUsdPerPhDay;
  const isFull = model.dispatchDays === "full" && model.network.given === undefined;
  const hashpriceUsdPerPhDay = Float64Array.from(
    { length: time.count },
    (_, t) => factors.hashprice * (isFull ? network.hashpriceAt(intervalStartMs(time, t)) : mean),
  );
  return { name: source.name, time, assets, hashpriceUsdPerPhDay, notices: [] };
}

/** Share of the rigs that still run, and share of its hashrate that each has left, in the middle of the quarter. */
export function shares(
  { inServiceFrom, failuresPerYear, hashDecayPerYear }: FleetModel,
  { firstMonth }: YearsModel,
  q: number,
): readonly [running: number, hash: number] {
  const years = Math.max(0, (firstMonth + 3 * q + 1.5 - inServiceFrom) / MONTHS_PER_YEAR);
  return [(1 - failuresPerYear) ** years, (1 - hashDecayPerYear) ** years];
}

/** A copy with every curve gathered; all else is shared. */
function onDays(value: unknown, count: number, gather: (curve: Float64Array) => Float64Array): unknown {
  if (value instanceof Float64Array) return value.length === count ? gather(value) : value;
  if (Array.isArray(value)) return value.map((entry) => onDays(entry, count, gather));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, onDays(field, count, gather)]));
}
