import type { Columns } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { Hall } from "./facility-curve.ts";
import { capLeft, type Interrupted, type InterruptionCap, yearSpans } from "./interruption-cap.ts";
import type { RuleFlow } from "./rule-dispatch.ts";

interface SpotColumns {
  readonly servedMw: Columns;
  readonly mostMw: Float64Array;
  readonly usdPerMwh: Float64Array;
  readonly hall: Hall | undefined;
}

/**
 * Spot load under the threshold rule: taken when it pays, and served before anything else once what the year allows to be
 * interrupted is used up. A hall's draw at no load must be served; its segments are taken one by one, the flattest first.
 */
export function spotFlows({ servedMw, mostMw, usdPerMwh, hall }: SpotColumns, cap: InterruptionCap | undefined, interrupted: Interrupted | undefined, { time }: SiteModel): RuleFlow[] {
  const dt = time.stepHours;
  const left = yearSpans(time).map(({ year, to }) => ({ to, ...capLeft(cap, interrupted, year) }));
  const leftIn = (t: number) => left.find(({ to }) => t < to) ?? left[0];
  /** Least load that keeps the cap, MW. */
  const leastMw = (t: number) => Math.max(0, mostMw[t] - (leftIn(t).hours / dt) * mostMw[t], mostMw[t] - leftIn(t).mwh / dt);
  const parts = hall?.segments ?? [{ columns: servedMw, busMwPerItMw: undefined, upper: mostMw }];
  const belowMw = (k: number, t: number) => parts.slice(0, k).reduce((mw, { upper }) => mw + upper[t], 0);
  const flows = parts.map(({ columns, busMwPerItMw, upper }, k): RuleFlow => {
    const busMw = (t: number) => busMwPerItMw?.[t] ?? 1;
    return {
      role: "ai-when-it-pays",
      reachMw: (t) => upper[t] * busMw(t),
      usdPerMwh: (t) => usdPerMwh[t] / busMw(t),
      fixes: [{ columns, value: (t, mw) => mw / busMw(t) }],
      ...(cap && {
        floorMw: (t: number) => Math.min(upper[t], Math.max(0, leastMw(t) - belowMw(k, t))) * busMw(t),
        tookMw: (t: number, mw: number) => {
          const unservedMw = upper[t] - mw / busMw(t);
          const year = leftIn(t);
          year.mwh -= unservedMw * dt;
          if (mostMw[t] > 0) year.hours -= (unservedMw / mostMw[t]) * dt;
        },
      }),
    };
  });
  if (!hall) return flows;
  const { idleMw, cutMw } = hall;
  return [{ role: "must-serve", reachMw: (t) => idleMw[t], fixes: cutMw ? [{ columns: cutMw, value: (t, mw) => idleMw[t] - mw }] : [] }, ...flows];
}
