import type { BoundedForm } from "./bounded-form.ts";
import { type Complementarity, Newton } from "./newton.ts";
import { addStep, copyPoint, meanProduct, meanProductAfter, Point } from "./point.ts";
import type { ReducedKkt } from "./reduced-kkt.ts";
import { computeResiduals, Residuals } from "./residuals.ts";
import { startPoint } from "./start-point.ts";
import { recoverDuals, type StepLengths } from "./step-length.ts";
import { LEAST_REGULARISATION } from "./tolerances.ts";

export type IpmState = "running" | "converged" | "stalled";

/**
 * Infeasible primal-dual predictor-corrector (Mehrotra 1992) with proximal terms and one centrality corrector
 * (J. Gondzio, "Multiple centrality corrections in a primal-dual method", Comput. Optim. Appl. 6, 1996).
 */
export class PredictorCorrector {
  readonly form: BoundedForm;
  readonly point: Point;
  readonly residuals: Residuals;
  readonly newton: Newton;
  /** The last step taken, before scaling by the step lengths. */
  direction: Point;
  iterations = 0;
  mu = 0;
  readonly taken: StepLengths = { primal: 1, dual: 1 };
  private trial: Point;
  private readonly complementarity: Complementarity;
  private readonly maxSteps: StepLengths = { primal: 1, dual: 1 };
  private readonly trialSteps: StepLengths = { primal: 1, dual: 1 };
  private readonly noRows: Residuals;
  refinements = 0;

  constructor(form: BoundedForm, kkt: ReducedKkt) {
    this.form = form;
    this.point = new Point(form);
    this.direction = new Point(form);
    this.trial = new Point(form);
    this.residuals = new Residuals(form);
    this.noRows = new Residuals(form);
    this.newton = new Newton(kkt);
    this.complementarity = { xz: new Float64Array(form.numSigned), wv: new Float64Array(form.numBoxed) };
  }

  start(size: number): void {
    startPoint(this.form, this.newton.kkt, size, this.point);
    this.measure();
  }

  measure(): void {
    computeResiduals(this.form, this.point, this.residuals);
    this.mu = meanProduct(this.form, this.point);
  }

  iterate(): void {
    const { form, point, residuals, newton, complementarity, maxSteps, trialSteps } = this;
    const { mu } = this;
    const regularisation = Math.max(LEAST_REGULARISATION, Math.min(1e-4, mu * 1e-3));
    newton.factor(point, regularisation, regularisation);

    // --- Predictor: all products to 0 ---
    affineProducts(point, complementarity);
    newton.solve(point, residuals, complementarity, this.direction);
    recoverDuals(form, point, residuals, complementarity, this.direction, maxSteps);
    const affinePrimal = Math.min(1, maxSteps.primal);
    const affineDual = Math.min(1, maxSteps.dual);
    const affineMu = meanProductAfter(form, point, this.direction, affinePrimal, affineDual);
    const sigma = mu > 0 ? (affineMu / mu) ** 3 : 0;

    // --- Corrector: all products to sigma mu, second order ---
    const target = Math.max(((globalThis as any).P?.smin ?? 0), sigma) * mu;
    secondOrderProducts(point, this.direction, target, mu, complementarity);
    newton.solve(point, residuals, complementarity, this.direction);
    for (let k = 0; k < this.refinements; k++) newton.refine(residuals, this.direction);
    recoverDuals(form, point, residuals, complementarity, this.direction, maxSteps);

    // --- Centrality correctors ---
    const P = (globalThis as any).P ?? {};
    const NC = P.nc ?? 1, MUL = P.mul ?? 1.08, ADD = P.add ?? 0.08;
    for (let c = 0; c < NC; c++) {
    const p0 = Math.min(1, maxSteps.primal), d0 = Math.min(1, maxSteps.dual);
    const primalAim = Math.min(1, MUL * p0 + ADD);
    const dualAim = Math.min(1, MUL * d0 + ADD);
    if (Math.min(p0, d0) >= 0.95) break;
      
      addCentrality(point, this.direction, primalAim, dualAim, target, complementarity);
      newton.solve(point, residuals, complementarity, this.trial);
      for (let k = 0; k < this.refinements; k++) newton.refine(residuals, this.trial);
      recoverDuals(form, point, residuals, complementarity, this.trial, trialSteps);
      const gain = Math.min(1, trialSteps.primal) + Math.min(1, trialSteps.dual) - p0 - d0;
      if (gain <= 0.02) break;
        const other = this.direction;
        this.direction = this.trial;
        this.trial = other;
        maxSteps.primal = trialSteps.primal;
        maxSteps.dual = trialSteps.dual;
    }
    const tau = P.tau ?? 0.995;
    this.taken.primal = Math.min(1, tau * maxSteps.primal);
    this.taken.dual = Math.min(1, tau * maxSteps.dual);
    const before = residuals.primalNorm;
    addStep(point, this.direction, this.taken.primal, this.taken.dual);
    this.iterations++;
    this.measure();
    // The step promised (1 - alpha) of the residual; much more means that regularisation or rounding ate it.
    const promised = (1 - this.taken.primal) * before;
    this.lost = residuals.primalNorm - promised;
    this.refinements = this.lost > 0.1 * before + 1e-10 ? 1 : 0;
  }
  lost = 0;
}

export { copyPoint };

function affineProducts(point: Point, out: Complementarity): void {
  const { x, z, w, v } = point;
  for (let j = 0; j < z.length; j++) out.xz[j] = -x[j] * z[j];
  for (let j = 0; j < v.length; j++) out.wv[j] = -w[j] * v[j];
}

function secondOrderProducts(point: Point, affine: Point, target: number, mu: number, out: Complementarity): void {
  const { x, z, w, v } = point;
  const P = (globalThis as any).P ?? {};
  const C = (P.clip ?? Infinity) * mu, L = P.local;
  const f = (x: number, z: number, dx: number, dz: number) => {
    let t = dx * dz;
    if (L) { if (dx < -x) t *= -x / dx; if (dz < -z) t *= -z / dz; }
    return t > C ? C : t < -C ? -C : t;
  };
  for (let j = 0; j < z.length; j++) out.xz[j] = target - x[j] * z[j] - f(x[j], z[j], affine.x[j], affine.z[j]);
  for (let j = 0; j < v.length; j++) out.wv[j] = target - w[j] * v[j] - f(w[j], v[j], affine.w[j], affine.v[j]);
}

/** Products that would leave [0.1, 10] target a longer step on are sent back to its edge, large ones by 10 target at most. */
function addCentrality(
  point: Point,
  direction: Point,
  primalStep: number,
  dualStep: number,
  target: number,
  out: Complementarity,
): void {
  const { x, z, w, v } = point;
  const least = 0.1 * target;
  const greatest = 10 * target;
  for (let j = 0; j < z.length; j++) {
    const product = (x[j] + primalStep * direction.x[j]) * (z[j] + dualStep * direction.z[j]);
    if (product < least) out.xz[j] += least - product;
    else if (product > greatest) out.xz[j] += Math.max(greatest - product, -greatest);
  }
  for (let j = 0; j < v.length; j++) {
    const product = (w[j] + primalStep * direction.w[j]) * (v[j] + dualStep * direction.v[j]);
    if (product < least) out.wv[j] += least - product;
    else if (product > greatest) out.wv[j] += Math.max(greatest - product, -greatest);
  }
}
