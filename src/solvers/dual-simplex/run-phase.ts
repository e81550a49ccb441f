import type { LpProgress } from "../../lp/options.ts";
import type { StoppingRule } from "../budget/stopping-rule.ts";
import type { VerifiedAnswers } from "./answer/verify-answer.ts";
import { workingObjective } from "./basis/basic-point.ts";
import { perturbCosts } from "./safeguard/perturbation.ts";
import { Outcome, type SimplexState } from "./state/simplex-state.ts";
import { HARRIS_SLACK } from "./tolerances.ts";

/** A dual phase longer than this is taken to cycle: no sound one has been seen to take a third of it. */
const CYCLE_ITERATIONS = 2000;
const CYCLE_ITERATIONS_PER_ROW = 6;
/** Each further perturbation of costs is this many times the last one, up to a greatest. */
const PERTURBATION_GROWTH = 10;
const GREATEST_PERTURBATION = 1000;

/** One attempt at a program, from a loaded basis. */
export interface Attempt {
  readonly s: SimplexState;
  readonly stopping: StoppingRule;
  readonly answers: VerifiedAnswers;
  /** After this iteration the attempt is given up. */
  readonly lastIteration: number;
}

/**
 * Runs batches of iterations until one ends the phase; undefined if a stopping rule or the last iteration ends it
 * first. Unperturbed costs are perturbed after iteration `unperturbedUntil`, and perturbed ones again, by ten times as
 * much, whenever the phase seems to cycle: differences below the slack of the ratio test break no tie.
 */
export function* runPhase(
  attempt: Attempt,
  phase: string,
  batch: (s: SimplexState, maxIterations: number, isOver: () => boolean) => number,
  unperturbedUntil: number,
): Generator<LpProgress, number | undefined> {
  const { s, stopping } = attempt;
  // Costs are perturbed at counts of iterations, whatever slices the clock makes.
  const cycle = CYCLE_ITERATIONS + CYCLE_ITERATIONS_PER_ROW * s.program.numRows;
  const isPerturbed = s.safeguards.harrisSlack >= HARRIS_SLACK;
  let perturbAfter = isPerturbed && unperturbedUntil < Infinity ? s.iterations + cycle : unperturbedUntil;
  let factor = isPerturbed ? PERTURBATION_GROWTH : 1;
  for (;;) {
    const untilPerturbed = Math.max(0, perturbAfter + 1 - s.iterations);
    const outcome = batch(s, Math.min(stopping.batchSize(s.iterations), untilPerturbed), stopping.isSliceOver);
    if (outcome !== Outcome.underWay) return outcome;
    if ((yield* isStopped(attempt, phase)) || s.iterations > attempt.lastIteration) return undefined;
    if (s.iterations <= perturbAfter) continue;
    startPerturbed(s, factor);
    perturbAfter = s.iterations + cycle;
    factor = Math.min(GREATEST_PERTURBATION, PERTURBATION_GROWTH * factor);
  }
}

/** Reports progress to the caller; true if a stopping rule ends the attempt. */
export function* isStopped({ s, stopping, answers }: Attempt, phase: string): Generator<LpProgress, boolean> {
  const primalInfeasibility = s.pricing.infeasibleRows.merit.reduce((sum, squared) => sum + Math.sqrt(squared), 0);
  const objective = workingObjective(s) * answers.objectiveScale + answers.objectiveOffset;
  const progress = { iterations: s.iterations, phase, primalInfeasibility, objective };
  if (stopping.isMet(progress)) return true;
  yield progress;
  return false;
}

/** Perturbs the costs, with the ratio test's slack that goes with perturbed costs. */
export function startPerturbed(s: SimplexState, factor = 1): void {
  s.safeguards.harrisSlack = Math.max(HARRIS_SLACK, s.safeguards.dualTolerance);
  perturbCosts(s, factor);
}
