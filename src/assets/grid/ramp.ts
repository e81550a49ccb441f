/**
 * Ramp limit at the meter: how fast the net import n_t = import_t - export_t may change, as connection agreements of
 * large loads state it. Between the means of two intervals of dt hours, with r = rampLimitMwPerMin:
 *
 *     (n_t - n_{t-1}) / (60 dt) <= r + max(0, exportLimit_{t-1} - exportLimit_t) / (60 dt)
 *     (n_{t-1} - n_t) / (60 dt) <= r + max(0, importLimit_{t-1} - importLimit_t) / (60 dt)
 *
 * Where the connection itself loses capacity (a trip, an outage), what it carried goes with it, outside the ramp: no
 * site can ramp down what has been cut. Its return is ramped. The first step starts at `netImportMw` of the state;
 * where that is not known it is free. A ramp within an interval is not modelled: means over 60 minutes differ by 60 r
 * at most.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Spec, State } from "./schema.ts";

const MINUTES_PER_HOUR = 60;

export function declareMeterRamp(
  { name, rampLimitMwPerMin, importLimitMw, exportLimitMw }: Spec,
  { netImportMw: before }: State,
  importMw: ColumnBlock,
  exportMw: ColumnBlock | undefined,
  site: SiteModel,
): void {
  if (rampLimitMwPerMin === undefined) return;
  const { count, stepHours } = site.time;
  const minutes = MINUTES_PER_HOUR * stepHours;
  if (before === undefined)
    site.notices.push(`${name}: no netImportMw in initialState; the first step of the plan has no ramp limit.`);
  const declare = (words: string, direction: 1 | -1, limitMw: Float64Array | undefined) => {
    const perMinute = direction / minutes;
    const upper = new Float64Array(count).fill(rampLimitMwPerMin);
    for (let t = 1; t < count; t++) if (limitMw) upper[t] += Math.max(0, limitMw[t - 1] - limitMw[t]) / minutes;
    if (before === undefined) upper[0] = Infinity;
    else {
      // What was carried before and exceeds the first limit goes with it.
      const lost = limitMw ? Math.max(0, -direction * before - limitMw[0]) / minutes : 0;
      upper[0] += perMinute * before + lost;
    }
    const rows = site.addRows(name, words, {
      unit: "(MW/min)",
      upper,
      limit: "rampLimitMwPerMin",
      given: rampLimitMwPerMin,
    });
    for (const [columns, sign] of [[importMw, 1] as const, ...(exportMw ? [[exportMw, -1] as const] : [])]) {
      site.addTerms(rows, columns, sign * perMinute);
      site.addTerms(rows, columns, -sign * perMinute, -1);
    }
  };
  declare("meter ramp up", 1, exportMw && exportLimitMw);
  declare("meter ramp down", -1, importLimitMw);
}
