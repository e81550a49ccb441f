import { checkSolution } from "../../../lp/check-solution.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import type { LpSolution } from "../../../lp/solution.ts";
import { greatestSize } from "../../../sparse/greatest-size.ts";
import { dualRayFrom, primalRayFrom } from "./rays.ts";
import { RAY_ROUNDING } from "../../proof-tolerances.ts";
import { SUSPICIOUS } from "../tolerances.ts";
import type { Workspace } from "../workspace.ts";

/** A suspicion that led to no proof is followed again once it has grown tenfold. */
const GROWN = 0.1;

/** Prices are suspicious at a tenth of the size at which their objective, a sum over many rows, is. */
const PRICE_WEIGHT = 10;

/** What has been proven, and the two ways to look for more. */
export interface DivergenceWatch {
  dualRay: Float64Array | undefined;
  primalRay: Float64Array | undefined;
  /** Follows a suspicion that has grown; true once a ray is proven. */
  readonly check: () => Generator<void, boolean>;
  /** For an engine that is stuck: looks for rays whatever the suspicion. */
  readonly searchForRays: () => Generator<void, boolean>;
}

/**
 * Watches the iterates for a proof that there is no optimum. With A'y + z - v = cost - dual residual, prices that are
 * large compared with cost and residual, and whose objective is, are almost a Farkas certificate of infeasibility. (The
 * objective alone is large for every sum of many costs, such as those of a year.) In the same way a point is almost a
 * direction of recession if the objective of its columns without an upper bound is far below 0; the others do not move
 * along such a direction, however much they earn. Following a suspicion takes two least-squares factorisations.
 */
export function watchDivergence(lp: LinearProgram, scaling: LpScaling, workspace: Workspace): DivergenceWatch {
  const { form, engine } = workspace;
  const costSize = 1 + greatestSize(form.cost);
  const rhsSize = 1 + greatestSize(form.rhs);
  let nextDual = SUSPICIOUS;
  let nextPrimal = SUSPICIOUS;

  /**
   * Checks the ray only. If it needs a feasible point as well, that is found later, and then the whole claim checked.
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
    *check() {
      const { residuals } = engine;
      const costs = costSize + residuals.dualNorm;
      const dualDoubt = costs / Math.min(residuals.dualObjective, PRICE_WEIGHT * greatestSize(engine.point.y));
      if (dualDoubt > 0 && dualDoubt < nextDual) {
        nextDual = dualDoubt * GROWN;
        if (yield* tryDual()) return true;
      }
      const primalDoubt = (rhsSize + residuals.primalNorm) / -residuals.openObjective;
      if (primalDoubt > 0 && primalDoubt < nextPrimal) {
        nextPrimal = primalDoubt * GROWN;
        return yield* tryPrimal();
      }
      return false;
    },
    *searchForRays() {
      return (yield* tryDual()) || (yield* tryPrimal());
    },
  };
  return watch;
}
