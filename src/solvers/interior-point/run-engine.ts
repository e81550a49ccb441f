import type { LpProgress } from "../../lp/options.ts";
import { greatestSize } from "../../sparse/greatest-size.ts";
import type { StoppingRule } from "../budget/stopping-rule.ts";
import type { PredictorCorrector } from "./step/predictor-corrector.ts";
import { STRICTEST } from "./tolerances.ts";

/**
 * How a run of the engine ended: `stalled` = no progress any more, `lost` = NaN or infinite numbers, `limit` = a
 * stopping rule, `tested` = the plan's test said so.
 */
export type RunEnd = "converged" | "stalled" | "lost" | "limit" | "tested";

/** What a run has to reach and how it reports. */
export interface RunPlan {
  /** Greatest relative residuals and gap at the end. */
  readonly tolerance: number;
  readonly phase: string;
  readonly stopping: StoppingRule;
  /** The program's objective is the engine's times the scale plus the offset. */
  readonly objectiveScale: number;
  readonly objectiveOffset: number;
  /** Iterations before this run. */
  readonly iterationsBefore: number;
  /** A converged run continues until this is true as well, or until it cannot improve any more. */
  readonly isClear: () => boolean;
  /** Called after every iteration; true ends the run as `tested`. */
  readonly test?: () => Generator<void, boolean>;
}

const MAX_ITERATIONS = 300;
/** Iterations without a better residual before the run counts as stalled. */
const PATIENCE = 25;
const BETTER = 0.9;
const NEARLY_STRICTEST = 10 * STRICTEST;

/** Iterates until the point is optimal to the tolerance; yields after every iteration. */
export function* runEngine(engine: PredictorCorrector, plan: RunPlan): Generator<LpProgress, RunEnd> {
  const merit = relativeSizes(engine);
  let best = Infinity;
  let since = 0;
  let muBefore = Infinity;
  for (;;) {
    const now = merit();
    const isConverged = now <= plan.tolerance;
    // So near the end a rising mu is rounding: further iterations would not improve the point.
    const isExhausted = now <= STRICTEST || (now <= NEARLY_STRICTEST && engine.mu >= muBefore);
    if (isConverged && (isExhausted || plan.isClear())) return "converged";
    muBefore = engine.mu;
    if (!Number.isFinite(now)) return "lost";
    if (now < BETTER * best) {
      best = now;
      since = 0;
    } else if (++since > PATIENCE) {
      return isConverged ? "converged" : "stalled";
    }
    if (plan.test !== undefined && (yield* runReporting(engine, plan, plan.test())) === true) return "tested";
    if (plan.stopping.reason !== undefined) return "limit";
    if (engine.iterations >= MAX_ITERATIONS) return "stalled";
    yield* runReporting(engine, plan, engine.iterate());
    if (plan.stopping.reason !== undefined) return "limit";
    if (yield* reportProgress(engine, plan)) return "limit";
  }
}

/**
 * Runs steps that report nothing themselves, and reports progress after each of them. Undefined if a stopping rule
 * ended them (`plan.stopping.reason`).
 */
export function* runReporting<Result>(
  engine: PredictorCorrector,
  plan: RunPlan,
  steps: Generator<void, Result>,
  phase = plan.phase,
): Generator<LpProgress, Result | undefined> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (yield* reportProgress(engine, plan, phase)) return undefined;
  }
}

/** Reports progress after an iteration or at the end of a phase; true if the run has to stop. */
export function* reportProgress(
  engine: PredictorCorrector,
  plan: RunPlan,
  phase = plan.phase,
): Generator<LpProgress, boolean> {
  const progress: LpProgress = {
    iterations: plan.iterationsBefore + engine.iterations,
    phase,
    primalInfeasibility: engine.residuals.primalNorm,
    objective: engine.residuals.dualObjective * plan.objectiveScale + plan.objectiveOffset,
  };
  yield progress;
  return plan.stopping.isMet(progress);
}

/** The greatest of the relative residuals and the relative gap. */
function relativeSizes(engine: PredictorCorrector): () => number {
  const { form, residuals } = engine;
  const rhsSize = 1 + greatestSize(form.rhs);
  const costSize = 1 + greatestSize(form.cost);
  return () => Math.max(residuals.primalNorm / rhsSize, residuals.dualNorm / costSize, residuals.relativeGap);
}
