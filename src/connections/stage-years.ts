/**
 * How long each stage of a connection lasts within the years compared, and what delays and curtailed hours are worth.
 * With T_k the years that stage k lasts there, c_k its cost of a year and c_0 that of a year before the connection:
 *
 *     total = c_0 T_0 + sum_k c_k T_k + upgradeUsd          (not discounted)
 *
 * A delay of all stages by m months moves their starts; `totalUsd` at a delay is piecewise linear in it. The curtailed
 * hours of a stage change its cost in proportion: c_k(h) = firm_k + (c_k - firm_k) h / h_k, with firm_k the cost of a
 * year in which nothing is curtailed.
 */
import { MS_PER_HOUR } from "../time/time-grid.ts";
import { HOURS_PER_YEAR } from "./curtailment-events.ts";

const MS_PER_YEAR = HOURS_PER_YEAR * MS_PER_HOUR;
const MONTHS_PER_YEAR = 12;
/** Halvings of a bracket: a double has no more digits. */
const HALVINGS = 60;

export interface YearSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A connection's stages by their start, with what a year costs in them. */
export interface PricedOption {
  readonly beforeUsdPerYear: number;
  readonly upgradeUsd: number;
  readonly stages: readonly {
    readonly startMs: number;
    readonly usdPerYear: number;
    /** Cost of a year without curtailments; equal to `usdPerYear` if the stage has no curtailments. */
    readonly firmUsdPerYear: number;
  }[];
}

/** Years of each stage within the span, first those before the connection, if all stages begin `delayMonths` later. */
export function stageYears(starts: readonly number[], { fromMs, toMs }: YearSpan, delayMonths = 0): number[] {
  const delayMs = (delayMonths / MONTHS_PER_YEAR) * MS_PER_YEAR;
  const within = (ms: number) => Math.min(toMs, Math.max(fromMs, ms));
  const borders = [fromMs, ...starts.map((ms) => within(ms + delayMs)), toMs];
  return borders.slice(1).map((end, k) => (end - borders[k]) / MS_PER_YEAR);
}

/** Cost of the whole span, USD; `curtailedShare` times the curtailed hours of every stage. */
export function totalUsd(option: PricedOption, span: YearSpan, delayMonths = 0, curtailedShare = 1): number {
  const { stages, beforeUsdPerYear, upgradeUsd } = option;
  const [before, ...years] = stageYears(
    stages.map(({ startMs }) => startMs),
    span,
    delayMonths,
  );
  return stages.reduce(
    (usd, { usdPerYear, firmUsdPerYear }, k) =>
      usd + years[k] * (firmUsdPerYear + curtailedShare * (usdPerYear - firmUsdPerYear)),
    // Without a plan before the connection its cost is NaN, which counts only where there are such years.
    upgradeUsd + (before > 0 ? before * beforeUsdPerYear : 0),
  );
}

/**
 * Months by which an option may be late until it costs as much as `otherUsd`; Infinity if never within the span, NaN if
 * the site has no plan before it.
 */
export function breakEvenMonths(option: PricedOption, otherUsd: number, span: YearSpan): number {
  if (Number.isNaN(option.beforeUsdPerYear)) return Number.NaN;
  const most = ((span.toMs - span.fromMs) / MS_PER_YEAR) * MONTHS_PER_YEAR;
  return firstRoot((months) => totalUsd(option, span, months) - otherUsd, most);
}

/** Multiple of its curtailed hours at which an option costs as much as `otherUsd`; Infinity if at none. */
export function breakEvenCurtailedShare(option: PricedOption, otherUsd: number, span: YearSpan): number {
  const [firm, slope] = [totalUsd(option, span, 0, 0), totalUsd(option, span, 0, 1) - totalUsd(option, span, 0, 0)];
  const share = (otherUsd - firm) / slope;
  return slope > 0 && share >= 0 ? share : Infinity;
}

/** Where a function that is below 0 at 0 first reaches 0, looked for month by month up to `most`. */
function firstRoot(of: (x: number) => number, most: number): number {
  if (of(0) >= 0) return 0;
  for (let low = 0; low < most; low++) {
    const high = Math.min(most, low + 1);
    if (of(high) < 0) continue;
    let [a, b] = [low, high];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (a + b) / 2;
      if (of(middle) < 0) a = middle;
      else b = middle;
    }
    return b;
  }
  return Infinity;
}
