/**
 * The engine for anything large: an interior point for the optimum, a second one on the optimal face for a vertex (the
 * one of least `secondObjective`), exact polish by one factorisation each for x and y. It says optimal, infeasible or
 * unbounded only where `checkSolution` agrees on the original program; what it cannot finish goes to the dual simplex,
 * from the best basis known.
 */
import { checkNumber, checkedOptions, copyFields } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LpBasis } from "../lp/basis.ts";
import { withInfiniteBounds } from "../lp/infinite-bounds.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { objectiveAt } from "../lp/objective-at.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import { type LpScaling, objectiveUnit, scaleProgram } from "../lp/scale.ts";
import { watchDivergence } from "./interior-point/certificate/divergence.ts";
import type { LpSolution, OptimalSolution, UnfinishedSolution } from "../lp/solution.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { type StoppingRule, stoppingRule } from "./budget/stopping-rule.ts";
import type { FactorWork } from "./interior-point/linear-system/elimination-plan.ts";
import { prepareWorkspace, type Workspace } from "./interior-point/workspace.ts";
import { boundedForm } from "./interior-point/form/bounded-form.ts";
import { runReporting, report, runEngine, type RunEnd, type RunPlan } from "./interior-point/run-engine.ts";
import { decodePoint, decodeSolution } from "./interior-point/answer/decode-solution.ts";
import { isParted } from "./crossover/partition.ts";
import { CONVERGED, CONVERGED_FOR_FACE, STRICTEST, UNCONFIRMED } from "./interior-point/tolerances.ts";
import { findVertex } from "./crossover/find-vertex.ts";
import { remainingBudget } from "./budget/remaining-budget.ts";
import type { LpSolver } from "./solver.ts";

/** What can be asked of the interior point beyond `LpOptions`. */
export interface InteriorPointSettings {
  /**
   * Whether to go on from an optimal point to a vertex and exact prices. Default true. False ends inside the optimal
   * face, at relative tolerance `tolerance`: sooner, but every tie is split.
   */
  readonly vertex?: boolean;
  /** Relative residuals and gap of the interior point. Default 1e-8 (1e-9 on the way to a vertex). */
  readonly tolerance?: number;
  /** Whether the dual simplex takes over where this engine fails. Default true. */
  readonly fallback?: boolean;
  /**
   * Asked once what a factorisation takes is known: false leaves the program to the simplex. Default: begins wherever
   * the factor has at most 2e7 entries.
   */
  readonly begins?: (work: FactorWork) => boolean;
}

const NAME = "interior-point";
/**
 * How far inside, in scaled units, one-sided variables start; the second, which passes over nothing, where the first
 * stalls.
 */
const START_SIZES = [10, 1000] as const;

/** An iterate that fails the check on the original program goes on, each time this much further. */
const STRICTER = 0.1;

/** The interior point with settings of its own. */
export function interiorPointWith(settings: InteriorPointSettings): LpSolver {
  const own = copyFields("settings", settings, "an object of settings, {} for the defaults");
  checkNumber("settings.tolerance", own.tolerance);
  return { name: NAME, steps: (lp, options) => steps(lp, options, own) };
}

export const interiorPoint: LpSolver = /* @__PURE__ */ interiorPointWith({});

function* steps(
  program: LinearProgram,
  given: LpOptions,
  settings: InteriorPointSettings,
): Generator<LpProgress, LpSolution> {
  checkProgram(program);
  const lp = withInfiniteBounds(program);
  const options = checkedOptions(given, lp);
  const stopping = stoppingRule(options);
  const remaining = remainingBudget(options);
  yield* tell("setup", stopping);
  const scaling = scaleProgram(lp);
  yield* tell("setup", stopping);
  const { form, origin } = boundedForm(lp, scaling);
  const setup = prepareWorkspace(form, origin, lp.numCols, settings.begins);
  let workspace: Workspace | undefined;
  for (let step = setup.next(); ; step = setup.next()) {
    yield* tell("setup", stopping);
    if (stopping.reason !== undefined) return unfinished(stopping.reason, 0);
    if (step.done !== true) continue;
    workspace = step.value;
    break;
  }
  let left: Unsettled = { iterations: 0 };
  if (workspace !== undefined) {
    const answer = yield* solveInside(lp, scaling, workspace, stopping, remaining, settings, options.secondObjective);
    if ("status" in answer) return answer;
    left = answer;
  }
  const { basis = options.startBasis, rest, iterations } = left;
  if (settings.fallback ?? true) {
    const solution = yield* dualSimplex.steps(lp, { ...remaining(iterations), ...(basis && { startBasis: basis }) });
    if (solution.status !== "numerical-trouble") return { ...solution, iterations: iterations + solution.iterations };
  }
  // No vertex and no simplex to confirm it: between nearly parallel rows the usual tolerances leave room for whole
  // percents.
  const isSound = rest !== undefined && checkSolution(lp, rest, UNCONFIRMED).ok;
  return isSound ? rest : unfinished("numerical-trouble", iterations);
}

/** What the interior point leaves to the simplex: where to start, and a point it could not confirm. */
interface Unsettled {
  readonly basis?: LpBasis | undefined;
  readonly rest?: LpSolution | undefined;
  readonly iterations: number;
}

function* solveInside(
  lp: LinearProgram,
  scaling: LpScaling,
  workspace: Workspace,
  stopping: StoppingRule,
  remaining: (iterations: number) => LpOptions,
  settings: InteriorPointSettings,
  secondObjective: Float64Array | undefined,
): Generator<LpProgress, LpSolution | Unsettled> {
  const { engine, form, origin } = workspace;
  const wantsVertex = settings.vertex ?? true;
  const plan: RunPlan = {
    tolerance: settings.tolerance ?? (wantsVertex ? CONVERGED_FOR_FACE : CONVERGED),
    phase: "interior-point",
    stopping,
    objectiveScale: objectiveUnit(lp, scaling),
    // The form's own objective is 0 where all of its columns are.
    objectiveOffset: objectiveAt(lp, decodePoint(lp, scaling, form, origin, new Float64Array(form.numCols))),
    iterationsBefore: 0,
    isClear: () => !wantsVertex || isParted(engine.point),
  };
  const watch = watchDivergence(lp, scaling, workspace);
  let rest: LpSolution | undefined;
  for (const size of START_SIZES) {
    yield* runReporting(engine, { ...plan, objectiveScale: NaN }, engine.start(size, size === START_SIZES[0]));
    if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);
    const inside = yield* approach(lp, scaling, workspace, { ...plan, test: watch.look });
    if (inside.isOptimal) {
      rest = inside.solution;
      if (!wantsVertex) return rest;
    }
    if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);
    if (wantsVertex && (inside.isOptimal || inside.end === "converged")) {
      const { solution, basis } = yield* findVertex(lp, scaling, workspace, plan, secondObjective);
      if (solution?.basis !== undefined) return solution;
      if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);
      return { iterations: engine.iterations, basis, rest: solution ?? rest };
    }
    if (inside.end !== "tested" && !inside.isOptimal) yield* runReporting(engine, plan, watch.lookHard());
    if (stopping.reason !== undefined) return unfinished(stopping.reason, engine.iterations);
    if (watch.dualRay !== undefined) {
      const { dualRay } = watch;
      return { status: "infeasible", solver: NAME, iterations: engine.iterations, objective: NaN, dualRay };
    }
    if (watch.primalRay !== undefined) {
      const unbounded = yield* proveUnbounded(lp, watch.primalRay, remaining(engine.iterations), settings);
      if (unbounded !== undefined) return unbounded;
    }
  }
  return { iterations: engine.iterations, rest };
}

/** Progress where there are no numbers yet, and a look at the limits. */
function* tell(phase: string, stopping: StoppingRule): Generator<LpProgress, void> {
  const progress: LpProgress = { iterations: 0, phase, primalInfeasibility: NaN, objective: NaN };
  yield progress;
  stopping.isMet(progress);
}

interface Inside {
  readonly end: RunEnd;
  readonly isOptimal: boolean;
  readonly solution: OptimalSolution;
}

/** Runs until the check on the original program is content, each time to a stricter tolerance. */
function* approach(
  lp: LinearProgram,
  scaling: LpScaling,
  workspace: Workspace,
  plan: RunPlan,
): Generator<LpProgress, Inside> {
  for (let { tolerance } = plan; ; tolerance *= STRICTER) {
    const end = yield* runEngine(workspace.engine, { ...plan, tolerance });
    const solution = decodeInterior(lp, scaling, workspace);
    const isCut = end === "tested" || end === "limit";
    const isOptimal = !isCut && checkSolution(lp, solution).ok;
    if (!isCut && (yield* report(workspace.engine, plan))) return { end: "limit", isOptimal, solution };
    if (isOptimal || end !== "converged" || tolerance * STRICTER < STRICTEST) return { end, isOptimal, solution };
  }
}

/** With a proven ray, any feasible point makes the program unbounded; without one it is infeasible. */
function* proveUnbounded(
  lp: LinearProgram,
  primalRay: Float64Array,
  options: LpOptions,
  settings: InteriorPointSettings,
): Generator<LpProgress, LpSolution | undefined> {
  const costless = { ...lp, cost: new Float64Array(lp.numCols) };
  const feasible = yield* steps(costless, options, { ...settings, vertex: true });
  if (feasible.status === "infeasible") return feasible;
  if (feasible.status !== "optimal") return undefined;
  const { x, iterations } = feasible;
  const claim: LpSolution = {
    status: "unbounded",
    solver: NAME,
    iterations,
    objective: objectiveAt(lp, x),
    x,
    primalRay,
  };
  return checkSolution(lp, claim).ok ? claim : undefined;
}

function unfinished(status: UnfinishedSolution["status"], iterations: number): UnfinishedSolution {
  return { status, solver: NAME, iterations, objective: NaN };
}

function decodeInterior(lp: LinearProgram, scaling: LpScaling, { form, origin, engine }: Workspace): OptimalSolution {
  const x = decodePoint(lp, scaling, form, origin, engine.point.x, engine.point.w);
  return decodeSolution(lp, scaling, origin, x, engine.point.y, engine.iterations);
}
