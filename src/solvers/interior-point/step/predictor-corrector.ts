import type { BoundedForm } from "../form/bounded-form.ts";
import { type Newton, newtonOf } from "../linear-system/newton.ts";
import type { ReducedKkt } from "../linear-system/reduced-kkt.ts";
import { startPoint } from "../start/start-point.ts";
import { StepRule } from "../tolerances.ts";
import { addCentrality, type Complementarity, secondOrderTargets } from "./complementarity.ts";
import { Direction, Point } from "./point.ts";
import { GREATEST_REGULARISATION, leastRegularisation, needsRefinement } from "./regularisation.ts";
import { moveAndMeasure, Residuals } from "./residuals.ts";
import { affineMean, type AffineSteps, affineSteps, boundaryShare, recoverDuals } from "./step-length.ts";
import type { StepLengths } from "./step-length.ts";
import { BlockingPairRule } from "./step-past-blocking-pairs.ts";

/** Steps this long need no centrality corrector. */
const LONG_STEP = 0.95;

export interface PredictorCorrector {
  readonly form: BoundedForm;
  readonly point: Point;
  readonly residuals: Residuals;
  readonly newton: Newton;
  /** The direction of the last step. */
  direction: Direction;
  /** Mean complementarity product at the point. */
  mu: number;
  iterations: number;
  /** Pivots that the factorisation of the last step replaced because rounding had spoiled them. */
  numReplacedPivots: number;
  /**
   * `size`: distance from their lower bound, in scaled units, at which variables without an upper bound start.
   * `mayStepPast`: whether steps may go past a few blocking pairs. Default true.
   */
  start(size: number, mayStepPast?: boolean): Generator<void, void>;
  /** One factorisation, predictor, corrector, centrality correctors and step. Yields during a long factorisation. */
  iterate(): Generator<void, void>;
}

/**
 * Infeasible primal-dual Mehrotra predictor-corrector (S. Mehrotra, "On the implementation of a primal-dual interior
 * point method", SIAM J. Optim. 2, 1992) with Gondzio correctors. Each step is regularised by proximal terms around the
 * point it leaves.
 */
export function predictorCorrector(kkt: ReducedKkt): PredictorCorrector {
  const { form } = kkt;
  const numPairs = form.numSigned + form.numBoxed;
  const point = new Point(form);
  const residuals = new Residuals(form);
  const newton = newtonOf(kkt);
  const complementarity: Complementarity = {
    xz: new Float64Array(form.numSigned),
    wv: new Float64Array(form.numBoxed),
  };
  const affine: AffineSteps = { primal: 1, dual: 1, first: 0, second: 0 };
  const blockingPairs = new BlockingPairRule();
  const maxCorrectors = isFactorisationExpensive(kkt) ? StepRule.correctorsIfExpensive : StepRule.correctors;
  let trial = new Direction(form);
  let boundary: StepLengths = { primal: 1, dual: 1 };
  let trialBoundary: StepLengths = { primal: 1, dual: 1 };
  let isRefining = false;

  /**
   * Factors at the present point and follows the affine direction; returns the mean product it would lead to. If so
   * many pivots had to be replaced that the direction overflows, regularisation grows.
   */
  function* predict(): Generator<void, number> {
    for (let regularisation = leastRegularisation(engine.mu); ; regularisation *= 10) {
      engine.numReplacedPivots = yield* newton.factor(point, regularisation, regularisation);
      newton.solve(residuals, undefined, engine.direction);
      affineSteps(newton, point, engine.direction, affine);
      const affineMu = affineMean(engine.mu, numPairs, affine);
      if (Number.isFinite(affineMu) || regularisation >= GREATEST_REGULARISATION) return affineMu;
    }
  }

  const solveFor = (direction: Direction, steps: StepLengths): void => {
    newton.solve(residuals, complementarity, direction);
    if (isRefining) newton.refine(residuals, direction);
    recoverDuals(newton, point, complementarity, direction, steps);
  };

  /** Mehrotra's corrector: towards products of `target`, with the second-order term of the predictor. */
  const correct = (target: number): void => {
    const limit = StepRule.secondOrderLimit * engine.mu;
    secondOrderTargets(newton, point, engine.direction, target, limit, complementarity);
    solveFor(engine.direction, boundary);
  };

  /** Gondzio's corrector: tries a more central direction; keeps it and returns true if it allows longer steps. */
  const correctCentrality = (target: number): boolean => {
    const primal = Math.min(1, boundary.primal);
    const dual = Math.min(1, boundary.dual);
    if (primal >= LONG_STEP && dual >= LONG_STEP) return false;
    const primalAim = Math.min(1, StepRule.aimFactor * primal + StepRule.aimGain);
    const dualAim = Math.min(1, StepRule.aimFactor * dual + StepRule.aimGain);
    addCentrality(point, engine.direction, primalAim, dualAim, target, complementarity);
    solveFor(trial, trialBoundary);
    const gain = Math.min(1, trialBoundary.primal) + Math.min(1, trialBoundary.dual) - primal - dual;
    if (!(gain >= StepRule.leastGain)) return false;
    [engine.direction, trial] = [trial, engine.direction];
    [boundary, trialBoundary] = [trialBoundary, boundary];
    return true;
  };

  const takeStep = (): void => {
    const tau = boundaryShare(engine.mu, boundary);
    const primalStep = Math.min(1, tau * boundary.primal);
    const dualStep = Math.min(1, tau * boundary.dual);
    const normBefore = residuals.primalNorm;
    const isWhole = moveAndMeasure(form, point, engine.direction, primalStep, dualStep, tau, residuals);
    engine.mu = residuals.mu;
    engine.iterations++;
    blockingPairs.lastStepWasWhole = isWhole;
    isRefining = isWhole && needsRefinement(residuals.primalNorm, normBefore, primalStep);
  };

  const engine: PredictorCorrector = {
    form,
    point,
    residuals,
    newton,
    direction: new Direction(form),
    mu: 0,
    iterations: 0,
    numReplacedPivots: 0,

    *start(size, mayStepPast = true) {
      yield* startPoint(newton, size, point);
      engine.direction.clear();
      blockingPairs.reset(mayStepPast);
      moveAndMeasure(form, point, engine.direction, 0, 0, 1, residuals);
      engine.mu = residuals.mu;
    },

    *iterate() {
      const { mu } = engine;
      // The caller hears of every solve: of a year each takes 10 to 30 ms.
      const affineMu = yield* predict();
      yield;
      const target = mu > 0 ? mu * (affineMu / mu) ** 3 : 0;
      correct(target);
      yield;
      for (let k = 0; k < maxCorrectors && correctCentrality(target); k++) yield;
      blockingPairs.lengthen(newton, point, engine.direction, residuals.relativeGap, mu * numPairs, boundary);
      takeStep();
    },
  };
  return engine;
}

/** Whether a factorisation takes so much longer than a solve that a further corrector pays. */
function isFactorisationExpensive({ form, ldl }: ReducedKkt): boolean {
  const { colStart, rowIndex, numNodes } = ldl.pattern;
  let factorWork = 0;
  for (let k = 0; k < numNodes; k++) factorWork += (colStart[k + 1] - colStart[k]) ** 2;
  return factorWork > StepRule.expensiveFactor * (rowIndex.length + form.value.length);
}
