/**
 * Why one column has its value. With d = the sum of its cost terms (its reduced cost), at an optimum
 *
 *     d > 0: one more unit would lose d, so the column is at its lower bound
 *     d < 0: one more unit would gain -d, so it is at its upper bound, and that limit binds
 *     d = 0: neither more nor less pays; if it is not at a bound, the rows among its terms determine it
 *
 * The sentence is this sum, costs against income: `fleet asleep: power 61 > strike 56 USD/MWh`.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { ColumnBlock, RowBlock } from "../model/block.ts";
import { figure } from "../plan/detail-text.ts";
import type { ExplainedPlan } from "./explained-plan.ts";
import { moneyTerms, type MoneyTerm } from "./money-terms.ts";

/**
 * A value within this of a bound (relative to 1 + |bound|) is at it. Solvers satisfy bounds to 1e-9, and solutions to
 * 1e-7 are accepted.
 */
const AT_BOUND = 1e-6;
/** Terms that cancel to less than this share of their absolute values (plus 1 USD) are equal. */
const EQUAL_USD = 1e-7;

export type ColumnState = "at-lower-bound" | "at-upper-bound" | "between-bounds" | "fixed";

export interface Reason {
  readonly asset: string;
  /** e.g. `importMw`, `peakMw 2026-07`. */
  readonly quantity: string;
  readonly unit: string;
  readonly value: number;
  readonly lowerBound: number;
  /** Infinity without an upper limit. */
  readonly upperBound: number;
  readonly state: ColumnState;
  /** The input field whose limit binds, e.g. `importLimitMw`. */
  readonly bindingLimit?: string;
  /** The either-or rule that fixes it at zero because its other side runs. */
  readonly barredBy?: string;
  /** Costs and (negative) income of one more unit; they sum to `netUsd`. In `perUnit`. */
  readonly terms: readonly { readonly what: string; readonly usd: number }[];
  /** > 0: one more unit would lose this; < 0: gain. */
  readonly netUsd: number;
  /** `USD/MWh` for a power in an interval, else `USD` per unit. */
  readonly perUnit: string;
  readonly sentence: string;
}

/** With the terms of the model, for following a row further. */
export interface OpenReason {
  readonly reason: Reason;
  readonly block: ColumnBlock;
  /** Index of the column in its block. */
  readonly place: number;
  readonly parts: readonly MoneyTerm[];
  /** Whether a row that is one of the user's limits (a ramp, a cap, a call) binds it, in either direction. */
  readonly isBoundByRow: boolean;
}

export function reasonOf({ built, solution, barredBy }: ExplainedPlan, block: ColumnBlock, place: number): OpenReason {
  const { site, lp } = built;
  const j = block.start + place;
  const value = solution.x[j];
  const [lowerBound, upperBound] = [lp.colLower[j], lp.colUpper[j]];
  const isAt = (limit: number) => Math.abs(value - limit) <= AT_BOUND * (1 + Math.abs(limit));
  const state =
    lowerBound === upperBound
      ? "fixed"
      : isAt(lowerBound)
        ? "at-lower-bound"
        : isAt(upperBound)
          ? "at-upper-bound"
          : "between-bounds";
  const isHourly = block.perInterval && block.unit === "MW";
  const perUnit = isHourly ? "USD/MWh" : `USD/${block.unit}`;
  const parts = moneyTerms(site, lp, solution.y, block, place);
  const scale = isHourly ? 1 / site.time.stepHours : 1;
  const terms = parts.map(({ what, usd }) => ({ what, usd: usd * scale }));
  const netUsd = terms.reduce((sum, { usd }) => sum + usd, 0);
  const rounding = EQUAL_USD * (1 + terms.reduce((sum, { usd }) => sum + Math.abs(usd), 0));
  const sign = Math.abs(netUsd) <= rounding ? 0 : Math.sign(netUsd);
  const barred = barredBy.get(j);
  const field =
    sign < 0 ? site.limits.find((limit) => limit.block === block)?.limit : block.lowerLimit?.(block.from + place);
  const bindingLimit = sign === 0 || barred !== undefined ? undefined : field;
  const limit = sign < 0 ? upperBound : lowerBound;
  const { low, high, between, own } = block.words ?? {};
  const word =
    state === "at-lower-bound"
      ? low
      : state === "at-upper-bound"
        ? high
        : state === "between-bounds"
          ? between
          : undefined;
  const named = own === undefined ? terms : combineCostItems(terms, parts, own);
  const side = (wanted: 1 | -1) =>
    named
      .flatMap(({ what, usd }) => (wanted * usd > rounding ? [`${what} ${figure(wanted * usd)}`] : []))
      .join(" + ") || "0";
  // A balance row does not bind a quantity; rows with a bound on one side do (a peak, a ramp, a cap).
  const holding = parts.flatMap(({ what, rows, usd }) =>
    rows && usd * scale > rounding && isOneSided(rows, lp) ? [what] : [],
  );
  const reasonText = [
    barred !== undefined && `; fixed at 0, since otherwise ${barred}`,
    sign === 0 && state === "between-bounds" && holding.length > 0 && `; limited by ${holding.join(", ")}`,
    bindingLimit !== undefined && `; limited by ${bindingLimit} ${figure(limit)} ${block.unit}`,
    bindingLimit !== undefined &&
      sign < 0 &&
      `, of which one more ${isHourly ? "MWh" : block.unit} is worth ${figure(-netUsd)} USD`,
  ]
    .filter(Boolean)
    .join("");
  return {
    reason: {
      asset: block.asset,
      quantity: block.name,
      unit: block.unit,
      value,
      lowerBound,
      upperBound,
      state,
      ...(bindingLimit !== undefined && { bindingLimit }),
      ...(barred !== undefined && { barredBy: barred }),
      terms,
      netUsd,
      perUnit,
      sentence:
        `${block.asset} ${word ?? `${block.name} ${figure(value)} ${block.unit}`}: ${side(1)} ` +
        `${[">", "=", "<"][1 - sign]} ${side(-1)} ${perUnit}${reasonText}`,
    },
    block,
    place,
    parts,
    isBoundByRow: parts.some(
      ({ rows, usd }) =>
        rows !== undefined && Math.abs(usd * scale) > rounding && site.limits.some((given) => given.block === rows),
    ),
  };
}

function isOneSided({ start, count }: RowBlock, { rowLower, rowUpper }: LinearProgram): boolean {
  return rowLower[start + count - 1] !== rowUpper[start + count - 1];
}

/** Combines the cost items of the column into one term under the asset's own name for it, e.g. `strike`. */
function combineCostItems(terms: Reason["terms"], parts: readonly MoneyTerm[], own: string): Reason["terms"] {
  const isItem = (_: unknown, i: number) => parts[i].rows === undefined;
  const usd = terms.filter(isItem).reduce((sum, term) => sum + term.usd, 0);
  return [...terms.filter((term, i) => !isItem(term, i)), { what: own, usd }];
}
