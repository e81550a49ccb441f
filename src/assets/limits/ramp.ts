/**
 * Rows that hold a power's change within a ramp, per hour, whatever the step:
 *
 *     (P_t - P_{t-1}) / dt <= rampUp + max(0, least_t - least_{t-1}) / dt
 *     (P_{t-1} - P_t) / dt <= rampDown + max(0, most_{t-1} - most_t) / dt
 *
 * with [least, most] the limits of the power: what is committed comes in at its minimum load, and capacity that falls
 * away takes its power with it, both outside the ramp. The first step starts at the power before the plan; where that
 * is not known it is free.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";

export interface Ramps {
  readonly rampUpMwPerH?: number | undefined;
  readonly rampDownMwPerH?: number | undefined;
}

export function declareRamps(
  site: SiteModel,
  powerMw: ColumnBlock,
  ramps: Ramps,
  least: Float64Array,
  most: Float64Array,
  beforeMw: number | undefined,
): void {
  const dt = site.time.stepHours;
  const declare = (limit: keyof Ramps, direction: 1 | -1, edge: Float64Array) => {
    const ramp = ramps[limit];
    if (ramp === undefined) return;
    const perHour = direction / dt;
    const upper = edge.map((mw, t) => ramp + Math.max(0, perHour * (mw - (t === 0 ? (beforeMw ?? mw) : edge[t - 1]))));
    upper[0] = beforeMw === undefined ? Infinity : upper[0] + perHour * beforeMw;
    const rows = site.addRows(powerMw.asset, direction > 0 ? "ramp up" : "ramp down", {
      unit: "(MW/h)",
      upper,
      limit,
      given: ramp,
    });
    site.addTerms(rows, powerMw, perHour);
    site.addTerms(rows, powerMw, -perHour, -1);
  };
  declare("rampUpMwPerH", 1, least);
  declare("rampDownMwPerH", -1, most);
}
