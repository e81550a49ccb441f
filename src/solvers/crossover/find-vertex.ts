import type { LpBasis } from "../../lp/basis.ts";
import { checkSolution } from "../../lp/check-solution.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import type { OptimalSolution } from "../../lp/solution.ts";
import { decodeBasis } from "../dual-simplex/basis/basis-state.ts";
import { internalProgram } from "../dual-simplex/state/internal-program.ts";
import { SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { loadFace } from "./load-face.ts";
import { type FaceProgram, optimalFace } from "./optimal-face.ts";
import { isParted, partitionOf, snapToLimits } from "./partition.ts";
import { polishPrices } from "../interior-point/answer/polish.ts";
import { pushToVertex } from "./push-to-vertex.ts";
import { decodeSolution } from "../interior-point/answer/decode-solution.ts";
import { runReporting, report, runEngine, type RunPlan } from "../interior-point/run-engine.ts";
import { secondCost } from "./tie-break-cost.ts";
import { CONVERGED_FOR_FACE, POLISHED } from "../interior-point/tolerances.ts";
import { prepareWorkspace, type Workspace } from "../interior-point/workspace.ts";

/** What was found; nothing where a limit was met. */
export interface VertexAnswer {
  /** Passed the check; a vertex, with its basis. */
  readonly solution?: OptimalSolution;
  /** Where a simplex should look for the vertex. */
  readonly basis?: LpBasis;
}

/**
 * More ties than this share of the rows are left to the interior point on their face first. Measured on years of a
 * site: with ties of 2 % of the rows pushing takes half as long, with 29 % six times as long.
 */
const MOST_PUSHED = 0.1;
/**
 * How the face is run: from near its limits, to where its own partition can be read; its objective is not the
 * program's.
 */
const FACE_START_SIZE = 1;
const FACE_RUN = { phase: "optimal-face", tolerance: CONVERGED_FOR_FACE, objectiveScale: NaN };

/**
 * From an almost optimal interior point to a vertex with exact prices: read off which columns are at their limits;
 * where ties are many, solve the face of equal optima first; push those that are left to a vertex, the one that the
 * second objective wants. x is that of the basis, y is refined on the first partition, so it stays the centre of its
 * own optimal face: well defined, no accident of a basis.
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
  if (yield* report(engine, { ...plan, ...FACE_RUN })) return {};
  const s = new SimplexState(internalProgram(lp, scaling));
  if (yield* report(engine, { ...plan, ...FACE_RUN })) return {};
  let ties = loadFace(s, form, origin, { facets, status, x });
  const wantsLeast = secondObjective !== undefined && ties.length > 0;
  let iterations = engine.iterations;
  if (ties.length > MOST_PUSHED * form.numRows) {
    const face = optimalFace(form, origin, status, x, cost);
    const facePlan = { ...plan, ...FACE_RUN };
    const room = yield* runReporting(engine, facePlan, prepareWorkspace(face.form, face.origin, lp.numCols));
    if (room !== undefined) yield* runReporting(engine, facePlan, room.engine.start(FACE_START_SIZE));
    if (plan.stopping.reason !== undefined) return {};
    const isClear = () => room !== undefined && isParted(room.engine.point);
    const end = room && (yield* runEngine(room.engine, { ...facePlan, isClear, iterationsBefore: iterations }));
    iterations += room?.engine.iterations ?? 0;
    if (plan.stopping.reason !== undefined) return {};
    if (room !== undefined && end === "converged") {
      moveTo(face, room, status, x);
      ties = loadFace(s, form, origin, { facets, status, x });
    }
  }
  // Pushes and pivots count; the other numbers are those of the interior point.
  const tell = (phase: string) =>
    report(engine, { ...plan, iterationsBefore: iterations + s.iterations - engine.iterations }, phase);
  if (yield* tell("optimal-face")) return {};
  for (let j = 0; j < form.numCols; j++)
    if (origin.varOf[j] < lp.numCols) s.working.cost[origin.varOf[j]] = origin.turn[j] * cost[j];
  const vertex = yield* pushToVertex(lp, scaling, s, ties, wantsLeast, () => tell("crossover"));
  if (plan.stopping.reason !== undefined) return {};
  if (vertex === undefined) return { basis: decodeBasis(s) };
  if (yield* tell("crossover")) return {};
  const { x: xOut, basis, isLeast } = vertex;
  const y = point.y.slice();
  yield* runReporting(engine, plan, polishPrices(newton, facets, form.cost, y), "polish");
  if (plan.stopping.reason !== undefined) return {};
  const solution: OptimalSolution = {
    ...decodeSolution(lp, scaling, origin, xOut, y, iterations + s.iterations),
    basis,
    ...(secondObjective &&
      (isLeast || !wantsLeast) && {
        secondObjective: secondObjective.reduce((sum, price, j) => sum + price * xOut[j], 0),
      }),
  };
  const isProven = checkSolution(lp, solution, POLISHED).ok;
  yield* tell("polish");
  return isProven ? { solution, basis } : { basis };
}

/** Status and point of the form, where the face's optimum has them. */
function moveTo(
  face: FaceProgram,
  { form, colOf, engine: { point } }: Workspace,
  status: Uint8Array,
  x: Float64Array,
): void {
  const faceStatus = partitionOf(form, point);
  const faceX = snapToLimits(form, faceStatus, point.x);
  for (let q = 0; q < faceX.length; q++) {
    const j = face.colOf[colOf[q]];
    status[j] = faceStatus[q];
    x[j] = faceX[q];
  }
}
