import type { LpBasis } from "../../lp/basis.ts";
import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import type { OptimalSolution } from "../../lp/solution.ts";
import { decodeBasis } from "../dual-simplex/basis/basis-state.ts";
import { internalProgram } from "../dual-simplex/state/internal-program.ts";
import { SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { type FacePoint, loadFace } from "./load-face.ts";
import { type FaceProgram, optimalFace } from "./optimal-face.ts";
import { arePairsSeparated, optimalPartition, snapToBounds } from "./partition.ts";
import { polishPrices } from "../interior-point/answer/polish.ts";
import { pushToVertex } from "./push-to-vertex.ts";
import { decodeSolution } from "../interior-point/answer/decode-solution.ts";
import { runReporting, reportProgress, runEngine, type RunPlan } from "../interior-point/run-engine.ts";
import { tieBreakCost } from "./tie-break-cost.ts";
import { CONVERGED_FOR_FACE, POLISHED } from "../interior-point/tolerances.ts";
import { prepareWorkspace, type Workspace } from "../interior-point/workspace.ts";

/** What was found; empty after a stop. */
export interface VertexAnswer {
  /** A vertex that passed the check, with its basis. */
  readonly solution?: OptimalSolution;
  /** Where a simplex should start to find the vertex. */
  readonly basis?: LpBasis;
}

/**
 * If ties exceed this share of the rows, an interior point on the optimal face comes before pushing. Measured on years
 * of a site: with ties of 2 % of the rows pushing alone takes half as long, with 29 % six times as long.
 */
const MOST_PUSHED = 0.1;
/**
 * The run over the face starts near its bounds and ends when its own optimal partition is clear. Its objective is not
 * the program's.
 */
const FACE_START_SIZE = 1;
const FACE_RUN = { phase: "optimal-face", tolerance: CONVERGED_FOR_FACE, objectiveScale: NaN };

/**
 * Crossover: from an almost optimal interior point to a vertex with exact prices.
 *
 *   1. Read from the optimal partition which columns are at a bound.
 *   2. If there are many ties, minimise the tie-break objective over the optimal face by an interior point.
 *   3. Push the remaining ties to a vertex.
 *   4. Polish the prices on the first partition. So y is the centre of its own optimal face: well defined, and not an
 *      accident of the basis, to which x belongs.
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
  const facets = optimalPartition(form, point);
  const x = snapToBounds(form, facets, point.x);
  const status = facets.slice();
  const cost = tieBreakCost(form, origin, scaling.col, secondObjective);
  if (yield* reportProgress(engine, { ...plan, ...FACE_RUN })) return {};
  const s = new SimplexState(internalProgram(lp, scaling));
  if (yield* reportProgress(engine, { ...plan, ...FACE_RUN })) return {};
  let ties = loadFace(s, form, origin, { facets, status, x });
  const wantsLeast = secondObjective !== undefined && ties.length > 0;
  let { iterations } = engine;
  if (ties.length > MOST_PUSHED * form.numRows) {
    const run = yield* solveFace(lp, workspace, plan, { status, x }, cost);
    if (plan.stopping.reason !== undefined) return {};
    iterations += run.iterations;
    if (run.hasMoved) ties = loadFace(s, form, origin, { facets, status, x });
  }
  // Pushes and pivots count as iterations; the other numbers are those of the interior point.
  const isStopped = (phase: string) =>
    reportProgress(engine, { ...plan, iterationsBefore: iterations + s.iterations - engine.iterations }, phase);
  if (yield* isStopped("optimal-face")) return {};

  loadCosts(s, lp, workspace, cost);
  const vertex = yield* pushToVertex(lp, scaling, s, ties, wantsLeast, () => isStopped("crossover"));
  if (plan.stopping.reason !== undefined) return {};
  if (vertex === undefined) return { basis: decodeBasis(s) };
  if (yield* isStopped("crossover")) return {};

  const y = point.y.slice();
  yield* runReporting(engine, plan, polishPrices(newton, facets, form.cost, y), "polish");
  if (plan.stopping.reason !== undefined) return {};
  const { basis } = vertex;
  const isTieBroken = vertex.isLeast || !wantsLeast;
  const solution: OptimalSolution = {
    ...decodeSolution(lp, scaling, origin, vertex.x, y, iterations + s.iterations),
    basis,
    ...(secondObjective && isTieBroken && { secondObjective: valueOf(secondObjective, vertex.x) }),
  };
  const isProven = checkSolution(lp, solution, POLISHED).ok;
  yield* isStopped("polish");
  return isProven ? { solution, basis } : { basis };
}

/** Minimises the tie-break cost over the optimal face; moves `status` and `x` to that optimum if it is found. */
function* solveFace(
  lp: LinearProgram,
  { form, origin, engine }: Workspace,
  plan: RunPlan,
  { status, x }: Pick<FacePoint, "status" | "x">,
  cost: Float64Array,
): Generator<LpProgress, { readonly iterations: number; readonly hasMoved: boolean }> {
  const face = optimalFace(form, origin, status, x, cost);
  const facePlan = { ...plan, ...FACE_RUN };
  const workspace = yield* runReporting(engine, facePlan, prepareWorkspace(face.form, face.origin, lp.numCols));
  if (workspace === undefined) return { iterations: 0, hasMoved: false };
  const { engine: faceEngine } = workspace;
  yield* runReporting(engine, facePlan, faceEngine.start(FACE_START_SIZE));
  if (plan.stopping.reason !== undefined) return { iterations: 0, hasMoved: false };
  const isClear = () => arePairsSeparated(faceEngine.point);
  const end = yield* runEngine(faceEngine, { ...facePlan, isClear, iterationsBefore: engine.iterations });
  const hasMoved = end === "converged";
  if (hasMoved) moveTo(face, workspace, status, x);
  return { iterations: faceEngine.iterations, hasMoved };
}

/** Makes the tie-break cost that of the simplex; row activities have no cost. */
function loadCosts({ working }: SimplexState, lp: LinearProgram, { origin }: Workspace, cost: Float64Array): void {
  const { varOf, turn } = origin;
  for (let j = 0; j < cost.length; j++) if (varOf[j] < lp.numCols) working.cost[varOf[j]] = turn[j] * cost[j];
}

function valueOf(objective: Float64Array, x: Float64Array): number {
  return objective.reduce((sum, cost, j) => sum + cost * x[j], 0);
}

/** Copies the optimum of the face into `status` and `x` of the form. */
function moveTo(
  face: FaceProgram,
  { form, colOf, engine: { point } }: Workspace,
  status: Uint8Array,
  x: Float64Array,
): void {
  const faceStatus = optimalPartition(form, point);
  const faceX = snapToBounds(form, faceStatus, point.x);
  for (let q = 0; q < faceX.length; q++) {
    const j = face.colOf[colOf[q]];
    status[j] = faceStatus[q];
    x[j] = faceX[q];
  }
}
