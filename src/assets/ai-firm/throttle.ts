/**
 * Throttling of firm AI: its GPUs under a power cap, with a floor of throughput (SLO) and a price of what is lost. With
 * v_t = (1 - f) d_t - unserved_t what is served and cannot move, and (p_0, q_0), ..., (p_K, 1) the concave hull of the
 * load's power modes from the one of least power (`ai-load/throughput-modes.ts`), a_k = (q_k - q_{k-1}) / (p_k -
 * p_{k-1}) falling with k:
 *
 *     lost_t >= a_k throttled_t - (a_k (1 - p_k) - (1 - q_k)) v_t       for every k,     lost_t >= 0
 *     0 <= throttled_t <= (1 - p_floor) v_t
 *     cost = dt lostThroughputUsdPerMwh lost_t, and the revenue of lost_t
 *
 * throttled_t is power not drawn. lost_t is the work not done, as the power it would take uncapped: 1 % of the
 * throughput of a load of 30 MW, for an hour, is 0.3 MWh. p_floor is the power where the hull reaches
 * `throughputFloor`; below the mode of least power nothing is prolonged. The floor holds for the load as a whole: modes
 * whose latency breaks the SLO do not belong in `powerModes`.
 *
 * Lost throughput is not unserved energy: a request is answered, later or by fewer tokens, and the load says at what
 * price that is fine. It has its own line in the ledger and its own column beside the baselines.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { FaultReport } from "../asset.ts";
import { checkThroughputModes, efficientModes, type ModeShare } from "../ai-load/throughput-modes.ts";
import { scaled } from "../fields/series.ts";
import type { Spec } from "./schema.ts";

/** Item of the ledger. */
export const LOST_THROUGHPUT = "lost AI throughput";

export interface FirmThrottle {
  /** Power not drawn. */
  readonly throttledMw: ColumnBlock;
  /** Work not done, as the power it would take uncapped. */
  readonly lostMw: ColumnBlock;
}

export function checkFirmThrottle(spec: Spec, report: FaultReport): void {
  const { powerModes, throughputFloor, lostThroughputUsdPerMwh } = spec;
  const beside = { throughputFloor, lostThroughputUsdPerMwh };
  if (!powerModes) {
    for (const [field, value] of Object.entries(beside))
      if (value !== undefined)
        report(field, `${value} without powerModes`, "powerModes beside it", "measure the modes, or leave it out");
    return;
  }
  if (throughputFloor === undefined)
    report(
      "throughputFloor",
      "nothing",
      "the least share of full throughput (SLO), since powerModes are given",
      "give it, e.g. 0.9; 1 = never throttled",
    );
  if (lostThroughputUsdPerMwh === undefined)
    report(
      "lostThroughputUsdPerMwh",
      "nothing",
      "the price of lost throughput, since powerModes are given",
      "give USD per facility MWh at full power whose work is lost",
    );
  checkThroughputModes(spec, report);
}

/** Undefined where the load has no power modes, or they leave nothing to throttle (with a notice). */
export function declareFirmThrottle(
  spec: Spec,
  fixedMw: Float64Array,
  unservedMw: ColumnBlock | undefined,
  site: SiteModel,
): FirmThrottle | undefined {
  const { name, powerModes, throughputFloor = 1, lostThroughputUsdPerMwh = 0 } = spec;
  if (!powerModes) return undefined;
  const modes = efficientModes(name, spec, false, site);
  const [lowest] = modes;
  if (throughputFloor < lowest.output)
    site.notices.push(
      `${name}: throughputFloor ${throughputFloor} lies below the lowest power mode, ${lowest.name} with ` +
        `${percent(lowest.output)} of full throughput; the load is throttled no further than that.`,
    );
  const depth = 1 - powerAt(modes, Math.max(throughputFloor, lowest.output));
  if (depth <= 0) {
    site.notices.push(`${name}: its power modes leave nothing to throttle above throughputFloor ${throughputFloor}.`);
    return undefined;
  }
  const throttledMw = site.addSeries(name, "throttledMw", {
    unit: "MW",
    upper: scaled(fixedMw, depth),
    words: { low: "at full power", high: "throttled to its floor", between: "throttled" },
  });
  const lostMw = site.addSeries(name, "lostThroughputMw", { unit: "MW", upper: fixedMw });
  site.supply(throttledMw);
  site.addCost(lostMw, LOST_THROUGHPUT, "penalty", lostThroughputUsdPerMwh * site.time.stepHours);
  if (unservedMw) {
    const rows = site.addRows(name, "throttled is served", { unit: "MW", upper: scaled(fixedMw, depth) });
    site.addTerms(rows, throttledMw, 1);
    site.addTerms(rows, unservedMw, depth);
  }
  for (let k = modes.length - 1; k > 0; k--) {
    const [below, { power, output }] = [modes[k - 1], modes[k]];
    const perMw = (output - below.output) / (power - below.power);
    const free = perMw * (1 - power) - (1 - output);
    const rows = site.addRows(name, `throughput of mode ${k + 1}`, { unit: "MW", lower: scaled(fixedMw, -free) });
    site.addTerms(rows, lostMw, 1);
    site.addTerms(rows, throttledMw, -perMw);
    if (unservedMw && free > 0) site.addTerms(rows, unservedMw, -free);
    if (below.output <= throughputFloor) break;
  }
  return { throttledMw, lostMw };
}

/** Power share at which the hull reaches a share of throughput, from that of its first mode to 1. */
function powerAt(modes: readonly ModeShare[], output: number): number {
  for (let k = 1; k < modes.length; k++) {
    const [below, mode] = [modes[k - 1], modes[k]];
    if (output > mode.output) continue;
    return below.power + ((output - below.output) * (mode.power - below.power)) / (mode.output - below.output);
  }
  return modes[modes.length - 1].power;
}

/** `0.9535` as `95.4 %`. */
function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
