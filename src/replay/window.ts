/**
 * The request of a window of the span: what is believed at one time of the intervals from then on. Curves are cut on
 * the span's own time axis, so a window begins and ends at any interval, and jobs, calls and billing periods keep their
 * instants.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import { parseSection } from "../input/parse-section.ts";
import type { ParseContext } from "../input/parse-context.ts";
import { timeGrid } from "../input/time-axis.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { PlanInputError } from "../errors.ts";
import type { BudgetPace } from "../time/budget-pace.ts";
import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { withoutUnannouncedCalls } from "./announced-calls.ts";
import type { BelievedCurves } from "./believed-curves.ts";

const MINUTES_PER_HOUR = 60;

export interface WindowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * `states`: `endState` of what was carried out before; undefined at the start of the span. `pace`: how budgets are
 * shared out; absent: they are not.
 */
export function windowRequest(
  span: PlanRequest,
  { from, to }: WindowRange,
  states: Readonly<Record<string, unknown>> | undefined,
  believed: BelievedCurves,
  pace?: BudgetPace,
): PlanRequest {
  const { time } = span;
  const cut = timeGrid(intervalStartMs(time, from), time.stepHours * MINUTES_PER_HOUR, to - from, time.timeZone);
  const cutCurve = (curve: Float64Array) => curve.subarray(from, to);
  const assets = span.assets.map((asset): PlannedAsset => {
    const kind = kindOf(asset);
    const own = kind.inWindow?.(asset.spec, asset.initial) ?? asset.spec;
    const known = withoutUnannouncedCalls(kind, own, intervalStartMs(time, from));
    const spec = believed.intoSpec(asset, cutCurves(known, time.count, cutCurve), cut);
    const initial = states ? stateOf(asset, states[asset.name], cut) : asset.initial;
    return { ...asset, spec, initial };
  });
  const { hashpriceUsdPerPhDay: actual } = span;
  const hashpriceUsdPerPhDay = actual && believed.hashprice(cutCurve(actual));
  return {
    name: span.name,
    time: cut,
    assets,
    notices: [],
    ...(hashpriceUsdPerPhDay && { hashpriceUsdPerPhDay }),
    ...(pace && { pace }),
  };
}

/** The span from interval `from` on; its initial states are as given. */
export function withoutHistory(span: PlanRequest, from: number): PlanRequest {
  if (from === 0) return span;
  const { time } = span;
  const cut = timeGrid(
    intervalStartMs(time, from),
    time.stepHours * MINUTES_PER_HOUR,
    time.count - from,
    time.timeZone,
  );
  const cutCurve = (curve: Float64Array) => curve.subarray(from);
  const assets = span.assets.map((asset) => ({ ...asset, spec: cutCurves(asset.spec, time.count, cutCurve) }));
  const { hashpriceUsdPerPhDay } = span;
  return {
    name: span.name,
    time: cut,
    assets,
    notices: span.notices,
    ...(hashpriceUsdPerPhDay && { hashpriceUsdPerPhDay: cutCurve(hashpriceUsdPerPhDay) }),
  };
}

/** A copy with every curve cut; all else is shared. */
function cutCurves(value: unknown, count: number, cut: (curve: Float64Array) => Float64Array): unknown {
  if (value instanceof Float64Array) return value.length === count ? cut(value) : value;
  if (Array.isArray(value)) return value.map((entry) => cutCurves(entry, count, cut));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, cutCurves(field, count, cut)]));
}

/** An `endState` as the initial state of the next window. */
function stateOf(asset: PlannedAsset, state: unknown, time: TimeGrid): unknown {
  if (state === undefined) return undefined;
  const context: ParseContext = { faults: [], notices: [], time, timeZone: time.timeZone };
  const initial = parseSection(kindOf(asset).stateSchema, state, `initialState.${asset.name}`, context);
  if (context.faults.length > 0) throw new PlanInputError(context.faults);
  return initial;
}
