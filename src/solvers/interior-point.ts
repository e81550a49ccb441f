/**
 * The engine for large programs: an interior point finds the optimum, crossover a vertex of the optimal face (the one
 * of least `secondObjective`), and one factorisation each polishes x and y. It claims optimal, infeasible or unbounded
 * only if `checkSolution` agrees on the original program. What it cannot finish goes to the dual simplex, from the best
 * basis known.
 */
import { checkNumber, checkedOptions, copyFields } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import { withInfiniteBounds } from "../lp/infinite-bounds.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import { scaleProgram } from "../lp/scale.ts";
import type { LpSolution } from "../lp/solution.ts";
import { remainingBudget } from "./budget/remaining-budget.ts";
import { type StoppingRule, stoppingRule } from "./budget/stopping-rule.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { INTERIOR_POINT, unfinished } from "./interior-point/answer/decode-solution.ts";
import { boundedForm } from "./interior-point/form/bounded-form.ts";
import type { FactorWork } from "./interior-point/linear-system/elimination-plan.ts";
import { type ScaledWorkspace, solveInside, type Unsettled } from "./interior-point/solve-inside.ts";
import { UNCONFIRMED } from "./interior-point/tolerances.ts";
import { prepareWorkspace } from "./interior-point/workspace.ts";
import type { LpSolver } from "./solver.ts";

/** What can be asked of the interior point beyond `LpOptions`. */
export interface InteriorPointSettings {
  /**
   * Whether crossover follows, to a vertex with exact prices. Default true. False ends inside the optimal face, at
   * relative tolerance `tolerance`: sooner, but every tie is split.
   */
  readonly vertex?: boolean;
  /** Relative residuals and gap of the interior point. Default 1e-8 (1e-9 if crossover follows). */
  readonly tolerance?: number;
  /** Whether the dual simplex takes over where this engine fails. Default true. */
  readonly fallback?: boolean;
  /**
   * Asked once the work of a factorisation is known; false leaves the program to the simplex. Default: true if the
   * factor has at most 2e7 entries.
   */
  readonly begins?: (work: FactorWork) => boolean;
}

/** The interior point with settings of its own. */
export function interiorPointWith(settings: InteriorPointSettings): LpSolver {
  const own = copyFields("settings", settings, "an object of settings, {} for the defaults");
  checkNumber("settings.tolerance", own.tolerance);
  return { name: INTERIOR_POINT, steps: (lp, options) => steps(lp, options, own) };
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
  const prepared = yield* prepare(lp, settings, stopping);
  if (stopping.reason !== undefined) return unfinished(stopping.reason, 0);
  let unsettled: Unsettled = { iterations: 0 };
  if (prepared !== undefined) {
    const answer = yield* solveInside({
      lp,
      ...prepared,
      stopping,
      remaining,
      settings,
      secondObjective: options.secondObjective,
      solveFeasibility: (costless, rest) => steps(costless, rest, { ...settings, vertex: true }),
    });
    if ("status" in answer) return answer;
    unsettled = answer;
  }
  return yield* finish(lp, options, unsettled, remaining, settings.fallback ?? true);
}

/** Scales the program and orders its linear system; undefined if the factor would be too large, or on a stop. */
function* prepare(
  lp: LinearProgram,
  settings: InteriorPointSettings,
  stopping: StoppingRule,
): Generator<LpProgress, ScaledWorkspace | undefined> {
  yield* reportSetup(stopping);
  const scaling = scaleProgram(lp);
  yield* reportSetup(stopping);
  const { form, origin } = boundedForm(lp, scaling);
  const setup = prepareWorkspace(form, origin, lp.numCols, settings.begins);
  for (;;) {
    const step = setup.next();
    yield* reportSetup(stopping);
    if (stopping.reason !== undefined) return undefined;
    if (step.done === true) return step.value && { scaling, workspace: step.value };
  }
}

/** Reports progress before there are numbers, and looks at the stopping rule. */
function* reportSetup(stopping: StoppingRule): Generator<LpProgress, void> {
  const progress: LpProgress = { iterations: 0, phase: "setup", primalInfeasibility: NaN, objective: NaN };
  yield progress;
  stopping.isMet(progress);
}

/** Without a confirmed answer: by the dual simplex, or the unconfirmed point if it passes a stricter check. */
function* finish(
  lp: LinearProgram,
  options: LpOptions,
  { basis = options.startBasis, point, iterations }: Unsettled,
  remaining: (iterations: number) => LpOptions,
  fallback: boolean,
): Generator<LpProgress, LpSolution> {
  if (fallback) {
    const solution = yield* dualSimplex.steps(lp, { ...remaining(iterations), ...(basis && { startBasis: basis }) });
    if (solution.status !== "numerical-trouble") return { ...solution, iterations: iterations + solution.iterations };
  }
  // Neither a vertex nor a simplex confirms the point. Between nearly parallel rows the usual tolerances can hide an
  // error of whole percents, so they do not suffice.
  const isSound = point !== undefined && checkSolution(lp, point, UNCONFIRMED).ok;
  return isSound ? point : unfinished("numerical-trouble", iterations);
}
