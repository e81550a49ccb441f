import type { ColumnBlock } from "../../model/block.ts";
import { type Hall, overheadFlow } from "../ai-load/facility-curve.ts";
import { type DeclaredCap, interruptionLeft } from "../limits/interruption-cap.ts";
import type { RuleFlow } from "../rule-dispatch.ts";

interface SpotColumns {
  readonly servedMw: ColumnBlock;
  readonly mostMw: Float64Array;
  readonly usdPerMwh: Float64Array;
  readonly hall: Hall | undefined;
  readonly caps: readonly DeclaredCap[];
}

/**
 * Spot load under the threshold rule: taken when it pays, and served before anything else once what the year allows to
 * be interrupted is used up. A hall's draw at no load must be served; its segments are taken one by one, the flattest
 * first.
 */
export function spotFlows({ servedMw, mostMw, usdPerMwh, hall, caps }: SpotColumns): RuleFlow[] {
  const { leastMw, take } = interruptionLeft(caps, mostMw);
  const parts = hall?.segments ?? [{ columns: servedMw, busMwPerItMw: undefined, upper: mostMw }];
  const belowMw = (k: number, t: number) => parts.slice(0, k).reduce((mw, { upper }) => mw + upper[t], 0);
  const flows = parts.map(({ columns, busMwPerItMw, upper }, k): RuleFlow => {
    const busMw = (t: number) => busMwPerItMw?.[t] ?? 1;
    return {
      role: "ai-when-it-pays",
      reachMw: (t) => upper[t] * busMw(t),
      usdPerMwh: (t) => usdPerMwh[t] / busMw(t),
      fixes: [{ columns, value: (t, mw) => mw / busMw(t) }],
      ...(caps.length > 0 && {
        floorMw: (t: number) => Math.min(upper[t], Math.max(0, leastMw(t) - belowMw(k, t))) * busMw(t),
        tookMw: (t: number, mw: number) => take(t, upper[t] - mw / busMw(t)),
      }),
    };
  });
  return hall ? [overheadFlow(hall), ...flows] : flows;
}
