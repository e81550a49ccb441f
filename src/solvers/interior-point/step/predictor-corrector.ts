import type { BoundedForm } from "../form/bounded-form.ts";
import { addCentrality, type Complementarity, secondOrderTargets } from "./complementarity.ts";
import { type Newton, newtonOf } from "../linear-system/newton.ts";
import { passOver } from "./step-past-blocking-pairs.ts";
import { Direction, Point } from "./point.ts";
import type { ReducedKkt } from "../linear-system/reduced-kkt.ts";
import { moveAndMeasure, Residuals } from "./residuals.ts";
import { startPoint } from "../start/start-point.ts";
import { affineMean, affineSteps, type AffineSteps, recoverDuals, type StepLengths } from "./step-length.ts";
import { LEAST_REGULARISATION, PASSED_GAP, StepRule } from "../tolerances.ts";

/** Regularisation is this share of mu while that is between the least and the greatest. */
const REGULARISATION_SHARE = 1e-3;
const GREATEST_REGULARISATION = 1e-4;
/** Share of the old primal residual that a step may fail to remove before directions are refined. */
const LOSS_TOLERATED = 0.1;
const LOSS_FLOOR = 1e-10;
/** Steps this long need no centrality corrector. */
const LONG_STEP = 0.95;
/** Below this mu the boundary share is the final one. */
const FINAL_MU = 1e-4;

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
  /** `size`: how far variables without an upper limit start from their lower one, in scaled units. */
  start(size: number, mayPassOver?: boolean): Generator<void, void>;
  /**
   * One predictor, one corrector, up to `maxCorrectors` more for centrality, one factorisation; yields where that is
   * long.
   */
  iterate(): Generator<void, void>;
}

/**
 * Infeasible primal-dual predictor-corrector (S. Mehrotra, "On the implementation of a primal-dual interior point
 * method", SIAM J. Optim. 2, 1992), each step regularised by proximal terms around the point it leaves.
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
  let trial = new Direction(form);
  let boundary: StepLengths = { primal: 1, dual: 1 };
  let trialBoundary: StepLengths = { primal: 1, dual: 1 };
  let isRefining = false;
  /** Whether the last step moved every variable as told, and how much the next may leave undone (see `passOver`). */
  let isWhole = true;
  let canPassOver = true;
  let trust = 0;
  const maxCorrectors = isDear(kkt) ? StepRule.correctorsIfDear : StepRule.correctors;

  const direct = (direction: Direction, steps: StepLengths): void => {
    newton.solve(residuals, complementarity, direction);
    if (isRefining) newton.refine(residuals, direction);
    recoverDuals(newton, point, complementarity, direction, steps);
  };

  /** Tries a more central direction that allows longer steps; true where it does. */
  const centre = (target: number): boolean => {
    const primal = Math.min(1, boundary.primal);
    const dual = Math.min(1, boundary.dual);
    if (primal >= LONG_STEP && dual >= LONG_STEP) return false;
    const primalAim = Math.min(1, StepRule.aimFactor * primal + StepRule.aimGain);
    const dualAim = Math.min(1, StepRule.aimFactor * dual + StepRule.aimGain);
    addCentrality(point, engine.direction, primalAim, dualAim, target, complementarity);
    direct(trial, trialBoundary);
    const gain = Math.min(1, trialBoundary.primal) + Math.min(1, trialBoundary.dual) - primal - dual;
    if (!(gain >= StepRule.leastGain)) return false;
    [engine.direction, trial] = [trial, engine.direction];
    [boundary, trialBoundary] = [trialBoundary, boundary];
    return true;
  };

  const engine: PredictorCorrector = {
    form,
    point,
    residuals,
    newton,
    direction: new Direction(form),
    mu: 0,
    iterations: 0,

    *start(size, mayPassOver = true) {
      canPassOver = mayPassOver;
      yield* startPoint(newton, size, point);
      engine.direction.clear();
      trust = StepRule.passedMove;
      isWhole = true;
      moveAndMeasure(form, point, engine.direction, 0, 0, 1, residuals);
      engine.mu = residuals.mu;
    },

    *iterate() {
      const { mu, direction } = engine;
      const share = Math.min(GREATEST_REGULARISATION, REGULARISATION_SHARE * mu);
      let affineMu = NaN;
      for (let regularisation = Math.max(LEAST_REGULARISATION, share); ; regularisation *= 10) {
        yield* newton.factor(point, regularisation, regularisation);
        newton.solve(residuals, undefined, direction);
        affineSteps(newton, point, direction, affine);
        affineMu = affineMean(mu, numPairs, affine);
        // Pivots replaced by the dozen (many more rows than what moves has rank) can overflow: then a stronger proximal
        // step.
        if (Number.isFinite(affineMu) || regularisation >= GREATEST_REGULARISATION) break;
      }
      const target = mu > 0 ? mu * (affineMu / mu) ** 3 : 0;

      secondOrderTargets(newton, point, direction, target, StepRule.secondOrderLimit * mu, complementarity);
      direct(direction, boundary);
      for (let k = 0; k < maxCorrectors && centre(target); k++);

      if (!isWhole && boundary.primal < StepRule.passedStep) trust *= StepRule.distrust;
      const greatestMove = residuals.relativeGap > PASSED_GAP ? trust * mu * numPairs : 0;
      if (canPassOver) passOver(newton, point, engine.direction, greatestMove, boundary);
      const way = Math.min(boundary.primal, boundary.dual, StepRule.greatestBoundaryShare);
      const tau = mu < FINAL_MU ? Math.max(StepRule.finalBoundaryShare, way) : StepRule.boundaryShare;
      const primalStep = Math.min(1, tau * boundary.primal);
      const dualStep = Math.min(1, tau * boundary.dual);
      const before = residuals.primalNorm;
      isWhole = moveAndMeasure(form, point, engine.direction, primalStep, dualStep, tau, residuals);
      engine.mu = residuals.mu;
      engine.iterations++;
      // The step promised (1 - step) of the residual. Much more is what regularisation and rounding took.
      const lost = residuals.primalNorm - (1 - primalStep) * before;
      isRefining = isWhole && lost > LOSS_TOLERATED * before + LOSS_FLOOR;
    },
  };
  return engine;
}

/** Whether a factorisation takes so much longer than a solve that a further corrector pays. */
function isDear({ form, ldl }: ReducedKkt): boolean {
  const { colStart, rowIndex, numNodes } = ldl.pattern;
  let factorWork = 0;
  for (let k = 0; k < numNodes; k++) factorWork += (colStart[k + 1] - colStart[k]) ** 2;
  return factorWork > StepRule.dearFactor * (rowIndex.length + form.value.length);
}
