/** Edits of single hours: prices, outages of the connection, calls to import less. */
import type { AssetInput, PlanInput } from "wattsplit";
import { curveValues } from "./curve-values.ts";
import { isoOf, type PlanTime } from "./plan-time.ts";
import { withAsset } from "./site-changes.ts";

export interface Hours {
  readonly from: number;
  readonly count: number;
}

/** Prices are drawn in steps of this, USD/MWh. */
const PRICE_STEP = 0.5;
/** Name of the calls that the page adds. */
export const PAGE_CALLS = "calls";

type Grid = Extract<AssetInput, { readonly kind: "grid" }>;

export function gridOf(site: PlanInput): Grid | undefined {
  return site.assets.find((asset) => asset.kind === "grid");
}

/** Sets the import price of one interval; an export price that followed it goes on following. */
export function drawPrice(site: PlanInput, time: PlanTime, interval: number, usdPerMwh: number): PlanInput {
  return setPrices(site, time, { from: interval, count: 1 }, () => Math.round(usdPerMwh / PRICE_STEP) * PRICE_STEP);
}

export function setPrices(site: PlanInput, time: PlanTime, hours: Hours, of: (usd: number) => number): PlanInput {
  const grid = gridOf(site);
  const prices = grid && curveValues(grid.importPriceUsdPerMwh, time);
  if (!grid || !prices) return site;
  const next = Array.from(prices, (usd, t) => (isWithin(hours, t) ? of(usd) : usd));
  const follows = grid.exportPriceUsdPerMwh === grid.importPriceUsdPerMwh;
  return withAsset(site, grid.name, (asset) => ({
    ...(asset as Grid),
    importPriceUsdPerMwh: next,
    ...(follows && { exportPriceUsdPerMwh: next }),
  }));
}

/** The connection gives at most `mw` in these hours. */
export function setImportLimit(site: PlanInput, time: PlanTime, hours: Hours, mw: number): PlanInput {
  const grid = gridOf(site);
  const limits = grid && curveValues(grid.importLimitMw, time);
  if (!grid || !limits) return site;
  const next = Array.from(limits, (limit, t) => (isWithin(hours, t) ? mw : limit));
  return withAsset(site, grid.name, (asset) => ({ ...(asset as Grid), importLimitMw: next }));
}

/** Adds a call of the utility to import at most `capMw` in these hours. */
export function addCall(site: PlanInput, time: PlanTime, hours: Hours, capMw: number): PlanInput {
  const call = { start: isoOf(time, hours.from), end: isoOf(time, hours.from + hours.count), capMw };
  const known = site.assets.find((asset) => asset.kind === "curtailment-call" && asset.name === PAGE_CALLS);
  if (known?.kind === "curtailment-call")
    return withAsset(site, PAGE_CALLS, () => ({ ...known, calls: [...known.calls, call] }));
  return { ...site, assets: [...site.assets, { kind: "curtailment-call", name: PAGE_CALLS, calls: [call] }] };
}

/** Takes out the calls and the outages that touch these hours. */
export function clearHours(site: PlanInput, time: PlanTime, hours: Hours): PlanInput {
  const grid = gridOf(site);
  const limits = grid && curveValues(grid.importLimitMw, time);
  const most = limits?.reduce((mw, limit) => Math.max(mw, limit), 0) ?? 0;
  const restored = limits?.some((limit, t) => isWithin(hours, t) && limit < most)
    ? setImportLimit(site, time, hours, most)
    : site;
  return { ...restored, assets: restored.assets.flatMap((asset) => withoutCalls(asset, time, hours)) };
}

function withoutCalls(asset: AssetInput, time: PlanTime, hours: Hours): AssetInput[] {
  if (asset.kind !== "curtailment-call") return [asset];
  const [fromMs, toMs] = [isoOf(time, hours.from), isoOf(time, hours.from + hours.count)].map((iso) => Date.parse(iso));
  const calls = asset.calls.filter(({ start, end }) => Date.parse(start) >= toMs || Date.parse(end) <= fromMs);
  if (calls.length === asset.calls.length) return [asset];
  // A kind without calls needs no asset.
  return calls.length === 0 ? [] : [{ ...asset, calls }];
}

function isWithin({ from, count }: Hours, t: number): boolean {
  return t >= from && t < from + count;
}
