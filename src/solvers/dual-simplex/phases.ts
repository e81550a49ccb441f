import type { LpProgress } from "../../lp/options.ts";
import type { LpSolution } from "../../lp/solution.ts";
import type { StoppingRule } from "../budget/stopping-rule.ts";
import type { VerifiedAnswers } from "./answer/verify-answer.ts";
import { restoreMovedCosts } from "./basis/adopt-prices.ts";
import { computeBasicValues, computeReducedCosts } from "./basis/basic-point.ts";
import { refactor, refresh } from "./basis/basis-state.ts";
import { addTemporaryBounds, restoreBounds } from "./dual/dual-feasibility.ts";
import { dualBatch } from "./dual/dual-iteration.ts";
import { chooseLeavingRow } from "./dual/dual-pricing.ts";
import { primalBatch } from "./primal/primal-iteration.ts";
import { type Attempt, isStopped, runPhase, startPerturbed } from "./run-phase.ts";
import { feasibilityCosts, restoreCosts } from "./safeguard/perturbation.ts";
import { enterStrictMode } from "./safeguard/strict-mode.ts";
import { Outcome, type SimplexState } from "./state/simplex-state.ts";
import { EXACT_SLACK, HARRIS_SLACK } from "./tolerances.ts";

/** Changes of phase before an attempt is given up. */
const MAX_ROUNDS = 12;
/** Iterations per row and column before an attempt is given up; far beyond what any sound run takes. */
const MAX_ITERATIONS_FACTOR = 40;
/**
 * A first dual phase whose basis is primal feasible starts with unperturbed costs. They are perturbed after this many
 * iterations plus one per row.
 */
const UNPERTURBED_ITERATIONS = 500;

/**
 * One attempt from the loaded basis:
 *
 *   dual simplex (temporary bounds, perturbed costs)
 *     - no violation left: restore the true costs and bounds, then run the primal simplex for what remains (often
 *       nothing)
 *     - ray: infeasible if the ray proves it for the true bounds. Otherwise feasibility alone is decided: a dual
 *       simplex with costs that need no temporary bounds, then the primal simplex from the feasible point it finds
 *     - started from adopted prices: optimal if they prove it with the true costs
 *   primal simplex: optimal, or unbounded from a feasible point. If the check on the original program fails, the
 *     attempt continues in strict mode. If rounding has lost feasibility, the dual simplex runs again.
 *
 * So an unbounded program is reported only together with a feasible point. Undefined means numerical trouble, a
 * stopping rule, or a limit on rounds and iterations.
 */
export function* runPhases(
  s: SimplexState,
  stopping: StoppingRule,
  answers: VerifiedAnswers,
  perturb: boolean,
): Generator<LpProgress, LpSolution | undefined> {
  const lastIteration = s.iterations + MAX_ITERATIONS_FACTOR * s.program.numVars + 10_000;
  const attempt: Attempt = { s, stopping, answers, lastIteration };
  startDual(s);
  const hasAdoptedPrices = s.working.costsChanged;
  if (perturb && !hasAdoptedPrices && chooseLeavingRow(s) >= 0) startPerturbed(s);
  let isFeasibilityOnly = false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const dualOutcome = yield* dualPhase(attempt);
    if (hasFailed(dualOutcome)) return undefined;
    if (dualOutcome === Outcome.ray) {
      const infeasible = answers.infeasible();
      if (infeasible !== undefined) return infeasible;
      if (isFeasibilityOnly) {
        if (s.safeguards.strict) return undefined;
        enterStrictMode(s);
      }
      isFeasibilityOnly = true;
      startFeasibilityOnly(s);
      continue;
    }
    removeTemporaryBounds(s);
    if (hasAdoptedPrices && round === 0) {
      const solution = yield* finishWithAdoptedPrices(attempt);
      if (solution !== undefined || stopping.reason !== undefined) return solution;
    }
    if (s.working.costsChanged) restoreCosts(s);

    const primalOutcome = yield* primalPhase(attempt);
    if (hasFailed(primalOutcome)) return undefined;
    switch (removePerturbedBounds(s, primalOutcome)) {
      case Outcome.done: {
        const optimal = answers.optimal();
        const isStrictest = s.basis.lu.numUpdates === 0 && s.safeguards.strict !== undefined;
        if (optimal !== undefined || isStrictest) return optimal;
        if (yield* isStopped(attempt, "primal")) return undefined;
        repeatStrictly(s);
        break;
      }
      case Outcome.ray: {
        const unbounded = answers.unbounded();
        if (unbounded !== undefined || s.safeguards.strict) return unbounded;
        repeatStrictly(s);
        break;
      }
      case Outcome.primalInfeasible:
        restartDual(s);
        isFeasibilityOnly = false;
        break;
      default: // The ray was one of the perturbed bounds only: another round.
    }
  }
  return undefined;
}

function hasFailed(outcome: number | undefined): outcome is undefined | Outcome.trouble {
  return outcome === undefined || outcome === Outcome.trouble;
}

function startDual(s: SimplexState): void {
  computeReducedCosts(s);
  addTemporaryBounds(s);
  computeBasicValues(s);
  s.point.isRecomputed = true;
  s.safeguards.harrisSlack = Math.max(s.safeguards.dualTolerance, EXACT_SLACK);
}

/** Starts the dual simplex again from a primal infeasible point; costs are not perturbed. */
function restartDual(s: SimplexState): void {
  s.pricing.edgeWeight.fill(1);
  addTemporaryBounds(s);
  computeBasicValues(s);
}

/** Costs that need no temporary bounds, so that a ray proves the true bounds infeasible. */
function startFeasibilityOnly(s: SimplexState): void {
  restoreBounds(s);
  feasibilityCosts(s);
  computeBasicValues(s);
  s.safeguards.harrisSlack = s.safeguards.strict ? EXACT_SLACK : HARRIS_SLACK;
}

function removeTemporaryBounds(s: SimplexState): void {
  if (s.working.boundsChanged) s.point.mustRecompute = true;
  restoreBounds(s);
}

/** Restores the true bounds. The point may then be infeasible, and a ray may no longer be a ray. */
function removePerturbedBounds(s: SimplexState, outcome: number): number {
  if (!s.working.boundsChanged) return outcome;
  restoreBounds(s);
  refactor(s);
  if (chooseLeavingRow(s) >= 0) return Outcome.primalInfeasible;
  return outcome === Outcome.ray ? Outcome.underWay : outcome;
}

/** The answer failed its check: continues from the same basis with tolerances at the level of rounding. */
function repeatStrictly(s: SimplexState): void {
  enterStrictMode(s);
  s.basis.mustRefactor = true;
}

function dualPhase(attempt: Attempt): Generator<LpProgress, number | undefined> {
  const { s } = attempt;
  const unperturbedUntil = s.iterations + UNPERTURBED_ITERATIONS + s.program.numRows;
  return runPhase(attempt, "dual", dualBatch, unperturbedUntil);
}

function primalPhase(attempt: Attempt): Generator<LpProgress, number | undefined> {
  const { s } = attempt;
  s.safeguards.harrisSlack = Math.max(s.safeguards.dualTolerance, EXACT_SLACK);
  s.numZeroSteps = 0;
  s.pricing.devexWeight.fill(1);
  s.pricing.mustListCandidates = true;
  return runPhase(attempt, "primal", primalBatch, Infinity);
}

/**
 * From a primal feasible basis of adopted prices to an optimum that the prices of the working costs prove; undefined if
 * there is no such proof.
 */
function* finishWithAdoptedPrices(attempt: Attempt): Generator<LpProgress, LpSolution | undefined> {
  const { s, answers } = attempt;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    refresh(s);
    const hasChanged = restoreMovedCosts(s);
    if (hasChanged) computeReducedCosts(s);
    if (chooseLeavingRow(s) >= 0) return undefined;
    if (!hasChanged) {
      const solution = answers.optimal(true);
      if (solution !== undefined || s.basis.lu.numUpdates === 0) return solution;
      s.basis.mustRefactor = true;
      continue;
    }
    const outcome = yield* primalPhase(attempt);
    if (outcome !== Outcome.done || s.working.boundsChanged) return undefined;
  }
  return undefined;
}
