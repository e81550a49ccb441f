/**
 * How the limits of a site depend on its sizes. The site is built at sizes U, at half of each size in
 * turn, and at one mixed point. With v any bound, right-hand side or the constant of the objective,
 *
 *     dv / ds_k = (v(U) - v(U with U_k / 2)) / (U_k / 2),          v(s) = v(U) + sum_k dv/ds_k (s_k - U_k)
 *
 * and the mixed point tests that v is that straight line. Halving is exact in floating point, so a limit that is a
 * multiple of a size has its slope to the last digit. U is a little above the greatest sizes that may be chosen, so
 * that nothing but the size itself binds there. Coefficients and costs must not depend on a size, because their
 * product with a column is not linear. The exception are the valid rows a / Ua + b / Ub <= 1 of either-or rules: with
 * U they hold at every size.
 */
import { PlanInputError } from "../errors.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { blockOf } from "../model/block-of.ts";
import type { BuiltSite } from "../plan/build-site.ts";
import { buildSteps } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { type ChosenSize, requestAt } from "./chosen-size.ts";

/** The bounds that may depend on a size. */
export const BOUNDS = ["colLower", "colUpper", "rowLower", "rowUpper"] as const;

/** d bound / d size by bound, and of the objective's constant. */
export interface LimitSlopes extends Record<(typeof BOUNDS)[number], Float64Array> {
  readonly objectiveOffset: number;
}

export interface ScalingSite {
  /** The site at the sizes U. */
  readonly built: BuiltSite;
  /** U, by choice. */
  readonly sizes: readonly number[];
  /** By choice. */
  readonly slopes: readonly LimitSlopes[];
}

/** U over the greatest size; few digits, so that the product is exact. */
const BEYOND = 1 + 2 ** -10;
/** Differences below this share of the values are rounding. */
const ROUNDING = 1e-12;
/** The mixed point may be missed by this share. */
const SAME = 1e-9;

/** @throws PlanInputError if the site at other sizes is not a straight line of it. */
export function* scalingSteps(request: PlanRequest, choices: readonly ChosenSize[]): Generator<undefined, ScalingSite> {
  const sizes = choices.map(({ most }) => most * BEYOND);
  const built = yield* buildSteps(requestAt(request, choices, sizes));
  const slopes: LimitSlopes[] = [];
  for (const [k, choice] of choices.entries()) {
    const half = yield* buildSteps(requestAt(request, choices, sizes.with(k, sizes[k] / 2)));
    checkShape(built, half, [choice]);
    slopes.push(slopesBetween(built.lp, half.lp, sizes[k] / 2));
    yield;
  }
  // Any point between will do if it is not a multiple of the others.
  const mixed = sizes.map((size, k) => size * (0.3 + 0.5 * ((0.618 * (k + 1)) % 1)));
  const between = yield* buildSteps(requestAt(request, choices, mixed));
  checkShape(built, between, choices);
  checkLines(
    built,
    between.lp,
    slopes,
    mixed.map((size, k) => size - sizes[k]),
    choices,
  );
  yield;
  return { built, sizes, slopes };
}

function slopesBetween(at: LinearProgram, half: LinearProgram, step: number): LimitSlopes {
  const slope = (a: number, b: number) => (a === b || Math.abs(a - b) <= ROUNDING * Math.abs(a) ? 0 : (a - b) / step);
  const of = (bound: (typeof BOUNDS)[number]) => at[bound].map((value, i) => slope(value, half[bound][i]));
  return {
    colLower: of("colLower"),
    colUpper: of("colUpper"),
    rowLower: of("rowLower"),
    rowUpper: of("rowUpper"),
    objectiveOffset: slope(at.objectiveOffset, half.objectiveOffset),
  };
}

/** Refuses a site of another shape, or with other coefficients or costs. */
function checkShape(at: BuiltSite, other: BuiltSite, choices: readonly ChosenSize[]): void {
  // NB: not by name, because a block may be named by a figure that scales, e.g. a segment of a hall's curve.
  const blocksOf = ({ site }: BuiltSite) => [...site.columnBlocks, ...site.rowBlocks];
  const [own, others] = [blocksOf(at), blocksOf(other)];
  const shape = ({ of, asset, unit, from, count }: (typeof own)[number]) => `${of} ${asset} ${unit} ${from} ${count}`;
  const differs = own.findIndex((block, b) => others[b] === undefined || shape(block) !== shape(others[b]));
  if (differs >= 0 || own.length !== others.length) {
    const { asset, name } = own[differs] ?? others[own.length];
    notLinear(choices, `adds or removes ${asset} ${name}`);
  }
  const isValidRow = new Uint8Array(at.lp.numRows);
  for (const { rows } of at.site.eitherOrs) if (rows) isValidRow.fill(1, rows.start, rows.start + rows.count);
  for (let j = 0; j < at.lp.numCols; j++) {
    if (!isSame(at.lp.cost[j], other.lp.cost[j])) {
      const { asset, name } = blockOf(at.site.columnBlocks, j);
      notLinear(choices, `changes what ${asset} ${name} costs`);
    }
    const row = differingRow(at.lp, other.lp, j, isValidRow);
    if (row < 0) continue;
    const limit = blockOf(at.site.rowBlocks, row);
    notLinear(choices, `changes a coefficient of ${limit.asset} ${limit.name}`);
  }
}

/** The first row in which column j has another coefficient, rows marked in `without` apart; -1 where there is none. */
function differingRow(a: LinearProgram, b: LinearProgram, j: number, without: Uint8Array): number {
  let [p, q] = [a.colStart[j], b.colStart[j]];
  const [endP, endQ] = [a.colStart[j + 1], b.colStart[j + 1]];
  for (;;) {
    while (p < endP && without[a.rowIndex[p]] === 1) p++;
    while (q < endQ && without[b.rowIndex[q]] === 1) q++;
    if (p === endP || q === endQ) return p < endP ? a.rowIndex[p] : q < endQ ? b.rowIndex[q] : -1;
    if (a.rowIndex[p] !== b.rowIndex[q] || !isSame(a.value[p], b.value[q])) return a.rowIndex[p];
    p++;
    q++;
  }
}

/** `steps`: from the greatest sizes to those of `between`. */
function checkLines(
  { lp, site }: BuiltSite,
  between: LinearProgram,
  slopes: readonly LimitSlopes[],
  steps: readonly number[],
  choices: readonly ChosenSize[],
): void {
  for (const bound of BOUNDS) {
    const blocks = bound.startsWith("col") ? site.columnBlocks : site.rowBlocks;
    for (let i = 0; i < lp[bound].length; i++) {
      let [value, size] = [lp[bound][i], Math.abs(lp[bound][i])];
      slopes.forEach((own, k) => {
        value += own[bound][i] * steps[k];
        size += Math.abs(own[bound][i] * steps[k]);
      });
      const actual = between[bound][i];
      if (value === actual || Math.abs(value - actual) <= SAME * Math.max(1, size)) continue;
      const { asset, name } = blockOf(blocks as readonly { start: number; asset: string; name: string }[], i);
      notLinear(choices, `changes a limit of ${asset} ${name} by more than its share`);
    }
  }
  const offset = slopes.reduce((usd, own, k) => usd + own.objectiveOffset * steps[k], lp.objectiveOffset);
  const scale = slopes.reduce(
    (usd, own, k) => usd + Math.abs(own.objectiveOffset * steps[k]),
    Math.abs(lp.objectiveOffset),
  );
  if (Math.abs(offset - between.objectiveOffset) > SAME * Math.max(1, scale))
    notLinear(choices, "changes constant costs by more than its share");
}

function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

export function notLinear(choices: readonly ChosenSize[], what: string): never {
  throw new PlanInputError([
    {
      path: "options.choices",
      given: `${choices.map(({ asset, size }) => `${asset} ${size}`).join(", ")}, which ${what}`,
      wanted: "sizes in which every limit is a straight line",
      fix: "fix that size and compare plans at several of it, or take the field out that makes it so",
    },
  ]);
}
