import { BasisStatus, type LpBasis } from "../../lp/basis.ts";
import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { objectiveAt } from "../../lp/objective-at.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import type { OptimalSolution } from "../../lp/solution.ts";
import { completeBasis, rankInside } from "./complete-basis.ts";
import { optimalFace } from "./optimal-face.ts";
import { isParted, partitionOf, snapToLimits } from "./partition.ts";
import { polishPoint, polishPrices } from "./polish.ts";
import { readPoint, readPrices } from "./read-answer.ts";
import { report, runEngine, type RunPlan } from "./run-engine.ts";
import { secondCosts } from "./second-cost.ts";
import { CONVERGED_FOR_FACE, POLISHED } from "./tolerances.ts";
import { prepareWorkspace, type Workspace } from "./workspace.ts";

/** What was found; nothing where a limit was met. */
export interface VertexAnswer {
  /** Passed the check. Without a basis it is no vertex: more columns are inside their limits than rows can hold. */
  readonly solution?: OptimalSolution;
  /** Where a simplex should look for the vertex. */
  readonly basis?: LpBasis;
}

const FACE_START_SIZE = 1;

/**
 * From an almost optimal interior point to a vertex with exact prices, without a simplex: read off which columns are at
 * their limits, solve the face of equal optima for the caller's second objective, then for a generic one (each unless it
 * is a point already), and refine x and y to rounding. y is refined on
 * the first partition, so it stays the centre of its own optimal face: well defined, no accident of a basis.
 */
export function* findVertex(
  lp: LinearProgram,
  scaling: LpScaling,
  workspace: Workspace,
  plan: RunPlan,
  secondObjective: Float64Array | undefined,
): Generator<LpProgress, VertexAnswer> {
  const { form, origin, engine } = workspace;
  const { newton, point } = engine;
  const facets = partitionOf(form, point);
  const x = snapToLimits(form, facets, point.x);
  const status = facets.slice();
  let iterations = engine.iterations;
  let isLeast = true;
  const costs = secondCosts(form, origin, scaling.col, secondObjective);
  for (const cost of costs) {
    const face = optimalFace(form, origin, status, x, cost);
    if (rankInside(newton, status) === face.form.numCols) break;
    const room = prepareWorkspace(face.form, face.origin, lp.numCols);
    room.engine.start(FACE_START_SIZE);
    const facePlan: RunPlan = {
      ...plan,
      phase: "optimal-face",
      tolerance: CONVERGED_FOR_FACE,
      objectiveScale: NaN,
      // Small differences of the caller's own costs count: as sharp as can be had.
      isClear: () => !(secondObjective && cost === costs[0]) && isParted(room.engine.point),
      iterationsBefore: iterations,
    };
    const end = yield* runEngine(room.engine, facePlan);
    iterations += room.engine.iterations;
    if (plan.limits.stop !== undefined) return {};
    if (cost !== costs[costs.length - 1] && end !== "converged") {
      isLeast &&= cost !== costs[0];
      continue;
    }
    const faceStatus = partitionOf(room.form, room.engine.point);
    const faceX = snapToLimits(room.form, faceStatus, room.engine.point.x);
    for (let q = 0; q < faceX.length; q++) {
      status[face.colOf[q]] = faceStatus[q];
      x[face.colOf[q]] = faceX[q];
    }
  }
  // Counted up to here, in the numbers of the interior point.
  const counted = { ...plan, iterationsBefore: iterations - engine.iterations };
  if (yield* report(engine, counted, "optimal-face")) return {};
  const y = point.y.slice();
  polishPoint(newton, status, form.rhs, x);
  polishPrices(newton, facets, form.cost, y);
  const basis = completeBasis(lp, origin, newton, status);
  // A polished point outside its limits is clamped by reading; the rows then show it to the check.
  const xOut = readPoint(lp, scaling, form, origin, x, status);
  const isVertex = numBasics(basis) === lp.numRows;
  const solution: OptimalSolution = {
    termination: "optimal",
    solver: "interior-point",
    iterations,
    objective: objectiveAt(lp, xOut),
    ...(isVertex && { basis }),
    ...(secondObjective && isLeast && { secondObjective: secondObjective.reduce((sum, cost, j) => sum + cost * xOut[j], 0) }),
    x: xOut,
    ...readPrices(lp, scaling, origin, y),
  };
  const isProven = checkSolution(lp, solution, POLISHED).ok;
  yield* report(engine, counted, "polish");
  return isProven ? { solution, basis } : { basis };
}

function numBasics({ col, row }: LpBasis): number {
  const count = (sum: number, place: number): number => sum + (place === BasisStatus.basic ? 1 : 0);
  return row.reduce(count, col.reduce(count, 0));
}
