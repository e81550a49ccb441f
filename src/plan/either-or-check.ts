import type { EitherOr } from "../model/either-or.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { isoStamp, type TimeGrid } from "../time/time-grid.ts";
import { detailText, figure, spans, spanText } from "./detail-text.ts";

/** Power in MW up to which both sides of an either-or rule count as zero. */
export const EITHER_OR_TOLERANCE_MW = 1e-6;

const GENERAL_REMEDY = "change the prices that make both at once pay, or limit one of the two to 0 there";

/** Where an answer breaks an either-or rule. */
export interface BrokenRule {
  /** e.g. `bess charges and discharges`. */
  readonly rule: string;
  readonly interval: number;
  /** Start of the interval, ISO-8601 with the local offset. */
  readonly at: string;
  /** The two powers that exclude each other, MW. */
  readonly aMw: number;
  readonly bMw: number;
  /** What to do about it. */
  readonly remedy: string;
}

/** Every interval in which both sides of a rule are above the tolerance, rule by rule. */
export function brokenRules(rules: readonly EitherOr[], solved: SolvedSite): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const { rule, a, b, remedy = GENERAL_REMEDY } of rules) {
    const aMw = solved.total(a);
    const bMw = solved.total(b);
    for (let t = 0; t < aMw.length; t++) {
      if (aMw[t] > EITHER_OR_TOLERANCE_MW && bMw[t] > EITHER_OR_TOLERANCE_MW) {
        broken.push({ rule, interval: t, at: isoStamp(solved.time, t), aMw: aMw[t], bMw: bMw[t], remedy });
      }
    }
  }
  return broken;
}

/** Broken rules by rule and span, at most five lines, then what to do. */
export function brokenRulesText(broken: readonly BrokenRule[], time: TimeGrid): string {
  const lines = spans(broken, ({ rule }) => rule).map((span) => {
    const most = (side: "aMw" | "bMw") => figure(Math.max(...span.map((broke) => broke[side])));
    return `${span[0].rule} ${spanText(time, span[0].interval, span.length)} (up to ${most("aMw")} and ${most("bMw")} MW)`;
  });
  return [detailText(lines), ...new Set(broken.map(({ remedy }) => `fix: ${remedy}`))].join("\n");
}
