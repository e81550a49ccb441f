import type { LpBasis } from "../../lp/basis.ts";
import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { objectiveAt } from "../../lp/objective-at.ts";
import type { LpOptions, LpProgress } from "../../lp/options.ts";
import { type LpScaling, objectiveUnit } from "../../lp/scale.ts";
import type { LpSolution, OptimalSolution } from "../../lp/solution.ts";
import type { StoppingRule } from "../budget/stopping-rule.ts";
import { findVertex } from "../crossover/find-vertex.ts";
import { arePairsSeparated } from "../crossover/partition.ts";
import type { InteriorPointSettings } from "../interior-point.ts";
import { decodePoint, decodeSolution, INTERIOR_POINT, unfinished } from "./answer/decode-solution.ts";
import { type DivergenceWatch, watchDivergence } from "./certificate/divergence.ts";
import { reportProgress, runEngine, type RunEnd, type RunPlan, runReporting } from "./run-engine.ts";
import { CONVERGED, CONVERGED_FOR_FACE, STRICTEST } from "./tolerances.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Distance from their bound, in scaled units, at which one-sided variables start. The second start, which steps past no
 * blocking pairs, is for programs on which the first one stalls.
 */
const START_SIZES = [10, 1000] as const;

/**
 * An iterate that fails the check on the original program continues to this share of the tolerance, again and again.
 */
const STRICTER = 0.1;

export interface ScaledWorkspace {
  readonly scaling: LpScaling;
  readonly workspace: Workspace;
}

/** One solve by the interior point. */
export interface InteriorSolve extends ScaledWorkspace {
  readonly lp: LinearProgram;
  readonly stopping: StoppingRule;
  /** The options for what follows after so many iterations. */
  readonly remaining: (iterations: number) => LpOptions;
  readonly settings: InteriorPointSettings;
  readonly secondObjective: Float64Array | undefined;
  /** Solves the program without its costs, to a vertex. */
  readonly solveFeasibility: (costless: LinearProgram, options: LpOptions) => Generator<LpProgress, LpSolution>;
}

/** What the interior point leaves to the simplex: a basis to start from, and a point it could not confirm. */
export interface Unsettled {
  readonly basis?: LpBasis | undefined;
  readonly point?: LpSolution | undefined;
  readonly iterations: number;
}

/**
 * From each start: iterate to the optimum, then cross over to a vertex; or, if the iterates diverge, prove by a ray
 * that the program has no optimum.
 */
export function* solveInside(solve: InteriorSolve): Generator<LpProgress, LpSolution | Unsettled> {
  const { lp, scaling, workspace, stopping, settings } = solve;
  const { engine } = workspace;
  const wantsVertex = settings.vertex ?? true;
  const plan = runPlan(solve, wantsVertex);
  const watch = watchDivergence(lp, scaling, workspace);
  let point: LpSolution | undefined;
  for (const size of START_SIZES) {
    const isFirst = size === START_SIZES[0];
    yield* runReporting(engine, { ...plan, objectiveScale: NaN }, engine.start(size, isFirst));
    if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);

    const inside = yield* iterateToOptimum(solve, { ...plan, test: watch.check });
    if (inside.isOptimal) point = inside.solution;
    if (inside.isOptimal && !wantsVertex) return inside.solution;
    if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);

    if (wantsVertex && (inside.isOptimal || inside.end === "converged")) return yield* crossOver(solve, plan, point);

    if (inside.end !== "tested" && !inside.isOptimal) yield* runReporting(engine, plan, watch.searchForRays());
    if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);
    const proof = yield* proveWithoutOptimum(solve, watch);
    if (proof !== undefined) return proof;
  }
  return { iterations: engine.iterations, point };
}

function runPlan({ lp, scaling, workspace, stopping, settings }: InteriorSolve, wantsVertex: boolean): RunPlan {
  const { engine, form, origin } = workspace;
  return {
    tolerance: settings.tolerance ?? (wantsVertex ? CONVERGED_FOR_FACE : CONVERGED),
    phase: "interior-point",
    stopping,
    objectiveScale: objectiveUnit(lp, scaling),
    // The objective of the form is 0 at the origin of its columns.
    objectiveOffset: objectiveAt(lp, decodePoint(lp, scaling, form, origin, new Float64Array(form.numCols))),
    iterationsBefore: 0,
    isClear: () => !wantsVertex || arePairsSeparated(engine.point),
  };
}

interface Inside {
  readonly end: RunEnd;
  readonly isOptimal: boolean;
  readonly solution: OptimalSolution;
}

/** Runs the engine until the point passes the check on the original program, each time to a stricter tolerance. */
function* iterateToOptimum({ lp, scaling, workspace }: InteriorSolve, plan: RunPlan): Generator<LpProgress, Inside> {
  const { engine, form, origin } = workspace;
  for (let { tolerance } = plan; ; tolerance *= STRICTER) {
    const end = yield* runEngine(engine, { ...plan, tolerance });
    const x = decodePoint(lp, scaling, form, origin, engine.point.x, engine.point.w);
    const solution = decodeSolution(lp, scaling, origin, x, engine.point.y, engine.iterations);
    const isCut = end === "tested" || end === "limit";
    const isOptimal = !isCut && checkSolution(lp, solution).ok;
    if (!isCut && (yield* reportProgress(engine, plan))) return { end: "limit", isOptimal, solution };
    if (isOptimal || end !== "converged" || tolerance * STRICTER < STRICTEST) return { end, isOptimal, solution };
  }
}

/** A confirmed vertex, or what the simplex may start from. */
function* crossOver(
  { lp, scaling, workspace, stopping, secondObjective }: InteriorSolve,
  plan: RunPlan,
  point: LpSolution | undefined,
): Generator<LpProgress, LpSolution | Unsettled> {
  const { iterations } = workspace.engine;
  const { solution, basis } = yield* findVertex(lp, scaling, workspace, plan, secondObjective);
  if (solution?.basis !== undefined) return solution;
  if (stopping.reason !== undefined) return unfinished(stopping.reason, iterations);
  return { iterations, basis, point: solution ?? point };
}

/** The answer that a proven ray allows; undefined if there is none. */
function* proveWithoutOptimum(
  solve: InteriorSolve,
  { dualRay, primalRay }: DivergenceWatch,
): Generator<LpProgress, LpSolution | undefined> {
  const { iterations } = solve.workspace.engine;
  if (dualRay !== undefined) {
    return { status: "infeasible", solver: INTERIOR_POINT, iterations, objective: NaN, dualRay };
  }
  return primalRay && (yield* proveUnbounded(solve, primalRay));
}

/** With a direction of recession that improves, any feasible point proves the program unbounded. */
function* proveUnbounded(
  { lp, workspace, remaining, solveFeasibility }: InteriorSolve,
  primalRay: Float64Array,
): Generator<LpProgress, LpSolution | undefined> {
  const costless = { ...lp, cost: new Float64Array(lp.numCols) };
  const feasible = yield* solveFeasibility(costless, remaining(workspace.engine.iterations));
  if (feasible.status === "infeasible") return feasible;
  if (feasible.status !== "optimal") return undefined;
  const { x, iterations } = feasible;
  const objective = objectiveAt(lp, x);
  const claim: LpSolution = { status: "unbounded", solver: INTERIOR_POINT, iterations, objective, x, primalRay };
  return checkSolution(lp, claim).ok ? claim : undefined;
}
