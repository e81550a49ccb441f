import { BasisStatus, type LpBasis } from "../../lp/basis.ts";
import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { objectiveAt } from "../../lp/objective-at.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import type { OptimalSolution } from "../../lp/solution.ts";
import { completeBasis, rankInside } from "./complete-basis.ts";
import { type FaceProgram, optimalFace } from "./optimal-face.ts";
import { isParted, partitionOf, snapToLimits } from "./partition.ts";
import type { Point } from "./point.ts";
import { polishPoint, polishPrices } from "./polish.ts";
import { pushToVertex } from "./push-to-vertex.ts";
import { readPoint, readPrices } from "./read-answer.ts";
import { report, runEngine, type RunPlan } from "./run-engine.ts";
import { secondCost } from "./second-cost.ts";
import { CONVERGED_FOR_FACE, POLISHED } from "./tolerances.ts";
import { prepareWorkspace, type Workspace } from "./workspace.ts";

/** What was found; nothing where a limit was met. */
export interface VertexAnswer {
  /** Passed the check. Without a basis it is no vertex: more columns are inside their limits than rows can hold. */
  readonly solution?: OptimalSolution;
  /** Where a simplex should look for the vertex. */
  readonly basis?: LpBasis;
}

/**
 * More ties than this share of the rows are left to the interior point on their face first. Measured on years of a site:
 * with ties of 2 % of the rows pushing takes half as long, with 29 % six times as long.
 */
const MOST_PUSHED = 0.1;
/** How the face is run: from near its limits, to where its own partition can be read; its objective is not the program's. */
const FACE_START_SIZE = 1;
const FACE_RUN = { phase: "optimal-face", tolerance: CONVERGED_FOR_FACE, objectiveScale: NaN };

/**
 * From an almost optimal interior point to a vertex with exact prices: read off which columns are at their limits, solve
 * the face of equal optima where it is large, refine x and y to rounding, push what ties are left to a vertex, the one
 * that the second objective wants. y is refined on the first partition, so it stays the centre of its own optimal face:
 * well defined, no accident of a basis.
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
  const cost = secondCost(form, origin, scaling.col, secondObjective);
  let iterations = engine.iterations;
  const numTies = numInside(status) - rankInside(newton, status);
  if (numTies > MOST_PUSHED * form.numRows) {
    const face = optimalFace(form, origin, status, x, cost);
    const room = prepareWorkspace(face.form, face.origin, lp.numCols);
    room.engine.start(FACE_START_SIZE);
    const isClear = () => isParted(room.engine.point);
    const end = yield* runEngine(room.engine, { ...plan, ...FACE_RUN, isClear, iterationsBefore: iterations });
    iterations += room.engine.iterations;
    if (plan.limits.stop !== undefined) return {};
    if (end === "converged") moveTo(face, room.engine.point, status, x);
  }
  // Counted up to here, in the numbers of the interior point.
  const counted = { ...plan, iterationsBefore: iterations - engine.iterations };
  if (yield* report(engine, counted, "optimal-face")) return {};
  const y = point.y.slice();
  polishPoint(newton, status, form.rhs, x);
  polishPrices(newton, facets, form.cost, y);
  if (yield* report(engine, counted, "polish")) return {};
  const vertex = numTies === 0 ? undefined : yield* pushToVertex(lp, scaling, workspace, { facets, status, x, cost, wantsLeast: secondObjective !== undefined }, () => report(engine, counted, "push"));
  if (plan.limits.stop !== undefined) return {};
  const basis = vertex?.basis ?? completeBasis(lp, origin, newton, status);
  // A polished point outside its limits is clamped by reading; the rows then show it to the check.
  const xOut = vertex?.x ?? readPoint(lp, scaling, form, origin, x, status);
  const isVertex = numBasics(basis) === lp.numRows;
  const isLeast = secondObjective && (vertex?.isLeast ?? (isVertex && numTies === 0));
  const solution: OptimalSolution = {
    termination: "optimal",
    solver: "interior-point",
    iterations,
    objective: objectiveAt(lp, xOut),
    ...(isVertex && { basis }),
    ...(isLeast && { secondObjective: secondObjective.reduce((sum, price, j) => sum + price * xOut[j], 0) }),
    x: xOut,
    ...readPrices(lp, scaling, origin, y),
  };
  const isProven = checkSolution(lp, solution, POLISHED).ok;
  return isProven ? { solution, basis } : { basis };
}

function numBasics({ col, row }: LpBasis): number {
  const count = (sum: number, place: number): number => sum + (place === BasisStatus.basic ? 1 : 0);
  return row.reduce(count, col.reduce(count, 0));
}

function numInside(status: Uint8Array): number {
  return status.reduce((sum, place) => sum + (place === BasisStatus.basic ? 1 : 0), 0);
}

/** Status and point of the form, where the face's optimum has them. */
function moveTo(face: FaceProgram, point: Point, status: Uint8Array, x: Float64Array): void {
  const faceStatus = partitionOf(face.form, point);
  const faceX = snapToLimits(face.form, faceStatus, point.x);
  for (let q = 0; q < faceX.length; q++) {
    status[face.colOf[q]] = faceStatus[q];
    x[face.colOf[q]] = faceX[q];
  }
}
