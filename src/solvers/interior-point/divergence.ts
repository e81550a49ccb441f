import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpScaling } from "../../lp/scale.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { greatestSize } from "../../sparse/greatest-size.ts";
import { dualRayFrom, primalRayFrom } from "./rays.ts";
import { SUSPICIOUS } from "./tolerances.ts";
import type { Workspace } from "./workspace.ts";

const GROWN = 0.1;
/** As `checkSolution` has it by default. */
const PROVEN_RAY = 1e-9;

/** What was proven, and when to look. */
export interface DivergenceWatch {
  dualRay: Float64Array | undefined;
  primalRay: Float64Array | undefined;
  /** True once a ray is proven. */
  readonly look: () => boolean;
  /** For an engine that got stuck: follows every suspicion, however small. */
  readonly lookHard: () => boolean;
}

/**
 * Watches the iterates for proofs that there is no optimum. With A'y + z - v = cost - dual residual, prices whose
 * objective is large beside cost and residual are almost a Farkas ray, and a point likewise almost a direction of
 * recession. A suspicion is followed up (by two least-squares factorisations) once, and again when it has grown tenfold.
 */
export function watchDivergence(lp: LinearProgram, scaling: LpScaling, workspace: Workspace): DivergenceWatch {
  const { form, engine } = workspace;
  const costSize = 1 + greatestSize(form.cost);
  const rhsSize = 1 + greatestSize(form.rhs);
  let nextDual = SUSPICIOUS;
  let nextPrimal = SUSPICIOUS;

  /** The ray alone is judged here: where it needs a feasible point, that is found, and the whole claim checked, afterwards. */
  const isProven = (claim: Pick<LpSolution, "termination" | "x" | "dualRay" | "primalRay">): boolean => {
    const { rayViolation = Infinity } = checkSolution(lp, { solver: "", iterations: 0, objective: NaN, ...claim } as LpSolution);
    return rayViolation <= PROVEN_RAY;
  };
  const tryDual = (): boolean =>
    [engine.direction, engine.point].some(({ y }) => {
      const dualRay = dualRayFrom(lp, scaling, workspace, y);
      const proven = dualRay !== undefined && isProven({ termination: "infeasible", dualRay });
      if (proven) watch.dualRay = dualRay;
      return proven;
    });
  const tryPrimal = (): boolean =>
    [engine.direction, engine.point].some(({ x }) => {
      const primalRay = primalRayFrom(lp, scaling, workspace, x);
      const proven = primalRay !== undefined && isProven({ termination: "unbounded", x: primalRay, primalRay });
      if (proven) watch.primalRay = primalRay;
      return proven;
    });

  const watch: DivergenceWatch = {
    dualRay: undefined,
    primalRay: undefined,
    look() {
      const { residuals } = engine;
      const dualDoubt = (costSize + residuals.dualNorm) / residuals.dualObjective;
      if (dualDoubt > 0 && dualDoubt < nextDual) {
        nextDual = dualDoubt * GROWN;
        if (tryDual()) return true;
      }
      const primalDoubt = (rhsSize + residuals.primalNorm) / -residuals.primalObjective;
      if (primalDoubt > 0 && primalDoubt < nextPrimal) {
        nextPrimal = primalDoubt * GROWN;
        return tryPrimal();
      }
      return false;
    },
    lookHard: () => tryDual() || tryPrimal(),
  };
  return watch;
}
