import { EXCLUSIVE_TOLERANCE, type BrokenPair, type ExclusivePairs } from "../branch/exclusive-pairs.ts";
import type { ColumnBlock } from "../model/block.ts";
import { columnsAt } from "../model/either-or.ts";
import type { SiteModel } from "../model/site-model.ts";
import { isoStamp, type TimeGrid } from "../time/time-grid.ts";
import { detailText, figure, spans, spanText } from "./detail-text.ts";

/** Power in MW up to which both sides of an either-or rule count as zero. */
export const EITHER_OR_TOLERANCE_MW = EXCLUSIVE_TOLERANCE;

const GENERAL_REMEDY = "change the prices that make both profitable at once, or limit one of the two to 0 there";

/** An interval in which the optimum of the program violates an either-or rule. */
export interface BrokenRule {
  /** e.g. `bess charges and discharges`. */
  readonly rule: string;
  /**
   * Index of the interval.
   * @unit 1
   */
  readonly interval: number;
  /** Start of the interval, ISO-8601 with the local offset. */
  readonly at: string;
  /** The two mutually exclusive powers, MW. */
  readonly aMw: number;
  /** The other of the two powers. */
  readonly bMw: number;
  /** How to avoid it. */
  readonly remedy: string;
}

/** The rules as pairs of sides: pair r * count + t is rule r in interval t. */
export function rulePairs({ eitherOrs: rules, balance, time: { count } }: SiteModel): ExclusivePairs {
  return {
    blocks: Array.from({ length: count }, (_, t) => ({
      row: balance.start + t,
      pairs: rules.map((_rule, r) => r * count + t),
      validRows: rules.flatMap(({ rows }) => (rows ? [rows.start + t] : [])),
    })),
    columns(pair, side) {
      const { a, b } = rules[Math.floor(pair / count)];
      return columnsAt(side === 0 ? a : b, pair % count);
    },
    broken: (x) =>
      rules.flatMap(({ a, b }, r) => {
        const [aMw, bMw] = [totalOf(a, x, count), totalOf(b, x, count)];
        const broken: BrokenPair[] = [];
        for (let t = 0; t < count; t++) {
          if (aMw[t] > EITHER_OR_TOLERANCE_MW && bMw[t] > EITHER_OR_TOLERANCE_MW)
            broken.push({ pair: r * count + t, sums: [aMw[t], bMw[t]] });
        }
        return broken;
      }),
  };
}

function totalOf(side: readonly ColumnBlock[], x: Float64Array, count: number): Float64Array {
  const total = new Float64Array(count);
  for (const { start, from, count: covered } of side) for (let i = 0; i < covered; i++) total[from + i] += x[start + i];
  return total;
}

/** Every interval in which both sides of a rule exceed the tolerance, rule by rule. */
export function brokenRules(site: SiteModel, x: Float64Array): BrokenRule[] {
  const { time } = site;
  return rulePairs(site)
    .broken(x)
    .map(({ pair, sums: [aMw, bMw] }) => {
      const { rule, remedy = GENERAL_REMEDY } = site.eitherOrs[Math.floor(pair / time.count)];
      const interval = pair % time.count;
      return { rule, interval, at: isoStamp(time, interval), aMw, bMw, remedy };
    });
}

/** Violated rules by rule and span, at most five lines, then the remedy. */
export function brokenRulesText(broken: readonly BrokenRule[], time: TimeGrid): string {
  const lines = spans(broken, ({ rule }) => rule).map((span) => {
    const most = (side: "aMw" | "bMw") => figure(Math.max(...span.map((broke) => broke[side])));
    return (
      `${span[0].rule} ${spanText(time, span[0].interval, span.length)} (up to ${most("aMw")} and ` +
      `${most("bMw")} MW)`
    );
  });
  return [detailText(lines), ...new Set(broken.map(({ remedy }) => `fix: ${remedy}`))].join("\n");
}
