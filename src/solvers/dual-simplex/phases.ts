import type { LpProgress } from "../../lp/options.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { restoreMovedCosts } from "./basis/adopt-prices.ts";
import { computeBasicValues, computeReducedCosts, rebuild, refresh, workingObjective } from "./basis/basis-state.ts";
import { makeExacting } from "./safeguard/strict-mode.ts";
import { boxDualInfeasible, restoreLimits } from "./dual/dual-feasibility.ts";
import { chooseRow } from "./dual/dual-pricing.ts";
import { dualBatch } from "./dual/dual-iteration.ts";
import type { Judge } from "./answer/verify-answer.ts";
import type { Limits } from "../budget/stopping-rule.ts";
import { feasibilityCosts, perturbCosts, restoreCosts } from "./safeguard/perturbation.ts";
import { primalBatch } from "./primal/primal-iteration.ts";
import { Outcome, type SimplexState } from "./state/simplex-state.ts";
import { EXACT_SLACK, HARRIS_SLACK } from "./tolerances.ts";

/** Iterations after which a dual phase is taken to cycle: no sound one has been seen to take a third of them. */
const CYCLE_ITERATIONS = 2000;
const CYCLE_PER_ROW = 6;
/** By how much more costs are perturbed then, and at most. */
const AGAIN = 10;
const MOST = 1000;
/** Changes of phase before an attempt is given up. */
const MAX_ROUNDS = 12;
/** Iterations per row and column before an attempt is given up; far beyond what any sound run takes. */
const MAX_ITERATIONS_FACTOR = 40;

/**
 * One attempt from the loaded basis:
 *
 *   dual (temporary limits, perturbed costs)
 *     - no violation: true costs and limits back, then the primal for what they leave (mostly nothing)
 *     - ray: a Farkas proof if it holds for the true limits, else feasibility alone is decided: dual with costs that
 *       need no temporary limits, then the primal from the feasible point it finds
 *     - costs of adopted prices: their own proof, if it holds for the true costs
 *   primal: optimal (where the judge says no: on from there, exacting), or unbounded from a feasible point;
 *     feasibility lost by rounding sends it back to the dual
 *
 * So an unbounded program is reported only with a feasible point in hand. Undefined = numerical trouble or a limit.
 */
export function* runPhases(
  s: SimplexState,
  limits: Limits,
  judge: Judge,
  perturb: boolean,
): Generator<LpProgress, LpSolution | undefined> {
  const lastIteration = s.iterations + MAX_ITERATIONS_FACTOR * s.program.numVars + 10_000;
  computeReducedCosts(s);
  boxDualInfeasible(s);
  computeBasicValues(s);
  s.isRecomputed = true;
  s.harrisSlack = Math.max(s.dualTolerance, EXACT_SLACK);
  const adopted = s.costsChanged;
  if (perturb && !adopted && chooseRow(s) >= 0) startPerturbed(s);
  let feasibilityOnly = false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let outcome = yield* runPhase(
      s,
      limits,
      judge,
      lastIteration,
      "dual",
      dualBatch,
      s.iterations + 500 + s.program.numRows,
    );
    if (outcome === undefined || outcome === Outcome.trouble) return undefined;
    if (outcome === Outcome.ray) {
      const solution = judge.infeasible();
      if (solution !== undefined) return solution;
      if (feasibilityOnly) {
        if (s.exacting) return undefined;
        makeExacting(s);
      }
      feasibilityOnly = true;
      restoreLimits(s);
      feasibilityCosts(s);
      computeBasicValues(s);
      s.harrisSlack = s.exacting ? EXACT_SLACK : HARRIS_SLACK;
      continue;
    }
    if (s.limitsChanged) s.mustRecompute = true;
    restoreLimits(s);
    if (adopted && round === 0) {
      const solution = yield* endAdopted(s, limits, judge, lastIteration);
      if (solution !== undefined || limits.stop !== undefined) return solution;
    }
    if (s.costsChanged) restoreCosts(s);
    outcome = yield* primalPhase(s, limits, judge, lastIteration);
    if (outcome === undefined || outcome === Outcome.trouble) return undefined;
    if (s.limitsChanged) {
      restoreLimits(s);
      rebuild(s);
      if (chooseRow(s) >= 0) outcome = Outcome.primalInfeasible;
      else if (outcome === Outcome.ray) continue;
    }
    if (outcome === Outcome.done) {
      const solution = judge.optimal();
      if (solution !== undefined || (s.lu.numUpdates === 0 && s.exacting !== undefined)) return solution;
      if (yield* isLimitMet(s, limits, judge, "primal")) return undefined;
      makeExacting(s);
      s.mustRebuild = true;
      continue;
    }
    if (outcome === Outcome.ray) {
      const solution = judge.unbounded();
      if (solution !== undefined || s.exacting) return solution;
      makeExacting(s);
      s.mustRebuild = true;
      continue;
    }
    // --- Feasibility lost: the dual again, plain ---
    s.edgeWeight.fill(1);
    boxDualInfeasible(s);
    computeBasicValues(s);
    feasibilityOnly = false;
  }
  return undefined;
}

/** The primal to its end; undefined at a limit. */
function primalPhase(
  s: SimplexState,
  limits: Limits,
  judge: Judge,
  lastIteration: number,
): Generator<LpProgress, number | undefined> {
  s.harrisSlack = Math.max(s.dualTolerance, EXACT_SLACK);
  s.numStalled = 0;
  s.devexWeight.fill(1);
  s.mustNoteAll = true;
  return runPhase(s, limits, judge, lastIteration, "primal", primalBatch, Infinity);
}

/**
 * Batches until one ends the phase; undefined at a limit. Costs that are not yet are perturbed after
 * `unperturbedUntil`, and again by ten times as much whenever the phase seems to cycle: differences below the slack of
 * the ratio test break no tie.
 */
function* runPhase(
  s: SimplexState,
  limits: Limits,
  judge: Judge,
  lastIteration: number,
  phase: string,
  batch: (s: SimplexState, maxIterations: number, isOver: () => boolean) => number,
  unperturbedUntil: number,
): Generator<LpProgress, number | undefined> {
  // Perturbed at counts of iterations, whatever slices the clock makes.
  const cycle = CYCLE_ITERATIONS + CYCLE_PER_ROW * s.program.numRows;
  const isPerturbed = s.harrisSlack >= HARRIS_SLACK;
  let perturbAfter = isPerturbed && unperturbedUntil < Infinity ? s.iterations + cycle : unperturbedUntil;
  let factor = isPerturbed ? AGAIN : 1;
  for (;;) {
    const outcome = batch(
      s,
      Math.min(limits.batchSize(s.iterations), Math.max(0, perturbAfter + 1 - s.iterations)),
      limits.isSliceOver,
    );
    if (outcome !== Outcome.underWay) return outcome;
    if ((yield* isLimitMet(s, limits, judge, phase)) || s.iterations > lastIteration) return undefined;
    if (s.iterations <= perturbAfter) continue;
    startPerturbed(s, factor);
    perturbAfter = s.iterations + cycle;
    factor = Math.min(MOST, AGAIN * factor);
  }
}

/** Tells the caller where the engine stands; true where a limit ends it. */
function* isLimitMet(s: SimplexState, limits: Limits, judge: Judge, phase: string): Generator<LpProgress, boolean> {
  const primalInfeasibility = s.infeasible.merit.reduce((sum, squared) => sum + Math.sqrt(squared), 0);
  const objective = workingObjective(s) * judge.objectiveScale + judge.objectiveOffset;
  const progress = { iterations: s.iterations, phase, primalInfeasibility, objective };
  if (limits.isMet(progress)) return true;
  yield progress;
  return false;
}

/**
 * From a primal feasible basis of adopted prices to an optimum with a proof by working costs; undefined where it finds
 * none.
 */
function* endAdopted(
  s: SimplexState,
  limits: Limits,
  judge: Judge,
  lastIteration: number,
): Generator<LpProgress, LpSolution | undefined> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    refresh(s);
    const isOpen = restoreMovedCosts(s);
    if (isOpen) computeReducedCosts(s);
    if (chooseRow(s) >= 0) return undefined;
    if (!isOpen) {
      const solution = judge.optimal(true);
      if (solution !== undefined || s.lu.numUpdates === 0) return solution;
      s.mustRebuild = true;
      continue;
    }
    const outcome = yield* primalPhase(s, limits, judge, lastIteration);
    if (outcome !== Outcome.done || s.limitsChanged) return undefined;
  }
  return undefined;
}

function startPerturbed(s: SimplexState, factor = 1): void {
  s.harrisSlack = Math.max(HARRIS_SLACK, s.dualTolerance);
  perturbCosts(s, factor);
}
