/**
 * How far one limit has to be raised for a plan to be possible. With phi(v) the optimum of the elastic program (what is
 * missed, weighted) of the site with the user's field at v or more, the least v with phi(v) = 0 is found by Newton's
 * method:
 *
 *     v_{k+1} = v_k - phi(v_k) / phi'(v_k)
 *
 * phi falls and is convex and piecewise straight where limits grow in proportion to v, so a step never goes too far and
 * the last one lands on the answer. The site is built anew for each v: so the answer is in the field's own unit, and
 * whatever else the field touches (fuel, hours, ratings in other rows) counts. What is said to be enough has been
 * tried: a point of the raised site that keeps every limit and either-or rule.
 */
import { quantity } from "../assets/fields/quantities.ts";
import { searchTree } from "../branch/search-tree.ts";
import { PlanInputError } from "../errors.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { dualSimplex } from "../solvers/dual-simplex.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import { type BuiltSite, buildSite, kindOf } from "./build-site.ts";
import { figureUp } from "./detail-text.ts";
import { elasticProgram } from "./elastic-program.ts";
import { NO_MISS } from "./holding-limits.ts";
import { keepEitherOr } from "./keep-either-or.ts";
import { withFieldAtLeast } from "./limit-field.ts";
import { withoutLooseRules } from "./loose-rules.ts";

/** A limit by its asset and name, and where it stands in the way. */
export interface RaisedLimit {
  readonly asset: string;
  readonly limit: string;
  /** Intervals in which it holds a conflict; a field that is one number for all is raised in all. */
  readonly holdsIn: (t: number) => boolean;
  /** The least and greatest value the field has there. */
  readonly range: readonly [least: number, most: number];
}

/** What bounds each solve. */
export type RaiseLimits = Pick<LpOptions, "timeLimitMs" | "iterationLimit">;

/** Newton steps; each passes a corner of phi, and few do with more than a handful. */
const MOST_STEPS = 12;
/** The step of phi' relative to max(1, v): far above rounding, far below what separates corners of a site. */
const DIFFERENCE = 1 / 1024;
/** A slope, missed units for each unit of the field, that is rounding. */
const NO_SLOPE = 1e-9;
/** How near, relative, a search by halves comes to the least value. */
const NEAR = 1e-3;
/** Programs solved to find a point that keeps the either-or rules. */
const MOST_NODES = 50;

/** Greatest values the input takes, by unit. */
const MOST: Readonly<Record<string, number>> = { MW: quantity.powerMw.max, MWh: quantity.energyMwh.max };

/**
 * The least value with which a plan is possible where the field is no less wherever it holds a conflict, rounded up to
 * six figures or to a whole number; undefined where no value is known to do it. `missed`: the optimum of the elastic
 * program of `built`.
 */
export function* mendingRaise(
  built: BuiltSite,
  missed: OptimalSolution,
  of: RaisedLimit,
  options: RaiseLimits,
): Generator<unknown, number | undefined> {
  const [lowest, start] = of.range;
  const [
    {
      field,
      block: { unit },
    },
  ] = built.site.limits.filter(({ block, limit }) => block.asset === of.asset && limit === of.limit);
  const { isWhole = false, most = MOST[unit] ?? Infinity } = field ?? {};
  const whole = (v: number) => (isWhole ? Math.ceil(v - NO_MISS) : v);
  let v = start;
  let last = missed;
  let site = raised(built, of, v);
  const isEnough = ({ objective }: OptimalSolution) => objective <= NO_MISS * (1 + start);
  for (let step = 0; site && step < MOST_STEPS; step++) {
    const next = yield* elasticSteps(site, last, options);
    if (!next) return undefined;
    last = next;
    if (isEnough(last)) {
      // Below the start phi need not be convex: a value that differs between intervals takes part in one after the
      // other.
      for (let below = step === 0 ? lowest : v; v - below > NEAR * v;) {
        const middle = whole((below + v) / 2);
        const between = middle < v ? raised(built, of, middle) : undefined;
        const found = between && (yield* elasticSteps(between, last, options));
        if (!found) break;
        if (isEnough(found)) [v, last] = [middle, found];
        else below = middle;
      }
      const told = Math.min(most, whole(figureUp(v)));
      const enough = raised(built, of, told);
      return enough && (yield* hasPlan(enough, last, options)) ? told : undefined;
    }
    yield;
    const ahead = isWhole ? 1 : DIFFERENCE * Math.max(1, v);
    const above = raised(built, of, v + ahead);
    const slope = above ? slopeOf(site.lp, above.lp, last) / ahead : 0;
    if (!(slope < -NO_SLOPE)) return undefined;
    v = Math.max(whole(v - last.objective / slope), isWhole ? v + 1 : v);
    if (v > most) return undefined;
    site = raised(built, of, v);
    yield;
  }
  return undefined;
}

/**
 * The optimum of the elastic program of a site of the same shape, from that of another; undefined where it is not
 * found.
 */
function* elasticSteps(
  { lp, site }: BuiltSite,
  { basis, x, y }: OptimalSolution,
  options: RaiseLimits,
): Generator<unknown, OptimalSolution | undefined> {
  const elastic = elasticProgram(lp, site);
  if (y.length !== elastic.numRows || x.length !== elastic.numCols) return undefined;
  const next = yield* solveLpSteps(elastic, {
    ...options,
    solver: dualSimplex,
    startPrices: y,
    ...(basis && { startBasis: basis }),
  });
  return next.status === "optimal" ? next : undefined;
}

/** Undefined where the field cannot be set, or the site so made has a fault. */
function raised({ plan }: BuiltSite, { asset, limit, holdsIn }: RaisedLimit, least: number): BuiltSite | undefined {
  let isSound = true;
  const assets = plan.assets.map((planned) => {
    if (planned.name !== asset) return planned;
    const own = withFieldAtLeast(planned, limit, least, holdsIn);
    if (own)
      kindOf(own).check?.(own.spec as never, own.initial as never, (...[, , , , isSuspicion]) => {
        isSound &&= isSuspicion === true;
      });
    else isSound = false;
    return own ?? planned;
  });
  if (!isSound) return undefined;
  try {
    return buildSite({ ...plan, assets });
  } catch (error) {
    if (error instanceof PlanInputError) return undefined;
    throw error;
  }
}

/**
 * d phi for the change of limits and coefficients from `lp` to `above`, by the prices at the optimum of `lp` (elastic).
 */
function slopeOf(lp: LinearProgram, above: LinearProgram, { x, y, reducedCost }: OptimalSolution): number {
  let change = 0;
  if (above.numRows !== lp.numRows || above.numCols !== lp.numCols) return 0;
  const move = (price: number, lower: readonly [number, number], upper: readonly [number, number]) => {
    const [from, to] = price > 0 ? lower : upper;
    if (price !== 0 && Number.isFinite(from) && Number.isFinite(to)) change += price * (to - from);
  };
  for (let i = 0; i < lp.numRows; i++)
    move(y[i], [lp.rowLower[i], above.rowLower[i]], [lp.rowUpper[i], above.rowUpper[i]]);
  for (let j = 0; j < lp.numCols; j++) {
    move(reducedCost[j], [lp.colLower[j], above.colLower[j]], [lp.colUpper[j], above.colUpper[j]]);
    if (x[j] === 0) continue;
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      // A coefficient that vanishes or comes up moves the columns' entries: then the two programs cannot be compared.
      if (above.rowIndex[k] !== lp.rowIndex[k]) return 0;
      change -= y[lp.rowIndex[k]] * x[j] * (above.value[k] - lp.value[k]);
    }
  }
  return change;
}

/**
 * Whether some schedule keeps all limits and either-or rules. `near`: an optimum of an elastic program of the same
 * shape.
 */
function* hasPlan(built: BuiltSite, { basis, x }: OptimalSolution, options: RaiseLimits): Generator<unknown, boolean> {
  const lean = withoutLooseRules(built);
  const { numCols, numRows } = built.lp;
  if (x.length !== numCols + 2 * numRows) return false;
  // At no cost a basis near a feasible one is all but optimal.
  const free = { ...lean.lp, cost: new Float64Array(numCols) };
  const start = basis && { startBasis: { col: basis.col.slice(0, numCols), row: basis.row } };
  const first = yield* solveLpSteps(free, { ...options, solver: dualSimplex, ...start });
  if (first.status === "infeasible") return false;
  if (first.status === "optimal" && lean.pairs.broken(first.x).length === 0) return true;
  const priced = yield* solveLpSteps(lean.lp, options);
  if (priced.status !== "optimal") return false;
  const kept = yield* keepEitherOr(lean, priced, options);
  if (kept) return kept.status === "optimal";
  const { best } = yield* searchTree(lean, priced, {
    ...options,
    nodeLimit: MOST_NODES,
    branchingTimeLimitMs: Infinity,
    relativeGap: Infinity,
  });
  return best !== undefined;
}
