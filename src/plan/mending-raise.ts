/**
 * How far a limit has to be raised for what is missed beside it: where its column gives a_t to the balance row that is short
 * by miss_t, to value_t + miss_t / a_t in every interval of the span. Whether that is enough (the fuel may not last, the
 * battery be empty) is tried: the elastic program with the limits raised must cost less by all that the span misses.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { Columns } from "../model/columns.ts";
import type { PreparedLp } from "../solvers/prepare-lp.ts";
import type { LpOptions } from "../lp/options.ts";
import type { BuiltSite } from "./build-site.ts";
import { NO_MISS } from "./holding-limits.ts";
import { preparedSteps } from "./prepared-steps.ts";

/** Balance rows short by `miss` > 0, one after the other. */
export type ShortSpan = readonly { readonly interval: number; readonly miss: number }[];

/**
 * The limit, where the span is short most, at which nothing is missed in the span any more; undefined where raising it
 * does not do it. `prepared` holds the elastic program, of optimum `costNow`.
 */
export function* mendingRaise(
  { site, lp }: BuiltSite,
  prepared: PreparedLp,
  elastic: LinearProgram,
  costNow: number,
  block: Columns,
  span: ShortSpan,
  options: LpOptions,
): Generator<unknown, number | undefined> {
  const colUpper = elastic.colUpper.slice();
  const rowUpper = elastic.rowUpper.slice();
  let saved = 0;
  let [worstMiss, raised] = [0, NaN];
  for (const { interval, miss } of span) {
    const j = block.start + interval - block.from;
    if (!block.perInterval || interval < block.from || interval >= block.from + block.count) return undefined;
    const share = coefficient(lp, j, site.balance.start + interval);
    if (!(share > 0)) return undefined;
    colUpper[j] = lp.colUpper[j] + miss / share;
    saved += miss * site.time.stepHours;
    if (miss > worstMiss) [worstMiss, raised] = [miss, colUpper[j]];
    // A valid row is made of the limit that is raised.
    for (const { a, b, rows } of site.eitherOrs) if (rows && (a.includes(block) || b.includes(block))) rowUpper[rows.start + interval - rows.from] = Infinity;
  }
  const after = yield* preparedSteps(prepared, { colUpper, rowUpper }, options);
  return after && after.objective <= costNow - saved + NO_MISS * (1 + span.length) ? raised : undefined;
}

function coefficient({ colStart, rowIndex, value }: LinearProgram, j: number, row: number): number {
  for (let k = colStart[j]; k < colStart[j + 1]; k++) if (rowIndex[k] === row) return value[k];
  return 0;
}
