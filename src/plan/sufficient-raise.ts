/**
 * How far a single limit must be raised to make a plan possible. Let phi(v) be the optimum of the elastic program (the
 * weighted violation) of the site with the user's field at v or more. Newton's method finds the least v with phi(v) =
 * 0:
 *
 *     v_{k+1} = v_k - phi(v_k) / phi'(v_k)
 *
 * If limits are proportional to v, phi is decreasing, convex and piecewise linear. A step then never overshoots, and
 * the last one is exact. The site is rebuilt for each v, so the result is in the field's own unit and includes all
 * other effects of the field (fuel, hours, ratings in other rows). A value is reported only after a test: the raised
 * site has a point that satisfies every limit and either-or rule.
 */
import { quantity } from "../assets/fields/quantities.ts";
import { searchTree } from "../branch/search-tree.ts";
import { PlanInputError } from "../errors.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { fieldPath } from "../model/limit.ts";
import { dualSimplex } from "../solvers/dual-simplex.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import { type BuiltSite, buildSite, kindOf } from "./build-site.ts";
import { figureUp } from "./detail-text.ts";
import { elasticProgram } from "./elastic-program.ts";
import { NO_MISS } from "./binding-limits.ts";
import { tiedOptimum } from "./tied-optimum.ts";
import { withFieldAtLeast } from "./limit-field.ts";
import { withoutImpliedRules } from "./implied-rules.ts";

/** A limit by asset and name, and where it binds. */
export interface RaisedLimit {
  readonly asset: string;
  readonly limit: string;
  /** Intervals in which it binds in a conflict. A field with one number for all intervals is raised in all of them. */
  readonly bindsIn: (t: number) => boolean;
  /** The least and greatest value of the field there. */
  readonly range: readonly [least: number, most: number];
}

/** The budget of each solve. */
export type RaiseBudget = Pick<LpOptions, "timeLimitMs" | "iterationLimit">;

/** Newton steps. Each passes a breakpoint of phi, and few phi have more than a handful. */
const MOST_STEPS = 12;
/**
 * Step for the difference quotient phi', relative to max(1, v): far above rounding, far below the distance of
 * breakpoints.
 */
const DIFFERENCE = 1 / 1024;
/** A slope below this (violation units per unit of the field) is rounding. */
const NO_SLOPE = 1e-9;
/** Relative accuracy of the bisection for the least value. */
const NEAR = 1e-3;
/** Maximum number of programs solved to find a point that satisfies the either-or rules. */
const MOST_NODES = 50;

/** Greatest values that the input accepts, by unit. */
const MOST: Readonly<Record<string, number>> = { MW: quantity.powerMw.max, MWh: quantity.energyMwh.max };

/**
 * The least value that makes a plan possible if the field has at least this value wherever it binds in a conflict. It
 * is rounded up to six figures or to a whole number. Returns undefined if no sufficient value is known. `missed` is the
 * optimum of the elastic program of `built`.
 */
export function* sufficientRaise(
  built: BuiltSite,
  missed: OptimalSolution,
  of: RaisedLimit,
  options: RaiseBudget,
): Generator<unknown, number | undefined> {
  const [lowest, start] = of.range;
  const [
    {
      field,
      block: { unit },
    },
  ] = built.site.limits.filter((limit) => limit.block.asset === of.asset && fieldPath(limit) === of.limit);
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
      // Below the start, phi need not be convex: the intervals of a varying value become binding one after the other.
      for (let below = step === 0 ? lowest : v; v - below > NEAR * v;) {
        const middle = whole((below + v) / 2);
        const between = middle < v ? raised(built, of, middle) : undefined;
        const found = between && (yield* elasticSteps(between, last, options));
        if (!found) break;
        if (isEnough(found)) [v, last] = [middle, found];
        else below = middle;
      }
      const candidate = Math.min(most, whole(figureUp(v)));
      const enough = raised(built, of, candidate);
      return enough && (yield* hasPlan(enough, last, options)) ? candidate : undefined;
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
 * The optimum of the elastic program of a site with the same shape, from the optimum of another; undefined if not
 * found.
 */
function* elasticSteps(
  { lp, site }: BuiltSite,
  { basis, x, y }: OptimalSolution,
  options: RaiseBudget,
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

/** Undefined if the field cannot be set, or if the changed site has an error. */
function raised({ request }: BuiltSite, { asset, limit, bindsIn }: RaisedLimit, least: number): BuiltSite | undefined {
  let isSound = true;
  const assets = request.assets.map((planned) => {
    if (planned.name !== asset) return planned;
    const own = withFieldAtLeast(planned, limit, least, bindsIn);
    if (own)
      kindOf(own).check?.(own.spec as never, own.initial as never, (...[, , , , isSuspicion]) => {
        isSound &&= isSuspicion === true;
      });
    else isSound = false;
    return own ?? planned;
  });
  if (!isSound) return undefined;
  try {
    return buildSite({ ...request, assets });
  } catch (error) {
    if (error instanceof PlanInputError) return undefined;
    throw error;
  }
}

/**
 * d phi for the change of bounds and coefficients from `lp` to `above`, by the prices at the optimum of `lp` (elastic).
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
      // A coefficient that becomes zero or nonzero moves the entries of columns; the two programs then cannot be
      // compared.
      if (above.rowIndex[k] !== lp.rowIndex[k]) return 0;
      change -= y[lp.rowIndex[k]] * x[j] * (above.value[k] - lp.value[k]);
    }
  }
  return change;
}

/**
 * Whether some schedule satisfies all limits and either-or rules. `near`: an optimum of an elastic program of the same
 * shape.
 */
function* hasPlan(built: BuiltSite, { basis, x }: OptimalSolution, options: RaiseBudget): Generator<unknown, boolean> {
  const lean = withoutImpliedRules(built);
  const { numCols, numRows } = built.lp;
  if (x.length !== numCols + 2 * numRows) return false;
  // With zero costs, a basis close to a feasible one is almost optimal.
  const free = { ...lean.lp, cost: new Float64Array(numCols) };
  const start = basis && { startBasis: { col: basis.col.slice(0, numCols), row: basis.row } };
  const first = yield* solveLpSteps(free, { ...options, solver: dualSimplex, ...start });
  if (first.status === "infeasible") return false;
  if (first.status === "optimal" && lean.pairs.broken(first.x).length === 0) return true;
  const priced = yield* solveLpSteps(lean.lp, options);
  if (priced.status !== "optimal") return false;
  const tied = yield* tiedOptimum(lean, priced, options);
  if (tied) return tied.status === "optimal";
  const { best } = yield* searchTree(lean, priced, {
    ...options,
    nodeLimit: MOST_NODES,
    branchingTimeLimitMs: Infinity,
    relativeGap: Infinity,
  });
  return best !== undefined;
}
