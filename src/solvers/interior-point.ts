/**
 * The engine for anything large: an interior point for the optimum, a second one on the optimal face for a vertex, exact
 * polish by one factorisation each for x and y. It says optimal, infeasible or unbounded only where `checkSolution`
 * agrees on the original program; what it cannot finish goes to the dual simplex, from the best basis known.
 */
import { checkProgram } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LpBasis } from "../lp/basis.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import { type LpScaling, scaleProgram } from "../lp/scale.ts";
import type { LpSolution, OptimalSolution } from "../lp/solution.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { Limits } from "./dual-simplex/limits.ts";
import { boundedForm } from "./interior-point/bounded-form.ts";
import { objectiveAt, readPoint, readPrices } from "./interior-point/read-answer.ts";
import { runEngine, type RunPlan } from "./interior-point/run-engine.ts";
import { CONVERGED, CONVERGED_FOR_FACE } from "./interior-point/tolerances.ts";
import { findVertex } from "./interior-point/vertex.ts";
import { prepareWorkspace, type Workspace } from "./interior-point/workspace.ts";
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
  /** Decides between equal optima: one cost per column, minimised. Default: a fixed generic one. */
  readonly secondObjective?: Float64Array;
  /** Whether the dual simplex takes over where this engine fails. Default true. */
  readonly fallback?: boolean;
}

const NAME = "interior-point";
/** How far inside, in scaled units, one-sided variables start; the second where the first start stalls. */
const START_SIZES = [10, 1000] as const;

/** An iterate that fails the check on the original program goes on, each time this much further, down to the last. */
const STRICTER = 0.1;
const STRICTEST = 1e-13;

/** The interior point with settings of its own. */
export function interiorPointWith(settings: InteriorPointSettings): LpSolver {
  return { name: NAME, steps: (lp, options) => steps(lp, options, settings) };
}

export const interiorPoint: LpSolver = interiorPointWith({});

function* steps(
  lp: LinearProgram,
  options: LpOptions,
  settings: InteriorPointSettings,
): Generator<LpProgress, LpSolution> {
  checkProgram(lp);
  const limits = new Limits(options);
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
    objectiveScale: ((lp.sense === "max" ? -1 : 1) * scaling.size) / scaling.money,
    objectiveOffset: lp.objectiveOffset,
    iterationsBefore: 0,
  };
  let basis: LpBasis | undefined;
  let rest: LpSolution | undefined;
  for (const size of START_SIZES) {
    engine.start(size);
    let end = yield* runEngine(engine, plan);
    let inside = readInterior(lp, scaling, workspace);
    let isOptimal = checkSolution(lp, inside).ok;
    for (let stricter = tolerance * STRICTER; !isOptimal && end === "converged"; stricter *= STRICTER) {
      if (stricter < STRICTEST) break;
      end = yield* runEngine(engine, { ...plan, tolerance: stricter });
      inside = readInterior(lp, scaling, workspace);
      isOptimal = checkSolution(lp, inside).ok;
    }
    if (limits.stop !== undefined) return { termination: limits.stop, solver: NAME, iterations: engine.iterations, objective: NaN };
    if (isOptimal) rest = inside;
    if (!wantsVertex && isOptimal) return inside;
    if (wantsVertex && (isOptimal || end === "converged")) {
      const vertex = yield* findVertex(lp, scaling, workspace, plan, settings.secondObjective);
      if (vertex.solution !== undefined) return vertex.solution;
      basis = vertex.basis;
      break;
    }
    if (end === "converged") break;
  }
  if (settings.fallback ?? true) {
    const { startBasis, ...others } = options;
    void startBasis;
    const solution = yield* drain(dualSimplex.steps(lp, basis === undefined ? others : { ...others, startBasis: basis }));
    if (solution.termination !== "numerical-trouble" || rest === undefined) return solution;
  }
  return rest ?? { termination: "numerical-trouble", solver: NAME, iterations: engine.iterations, objective: NaN };
}

function* drain(iterator: Iterator<LpProgress, LpSolution>): Generator<LpProgress, LpSolution> {
  for (;;) {
    const { done, value } = iterator.next();
    if (done === true) return value;
    yield value;
  }
}

function readInterior(lp: LinearProgram, scaling: LpScaling, workspace: Workspace): OptimalSolution {
  const { form, origin, engine } = workspace;
  const x = readPoint(lp, scaling, form, origin, engine.point.x, undefined, engine.point.w);
  return {
    termination: "optimal",
    solver: NAME,
    iterations: engine.iterations,
    objective: objectiveAt(lp, x),
    x,
    ...readPrices(lp, scaling, origin, engine.point.y),
  };
}
