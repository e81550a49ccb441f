import { checkSolution } from "../../../lp/check-solution.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import type { LpSolution } from "../../../lp/solution.ts";
import { greatestSize } from "../../../sparse/greatest-size.ts";
import { dualRayFrom, primalRayFrom } from "./rays.ts";
import { RAY_ROUNDING } from "../../proof-tolerances.ts";
import { SUSPICIOUS } from "../tolerances.ts";
import type { Workspace } from "../workspace.ts";

const GROWN = 0.1;

/** What was proven, and when to look. */
export interface DivergenceWatch {
  dualRay: Float64Array | undefined;
  primalRay: Float64Array | undefined;
  /** True once a ray is proven. */
  readonly look: () => Generator<void, boolean>;
  /** For an engine that got stuck: follows every suspicion, however small. */
  readonly lookHard: () => Generator<void, boolean>;
}

/**
 * Watches the iterates for proofs that there is no optimum. With A'y + z - v = cost - dual residual, prices whose
 * objective is large beside cost and residual are almost a Farkas ray, and a point likewise almost a direction of
 * recession. A suspicion is followed up (by two least-squares factorisations) once, and again when it has grown
 * tenfold.
 */
export function watchDivergence(lp: LinearProgram, scaling: LpScaling, workspace: Workspace): DivergenceWatch {
  const { form, engine } = workspace;
  const costSize = 1 + greatestSize(form.cost);
  const rhsSize = 1 + greatestSize(form.rhs);
  let nextDual = SUSPICIOUS;
  let nextPrimal = SUSPICIOUS;

  /**
   * The ray alone is judged here: where it needs a feasible point, that is found, and the whole claim checked,
   * afterwards.
   */
  const isProven = (claim: Pick<LpSolution, "status" | "x" | "dualRay" | "primalRay">): boolean => {
    const { rayViolation = Infinity } = checkSolution(lp, {
      solver: "",
      iterations: 0,
      objective: NaN,
      ...claim,
    } as LpSolution);
    return rayViolation <= RAY_ROUNDING;
  };
  function* tryDual(): Generator<void, boolean> {
    for (const { y } of [engine.direction, engine.point]) {
      const dualRay = yield* dualRayFrom(lp, scaling, workspace, y);
      if (dualRay === undefined || !isProven({ status: "infeasible", dualRay })) continue;
      watch.dualRay = dualRay;
      return true;
    }
    return false;
  }
  function* tryPrimal(): Generator<void, boolean> {
    for (const { x } of [engine.direction, engine.point]) {
      const primalRay = yield* primalRayFrom(lp, scaling, workspace, x);
      if (primalRay === undefined || !isProven({ status: "unbounded", x: primalRay, primalRay })) continue;
      watch.primalRay = primalRay;
      return true;
    }
    return false;
  }

  const watch: DivergenceWatch = {
    dualRay: undefined,
    primalRay: undefined,
    *look() {
      const { residuals } = engine;
      const dualDoubt = (costSize + residuals.dualNorm) / residuals.dualObjective;
      if (dualDoubt > 0 && dualDoubt < nextDual) {
        nextDual = dualDoubt * GROWN;
        if (yield* tryDual()) return true;
      }
      const primalDoubt = (rhsSize + residuals.primalNorm) / -residuals.primalObjective;
      if (primalDoubt > 0 && primalDoubt < nextPrimal) {
        nextPrimal = primalDoubt * GROWN;
        return yield* tryPrimal();
      }
      return false;
    },
    *lookHard() {
      return (yield* tryDual()) || (yield* tryPrimal());
    },
  };
  return watch;
}
