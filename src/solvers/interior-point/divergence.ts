import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpScaling } from "../../lp/scale.ts";
import { greatestSize } from "../../sparse/greatest-size.ts";
import { dualRayFrom, primalRayFrom } from "./rays.ts";
import { SUSPICIOUS } from "./tolerances.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Watches the iterates for proofs that there is no optimum. With A'y + z - v = cost - dual residual, prices whose
 * objective is large beside cost and residual are almost a Farkas ray, and a point likewise almost a direction of
 * recession. A suspicion is followed up (by two least-squares factorisations) once, and again when it has grown tenfold.
 */
export class DivergenceWatch {
  dualRay: Float64Array | undefined;
  primalRay: Float64Array | undefined;
  private readonly lp: LinearProgram;
  private readonly scaling: LpScaling;
  private readonly workspace: Workspace;
  private readonly costSize: number;
  private readonly rhsSize: number;
  private nextDual = SUSPICIOUS;
  private nextPrimal = SUSPICIOUS;

  constructor(lp: LinearProgram, scaling: LpScaling, workspace: Workspace) {
    this.lp = lp;
    this.scaling = scaling;
    this.workspace = workspace;
    this.costSize = 1 + greatestSize(workspace.form.cost);
    this.rhsSize = 1 + greatestSize(workspace.form.rhs);
  }

  /** True once a ray is proven. */
  look(): boolean {
    const { residuals } = this.workspace.engine;
    const dualDoubt = (this.costSize + residuals.dualNorm) / residuals.dualObjective;
    if (dualDoubt > 0 && dualDoubt < this.nextDual) {
      this.nextDual = dualDoubt * GROWN;
      if (this.tryDual()) return true;
    }
    const primalDoubt = (this.rhsSize + residuals.primalNorm) / -residuals.primalObjective;
    if (primalDoubt > 0 && primalDoubt < this.nextPrimal) {
      this.nextPrimal = primalDoubt * GROWN;
      if (this.tryPrimal()) return true;
    }
    return false;
  }

  /** For an engine that got stuck: follows every suspicion, however small. */
  lookHard(): boolean {
    return this.tryDual() || this.tryPrimal();
  }

  private tryDual(): boolean {
    const { engine } = this.workspace;
    for (const y of [engine.direction.y, engine.point.y]) {
      const dualRay = dualRayFrom(this.lp, this.scaling, this.workspace, y);
      if (dualRay === undefined) continue;
      const claim = { termination: "infeasible", solver: "", iterations: 0, objective: NaN, dualRay } as const;
      if (!checkSolution(this.lp, claim).ok) continue;
      this.dualRay = dualRay;
      return true;
    }
    return false;
  }

  private tryPrimal(): boolean {
    const { engine } = this.workspace;
    for (const x of [engine.direction.x, engine.point.x]) {
      const primalRay = primalRayFrom(this.lp, this.scaling, this.workspace, x);
      if (primalRay === undefined) continue;
      // The ray alone is judged here; a feasible point is found, and the whole claim checked, afterwards.
      const claim = { termination: "unbounded", solver: "", iterations: 0, objective: NaN, x: primalRay, primalRay } as const;
      const { rayViolation = Infinity } = checkSolution(this.lp, claim);
      if (rayViolation > PROVEN_RAY) continue;
      this.primalRay = primalRay;
      return true;
    }
    return false;
  }
}

const GROWN = 0.1;
/** As `checkSolution` has it by default. */
const PROVEN_RAY = 1e-9;
