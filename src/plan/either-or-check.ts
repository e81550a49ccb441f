import type { EitherOr, Flow } from "../model/either-or.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { localStamp } from "../time/time-grid.ts";

/** Power in MW up to which both sides of an either-or rule count as zero. */
export const EITHER_OR_TOLERANCE_MW = 1e-6;

/** Where an answer breaks an either-or rule. */
export interface BrokenRule {
  /** e.g. `bess charges and discharges`. */
  readonly rule: string;
  readonly interval: number;
  /** Local time of the interval's start. */
  readonly at: string;
  /** The two powers that exclude each other, MW. */
  readonly aMw: number;
  readonly bMw: number;
}

/** Every interval in which both sides of a rule are above the tolerance. */
export function brokenRules(rules: readonly EitherOr[], solved: SolvedSite): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const { rule, a, b } of rules) {
    const aMw = total(a, solved);
    const bMw = total(b, solved);
    for (let t = 0; t < aMw.length; t++) {
      if (aMw[t] > EITHER_OR_TOLERANCE_MW && bMw[t] > EITHER_OR_TOLERANCE_MW) {
        broken.push({ rule, interval: t, at: localStamp(solved.time, t), aMw: aMw[t], bMw: bMw[t] });
      }
    }
  }
  return broken;
}

function total(flows: readonly Flow[], solved: SolvedSite): Float64Array {
  const mw = new Float64Array(solved.time.count);
  for (const flow of flows) {
    const values = solved.values(flow.columns);
    for (let t = 0; t < mw.length; t++) mw[t] += values[t];
  }
  return mw;
}
