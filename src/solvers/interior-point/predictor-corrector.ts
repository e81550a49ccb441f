import type { BoundedForm } from "./bounded-form.ts";
import { addCentrality, type Complementarity, secondOrderTargets } from "./complementarity.ts";
import { Newton } from "./newton.ts";
import { passOver } from "./pass-over.ts";
import { Direction, Point } from "./point.ts";
import type { ReducedKkt } from "./reduced-kkt.ts";
import { moveAndMeasure, Residuals } from "./residuals.ts";
import { startPoint } from "./start-point.ts";
import { affineMean, affineSteps, type AffineSteps, recoverDuals, type StepLengths } from "./step-length.ts";
import { LEAST_REGULARISATION, PASSED_GAP, StepRule } from "./tolerances.ts";

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

/**
 * Infeasible primal-dual predictor-corrector (S. Mehrotra, "On the implementation of a primal-dual interior point
 * method", SIAM J. Optim. 2, 1992), each step regularised by proximal terms around the point it leaves.
 */
export class PredictorCorrector {
  readonly form: BoundedForm;
  readonly point: Point;
  readonly residuals: Residuals;
  readonly newton: Newton;
  /** The direction of the last step. */
  direction: Direction;
  /** Mean complementarity product at the point. */
  mu = 0;
  iterations = 0;
  private trial: Direction;
  private readonly complementarity: Complementarity;
  private readonly affine: AffineSteps = { primal: 1, dual: 1, first: 0, second: 0 };
  private boundary: StepLengths = { primal: 1, dual: 1 };
  private trialBoundary: StepLengths = { primal: 1, dual: 1 };
  private isRefining = false;
  /** Whether the last step moved every variable as told, and how much the next may leave undone (see `passOver`). */
  private isWhole = true;
  private mayPassOver = true;
  private trust = 0;
  private readonly maxCorrectors: number;

  constructor(kkt: ReducedKkt) {
    const { form } = kkt;
    this.form = form;
    this.point = new Point(form);
    this.direction = new Direction(form);
    this.trial = new Direction(form);
    this.residuals = new Residuals(form);
    this.newton = new Newton(kkt);
    const { colStart, rowIndex, numNodes } = kkt.ldl.pattern;
    let factorWork = 0;
    for (let k = 0; k < numNodes; k++) factorWork += (colStart[k + 1] - colStart[k]) ** 2;
    const isDear = factorWork > StepRule.dearFactor * (rowIndex.length + form.value.length);
    this.maxCorrectors = isDear ? StepRule.correctorsIfDear : StepRule.correctors;
    this.complementarity = { xz: new Float64Array(form.numSigned), wv: new Float64Array(form.numBoxed) };
  }

  /** `size`: how far variables without an upper limit start from their lower one, in scaled units. */
  start(size: number, mayPassOver = true): void {
    this.mayPassOver = mayPassOver;
    startPoint(this.newton, size, this.point);
    this.direction.clear();
    this.trust = StepRule.passedMove;
    this.isWhole = true;
    moveAndMeasure(this.form, this.point, this.direction, 0, 0, 1, this.residuals);
    this.mu = this.residuals.mu;
  }

  /** One predictor, one corrector, up to `maxCorrectors` more for centrality, one factorisation. */
  iterate(): void {
    const { form, point, residuals, newton, complementarity, mu, affine } = this;
    const share = Math.min(GREATEST_REGULARISATION, REGULARISATION_SHARE * mu);
    const numPairs = form.numSigned + form.numBoxed;
    let affineMu = NaN;
    for (let regularisation = Math.max(LEAST_REGULARISATION, share); ; regularisation *= 10) {
      newton.factor(point, regularisation, regularisation);
      newton.solve(residuals, undefined, this.direction);
      affineSteps(newton, point, this.direction, affine);
      affineMu = affineMean(mu, numPairs, affine);
      // Pivots replaced by the dozen (many more rows than what moves has rank) can overflow: then a stronger proximal step.
      if (Number.isFinite(affineMu) || regularisation >= GREATEST_REGULARISATION) break;
    }
    const target = mu > 0 ? mu * (affineMu / mu) ** 3 : 0;

    secondOrderTargets(newton, point, this.direction, target, StepRule.secondOrderLimit * mu, complementarity);
    this.direct(this.direction, this.boundary);
    for (let k = 0; k < this.maxCorrectors && this.centre(target); k++);

    if (!this.isWhole && this.boundary.primal < StepRule.passedStep) this.trust *= StepRule.distrust;
    const canPass = residuals.relativeGap > PASSED_GAP;
    if (this.mayPassOver) passOver(newton, point, this.direction, canPass ? this.trust * mu * numPairs : 0, this.boundary);
    const way = Math.min(this.boundary.primal, this.boundary.dual, StepRule.greatestBoundaryShare);
    const tau = mu < FINAL_MU ? Math.max(StepRule.finalBoundaryShare, way) : StepRule.boundaryShare;
    const primalStep = Math.min(1, tau * this.boundary.primal);
    const dualStep = Math.min(1, tau * this.boundary.dual);
    const before = residuals.primalNorm;
    this.isWhole = moveAndMeasure(form, point, this.direction, primalStep, dualStep, tau, residuals);
    this.mu = residuals.mu;
    this.iterations++;
    // The step promised (1 - step) of the residual. Much more is what regularisation and rounding took.
    const lost = residuals.primalNorm - (1 - primalStep) * before;
    this.isRefining = this.isWhole && lost > LOSS_TOLERATED * before + LOSS_FLOOR;
  }

  private direct(direction: Direction, boundary: StepLengths): void {
    const { point, residuals, newton, complementarity } = this;
    newton.solve(residuals, complementarity, direction);
    if (this.isRefining) newton.refine(residuals, direction);
    recoverDuals(newton, point, complementarity, direction, boundary);
  }

  /** Tries a more central direction that allows longer steps; true where it does. */
  private centre(target: number): boolean {
    const { boundary, trialBoundary } = this;
    const primal = Math.min(1, boundary.primal);
    const dual = Math.min(1, boundary.dual);
    if (primal >= LONG_STEP && dual >= LONG_STEP) return false;
    const primalAim = Math.min(1, StepRule.aimFactor * primal + StepRule.aimGain);
    const dualAim = Math.min(1, StepRule.aimFactor * dual + StepRule.aimGain);
    addCentrality(this.point, this.direction, primalAim, dualAim, target, this.complementarity);
    this.direct(this.trial, trialBoundary);
    const gain = Math.min(1, trialBoundary.primal) + Math.min(1, trialBoundary.dual) - primal - dual;
    if (!(gain >= StepRule.leastGain)) return false;
    [this.direction, this.trial] = [this.trial, this.direction];
    [this.boundary, this.trialBoundary] = [trialBoundary, boundary];
    return true;
  }
}
