/**
 * Throttling of AI load that is served by price or by a deadline. With x_t the work done, as the power it would take
 * uncapped, M_t the most of it, and the hull (p_0, q_0) = (0, 0), (p_1, q_1), ..., (p_K, 1) of its power modes
 * (`ai-load/throughput-modes.ts`), m_k = (p_k - p_{k-1}) / (q_k - q_{k-1}) rising with k:
 *
 *     draw_t = x_t - throttled_t,     0 <= throttled_t <= (1 - m_k) x_t + (m_k q_{k-1} - p_{k-1}) M_t     for every k
 *
 * The rows say draw_t >= M_t P(x_t / M_t), where P is convex: the least power that does the work. At throttled_t = 0
 * some GPUs rest and the others are uncapped, which is the load without power modes. So every point between is a
 * schedule of real modes, also where power has a price below 0, and no either-or rule is needed.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { scaled } from "../fields/series.ts";
import { efficientModes, type ModeShare, type ModeSpec } from "./throughput-modes.ts";

/** Throttling of one load or job. */
export interface Throttle {
  readonly throttledMw: ColumnBlock;
}

/** The hull from rest, or undefined where the modes leave nothing to throttle (with a notice). */
export function throttleCurve(asset: string, spec: ModeSpec, site: SiteModel): readonly ModeShare[] | undefined {
  if (!spec.powerModes) return undefined;
  const modes = efficientModes(asset, spec, true, site);
  if (modes[0].power < modes[0].output) return modes;
  site.notices.push(`${asset}: its power modes leave nothing to throttle: none does its work on less power.`);
  return undefined;
}

/** `workMw` draws its power from the bus already; `mostMw` is its limit, one value per interval of the block. */
export function declareThrottle(
  site: SiteModel,
  name: string,
  modes: readonly ModeShare[],
  workMw: ColumnBlock,
  mostMw: Float64Array,
): Throttle {
  const { asset, from, count } = workMw;
  const block = { unit: "MW", from, count };
  const deepest = 1 - leastPowerPerWork(modes);
  const throttledMw = site.addSeries(asset, `throttledMw${name}`, { ...block, upper: scaled(mostMw, deepest) });
  site.supply(throttledMw);
  modes.forEach(({ power, output }, k) => {
    const below = modes[k - 1] ?? { power: 0, output: 0 };
    const perWork = (power - below.power) / (output - below.output);
    const rows = site.addRows(asset, `power of mode ${k + 1}${name}`, {
      ...block,
      upper: scaled(mostMw, perWork * below.output - below.power),
    });
    site.addTerms(rows, throttledMw, 1);
    site.addTerms(rows, workMw, perWork - 1);
  });
  return { throttledMw };
}

/** Power for a MW of work in the mode that needs least, at most 1. */
export function leastPowerPerWork([{ power, output }]: readonly ModeShare[]): number {
  return power / output;
}
