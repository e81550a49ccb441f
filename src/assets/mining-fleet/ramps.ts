/**
 * How fast a fleet changes. With above_t = sum over segments k of above_kt and a_t = above_1t / U_1, the share awake:
 *
 *     -rampDown - cut_t / dt <= (above_t - above_{t-1}) / dt <= rampUp,   cut_t >= 0
 *     woken_t >= above_t - above_{t-1},  woken_t >= 0                       priced by restartUsdPerMw
 *     wake-up in steps:  (above_1t - above_1,t-1) / dt <= share per hour x U_1,   above_kt <= a_t U_k for k >= 2
 *
 * cut_t is power that falls away beyond the ramp, since its supply is cut off: at a seam or in a blackout there may be
 * no power to ramp down on. It is priced as standby power cut off is, for the interval in which it falls away
 * (`deenergizeUsdPerMwh`), above every strike price and below every value of lost load. Rejected: a hard ramp, which no
 * plan can keep where the power before the plan exceeds what there is; and a price until the ramp would have come down
 * by itself, for which firm AI would be shed where the ramp is slow.
 *
 * The last rows are what order the segments where the first has a ramp of its own: only rigs that are awake can be in a
 * higher mode. Steps are taken as a steady ramp from one interval's mean to the next; a fleet that can wake whole
 * within an interval has no such rows.
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { LimitField } from "../../model/limit.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { number, strictObject, z } from "../fields/fields.ts";
import type { FleetFigures } from "./economics.ts";
import { quantity } from "../fields/quantities.ts";

export const wakeUpSchema = z.union([
  strictObject({ rigsPerMinute: number({ unit: "rigs/min", aboveMin: true }, "Rigs that may be woken in a minute") }),
  strictObject({
    shareOfRigs: number(quantity.efficiency, "Share of the fleet that is woken in each step"),
    everyMinutes: number({ unit: "min", aboveMin: true }, "Time from one step to the next"),
  }),
]);

export interface RampFields {
  readonly name: string;
  readonly rigs: number;
  readonly rampUpMwPerH?: number | undefined;
  readonly rampDownMwPerH?: number | undefined;
  readonly restartUsdPerMw: number;
  readonly wakeUp?:
    { readonly rigsPerMinute: number } | { readonly shareOfRigs: number; readonly everyMinutes: number } | undefined;
}

/** Just before the plan. */
export interface FleetBefore {
  readonly aboveMw: number;
  readonly awakeShare: number;
}

/** What a fleet's state says of the time just before the plan. */
export function fleetBefore(
  initial: { readonly powerMw?: number | undefined; readonly awakeShare?: number | undefined } | undefined,
  { standbyMw, segments }: FleetFigures,
): FleetBefore | undefined {
  if (initial?.powerMw === undefined) return undefined;
  const aboveMw = Math.max(0, initial.powerMw - standbyMw);
  return { aboveMw, awakeShare: initial.awakeShare ?? Math.min(1, aboveMw / segments[0].aboveMw) };
}

/** Share of the rigs that may wake in an hour; undefined where all may within an interval of `dt` hours. */
export function wakeSharePerH({ rigs, wakeUp }: RampFields, dt: number): number | undefined {
  if (!wakeUp) return undefined;
  const share =
    "rigsPerMinute" in wakeUp ? (60 * wakeUp.rigsPerMinute) / rigs : (60 * wakeUp.shareOfRigs) / wakeUp.everyMinutes;
  return share * dt < 1 ? share : undefined;
}

/** Returns the power cut beyond the ramp down; undefined without one. */
export function declareRamps(
  spec: RampFields,
  segments: readonly ColumnBlock[],
  upperMw: readonly number[],
  before: FleetBefore | undefined,
  site: SiteModel,
): ColumnBlock | undefined {
  const dt = site.time.stepHours;
  declareRamp("rampUpMwPerH", 1, spec.rampUpMwPerH, segments, before?.aboveMw, site);
  const down = declareRamp("rampDownMwPerH", -1, spec.rampDownMwPerH, segments, before?.aboveMw, site);
  const cutMw =
    down &&
    site.addSeries(spec.name, "cutBeyondRampMw", { unit: "MW", upper: upperMw.reduce((sum, mw) => sum + mw, 0) });
  if (down && cutMw) site.addTerms(down, cutMw, -1 / dt);
  const share = wakeSharePerH(spec, dt);
  if (share !== undefined) {
    const limitField =
      spec.wakeUp && "rigsPerMinute" in spec.wakeUp
        ? { unit: "rigs/min", path: "wakeUp.rigsPerMinute" }
        : { unit: "1", most: 1, path: "wakeUp.shareOfRigs" };
    const beforeMw = before && before.awakeShare * upperMw[0];
    declareRamp("wakeUp", 1, share * upperMw[0], segments.slice(0, 1), beforeMw, site, limitField);
    segments.slice(1).forEach((columns, i) => {
      const rows = site.addRows(spec.name, `awake ${columns.name}`, { unit: "MW", upper: 0 });
      site.addTerms(rows, columns, 1);
      site.addTerms(rows, segments[0], -upperMw[i + 1] / upperMw[0]);
    });
  }
  declareRestart(spec, segments, before?.aboveMw, site);
  if (
    !before &&
    (spec.rampUpMwPerH !== undefined ||
      spec.rampDownMwPerH !== undefined ||
      share !== undefined ||
      spec.restartUsdPerMw !== 0)
  ) {
    site.notices.push(`${spec.name}: no powerMw in initialState; the first step has no ramp or restart cost.`);
  }
  return cutMw;
}

const ROWS = { rampUpMwPerH: "ramp up", rampDownMwPerH: "ramp down", wakeUp: "wake-up" };

/** Steps in `direction`, per hour, within the ramp of that field. */
function declareRamp(
  limit: keyof typeof ROWS,
  direction: 1 | -1,
  ramp: number | undefined,
  columns: readonly ColumnBlock[],
  beforeMw: number | undefined,
  site: SiteModel,
  limitField?: LimitField,
): RowBlock | undefined {
  if (ramp === undefined) return undefined;
  const perHour = direction / site.time.stepHours;
  const upper = new Float64Array(site.time.count).fill(ramp);
  upper[0] = beforeMw === undefined ? Infinity : ramp + perHour * beforeMw;
  const rows = site.addRows(columns[0].asset, ROWS[limit], {
    unit: "(MW/h)",
    upper,
    limit,
    given: ramp,
    ...(limitField && { limitField }),
  });
  for (const above of columns) {
    site.addTerms(rows, above, perHour);
    site.addTerms(rows, above, -perHour, -1);
  }
  return rows;
}

function declareRestart(
  spec: RampFields,
  segments: readonly ColumnBlock[],
  beforeMw: number | undefined,
  site: SiteModel,
): void {
  if (spec.restartUsdPerMw === 0) return;
  const upMw = site.addSeries(spec.name, "wokenMw", { unit: "MW" });
  const lower = new Float64Array(site.time.count);
  lower[0] = beforeMw === undefined ? -Infinity : -beforeMw;
  const rows = site.addRows(spec.name, "woken", { unit: "MW", lower });
  site.addTerms(rows, upMw, 1);
  for (const above of segments) {
    site.addTerms(rows, above, -1);
    site.addTerms(rows, above, 1, -1);
  }
  site.addCost(upMw, "rig restarts", "valuation", spec.restartUsdPerMw);
}
