/**
 * The engine for anything large: an interior point for the optimum, a second one on the optimal face for a vertex (the one
 * of least `secondObjective`), exact polish by one factorisation each for x and y. It says optimal, infeasible or unbounded only where `checkSolution`
 * agrees on the original program; what it cannot finish goes to the dual simplex, from the best basis known.
 */
import { checkNumber, checkedOptions, fieldsOf } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LpBasis } from "../lp/basis.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { objectiveAt } from "../lp/objective-at.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import { type LpScaling, objectiveUnit, scaleProgram } from "../lp/scale.ts";
import { watchDivergence } from "./interior-point/divergence.ts";
import type { LpSolution, OptimalSolution, UnfinishedSolution } from "../lp/solution.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { limitsOf } from "./dual-simplex/limits.ts";
import { prepareWorkspace, type Workspace } from "./interior-point/workspace.ts";
import { boundedForm } from "./interior-point/bounded-form.ts";
import { report, runEngine, type RunEnd, type RunPlan } from "./interior-point/run-engine.ts";
import { readPoint, readSolution } from "./interior-point/read-answer.ts";
import { isParted } from "./interior-point/partition.ts";
import { CONVERGED, CONVERGED_FOR_FACE, STRICTEST, UNCONFIRMED } from "./interior-point/tolerances.ts";
import { findVertex } from "./interior-point/vertex.ts";
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
}

const NAME = "interior-point";
/** How far inside, in scaled units, one-sided variables start; the second, which passes over nothing, where the first stalls. */
const START_SIZES = [10, 1000] as const;

/** An iterate that fails the check on the original program goes on, each time this much further. */
const STRICTER = 0.1;

/** The interior point with settings of its own. */
export function interiorPointWith(settings: InteriorPointSettings): LpSolver {
  const own = fieldsOf("settings", settings, "an object of settings, {} for the defaults");
  checkNumber("settings.tolerance", own.tolerance);
  return { name: NAME, steps: (lp, options) => steps(lp, options, own) };
}

export const interiorPoint: LpSolver = /* @__PURE__ */ interiorPointWith({});

function* steps(
  lp: LinearProgram,
  given: LpOptions,
  settings: InteriorPointSettings,
): Generator<LpProgress, LpSolution> {
  checkProgram(lp);
  const options = checkedOptions(given, lp);
  const limits = limitsOf(options);
  const scaling = scaleProgram(lp);
  const { form, origin } = boundedForm(lp, scaling);
  const workspace = prepareWorkspace(form, origin, lp.numCols);
  const wantsVertex = settings.vertex ?? true;
  const tolerance = settings.tolerance ?? (wantsVertex ? CONVERGED_FOR_FACE : CONVERGED);
  const { engine } = workspace;
  const plan: RunPlan = {
    tolerance,
    phase: "interior-point",
    limits,
    objectiveScale: objectiveUnit(lp, scaling),
    // The form's own objective is 0 where all of its columns are.
    objectiveOffset: objectiveAt(lp, readPoint(lp, scaling, form, origin, new Float64Array(form.numCols))),
    iterationsBefore: 0,
    isClear: () => !wantsVertex || isParted(engine.point),
  };
  yield* report(engine, { ...plan, objectiveScale: NaN }, "setup");
  if (limits.stop !== undefined) return unfinished(limits.stop, 0);
  const watch = watchDivergence(lp, scaling, workspace);
  let basis: LpBasis | undefined;
  let rest: LpSolution | undefined;
  for (const size of START_SIZES) {
    engine.start(size, size === START_SIZES[0]);
    const inside = yield* approach(lp, scaling, workspace, { ...plan, test: watch.look });
    if (inside.isOptimal) {
      rest = inside.solution;
      if (!wantsVertex) return rest;
    }
    if (limits.stop !== undefined) return unfinished(limits.stop, engine.iterations);
    if (wantsVertex && (inside.isOptimal || inside.end === "converged")) {
      const vertex = yield* findVertex(lp, scaling, workspace, plan, options.secondObjective);
      if (vertex.solution?.basis !== undefined) return vertex.solution;
      if (limits.stop !== undefined) return unfinished(limits.stop, engine.iterations);
      ({ basis } = vertex);
      rest = vertex.solution ?? rest;
      break;
    }
    if (inside.end !== "tested" && !inside.isOptimal) watch.lookHard();
    if (watch.dualRay !== undefined) {
      const { dualRay } = watch;
      return { termination: "infeasible", solver: NAME, iterations: engine.iterations, objective: NaN, dualRay };
    }
    if (watch.primalRay !== undefined) {
      const unbounded = yield* proveUnbounded(lp, watch.primalRay, options, settings);
      if (unbounded !== undefined) return unbounded;
    }
  }
  if (settings.fallback ?? true) {
    const start = basis ?? options.startBasis;
    const solution = yield* dualSimplex.steps(lp, { ...options, ...(start && { startBasis: start }) });
    if (solution.termination !== "numerical-trouble") return solution;
  }
  // No vertex and no simplex to confirm it: between nearly parallel rows the usual tolerances leave room for whole percents.
  const isSound = rest !== undefined && checkSolution(lp, rest, UNCONFIRMED).ok;
  return isSound ? rest as LpSolution : unfinished("numerical-trouble", engine.iterations);
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
    const solution = readInterior(lp, scaling, workspace);
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
  if (feasible.termination === "infeasible") return feasible;
  if (feasible.termination !== "optimal") return undefined;
  const { x, iterations } = feasible;
  const claim: LpSolution = {
    termination: "unbounded", solver: NAME, iterations, objective: objectiveAt(lp, x), x, primalRay,
  };
  return checkSolution(lp, claim).ok ? claim : undefined;
}

function unfinished(termination: UnfinishedSolution["termination"], iterations: number): UnfinishedSolution {
  return { termination, solver: NAME, iterations, objective: NaN };
}

function readInterior(lp: LinearProgram, scaling: LpScaling, { form, origin, engine }: Workspace): OptimalSolution {
  const x = readPoint(lp, scaling, form, origin, engine.point.x, engine.point.w);
  return readSolution(lp, scaling, origin, x, engine.point.y, engine.iterations);
}
