/**
 * Why one column stands where it does. With d = sum of its money terms, at an optimum
 *
 *     d > 0: one more unit would lose d, so the column is at its lower limit
 *     d < 0: one more would gain -d, so it is at its upper limit: that limit is what holds it
 *     d = 0: neither more nor less pays; where it is not at a limit, the rows among its terms hold it
 *
 * The sentence is the sum itself, what it costs against what it brings: `fleet asleep: power 61 > strike 56 USD/MWh`.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { Columns, Rows } from "../model/columns.ts";
import { figure } from "../plan/detail-text.ts";
import type { ExplainedPlan } from "./explained-plan.ts";
import { moneyTerms, type MoneyTerm } from "./money-terms.ts";

/** A value this near a limit (relative to 1 + |limit|) is at it; solvers keep limits to 1e-9 and read to 1e-7. */
const AT_LIMIT = 1e-6;
/** Terms that cancel to less than this of their sizes (plus money's own unit) are equal. */
const SAME_MONEY = 1e-7;

export type ColumnState = "at-lower-limit" | "at-upper-limit" | "between-limits" | "fixed";

export interface Reason {
  readonly asset: string;
  /** e.g. `importMw`, `peakMw 2026-07`. */
  readonly quantity: string;
  readonly unit: string;
  readonly value: number;
  readonly lowerLimit: number;
  /** Infinity where there is none. */
  readonly upperLimit: number;
  readonly state: ColumnState;
  /** The input field whose limit holds it, e.g. `importLimitMw`. */
  readonly heldBy?: string;
  /** The either-or rule that holds it at zero because its other side runs. */
  readonly barredBy?: string;
  /** What one more unit costs and (negative) brings; sums to `netUsd`. In `perUnit`. */
  readonly terms: readonly { readonly what: string; readonly usd: number }[];
  /** > 0: one more would lose this; < 0: gain. */
  readonly netUsd: number;
  /** `USD/MWh` for a power in an interval, else `USD` per unit. */
  readonly perUnit: string;
  readonly sentence: string;
}

/** With the terms as the model has them, for those who follow a row further. */
export interface OpenReason {
  readonly reason: Reason;
  readonly block: Columns;
  /** Index of the column in its block. */
  readonly place: number;
  readonly parts: readonly MoneyTerm[];
  /** A row that is a limit of the user's (a ramp, a cap, a call) holds it, whichever way. */
  readonly isHeld: boolean;
}

export function reasonOf({ built, solution, barredBy }: ExplainedPlan, block: Columns, place: number): OpenReason {
  const { site, lp } = built;
  const j = block.start + place;
  const value = solution.x[j];
  const [lowerLimit, upperLimit] = [lp.colLower[j], lp.colUpper[j]];
  const isAt = (limit: number) => Math.abs(value - limit) <= AT_LIMIT * (1 + Math.abs(limit));
  const state =
    lowerLimit === upperLimit
      ? "fixed"
      : isAt(lowerLimit)
        ? "at-lower-limit"
        : isAt(upperLimit)
          ? "at-upper-limit"
          : "between-limits";
  const isHourly = block.perInterval && block.unit === "MW";
  const perUnit = isHourly ? "USD/MWh" : `USD/${block.unit}`;
  const parts = moneyTerms(site, lp, solution.y, block, place);
  const scale = isHourly ? 1 / site.time.stepHours : 1;
  const terms = parts.map(({ what, usd }) => ({ what, usd: usd * scale }));
  const netUsd = terms.reduce((sum, { usd }) => sum + usd, 0);
  const rounding = SAME_MONEY * (1 + terms.reduce((sum, { usd }) => sum + Math.abs(usd), 0));
  const sign = Math.abs(netUsd) <= rounding ? 0 : Math.sign(netUsd);
  const barred = barredBy.get(j);
  const field =
    sign < 0 ? site.limits.find((limit) => limit.block === block)?.limit : block.lowerLimit?.(block.from + place);
  const heldBy = sign === 0 || barred !== undefined ? undefined : field;
  const limit = sign < 0 ? upperLimit : lowerLimit;
  const { low, high, between, own } = block.words ?? {};
  const word =
    state === "at-lower-limit"
      ? low
      : state === "at-upper-limit"
        ? high
        : state === "between-limits"
          ? between
          : undefined;
  const named = own === undefined ? terms : ownAsOne(terms, parts, own);
  const side = (wanted: 1 | -1) =>
    named
      .flatMap(({ what, usd }) => (wanted * usd > rounding ? [`${what} ${figure(wanted * usd)}`] : []))
      .join(" + ") || "0";
  // A balance holds nothing at a place; what has a limit on one side does (a peak, a ramp, a cap).
  const holding = parts.flatMap(({ what, rows, usd }) =>
    rows && usd * scale > rounding && isOneSided(rows, lp) ? [what] : [],
  );
  const held = [
    barred !== undefined && `; held at 0, since otherwise ${barred}`,
    sign === 0 && state === "between-limits" && holding.length > 0 && `; held there by ${holding.join(", ")}`,
    heldBy !== undefined && `; held by ${heldBy} ${figure(limit)} ${block.unit}`,
    heldBy !== undefined &&
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
      lowerLimit,
      upperLimit,
      state,
      ...(heldBy !== undefined && { heldBy }),
      ...(barred !== undefined && { barredBy: barred }),
      terms,
      netUsd,
      perUnit,
      sentence:
        `${block.asset} ${word ?? `${block.name} ${figure(value)} ${block.unit}`}: ${side(1)} ` +
        `${[">", "=", "<"][1 - sign]} ${side(-1)} ${perUnit}${held}`,
    },
    block,
    place,
    parts,
    isHeld: parts.some(
      ({ rows, usd }) =>
        rows !== undefined && Math.abs(usd * scale) > rounding && site.limits.some((given) => given.block === rows),
    ),
  };
}

function isOneSided({ start, count }: Rows, { rowLower, rowUpper }: LinearProgram): boolean {
  return rowLower[start + count - 1] !== rowUpper[start + count - 1];
}

/** The cost items of the column as one part under the asset's own name for it, e.g. `strike`. */
function ownAsOne(terms: Reason["terms"], parts: readonly MoneyTerm[], own: string): Reason["terms"] {
  const isItem = (_: unknown, i: number) => parts[i].rows === undefined;
  const usd = terms.filter(isItem).reduce((sum, term) => sum + term.usd, 0);
  return [...terms.filter((term, i) => !isItem(term, i)), { what: own, usd }];
}
