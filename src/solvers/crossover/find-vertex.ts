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
import { optimalPartition, snapToBounds } from "./partition.ts";
import { facePrices } from "./face-prices.ts";
import { pushToVertex } from "./push-to-vertex.ts";
import { decodeSolution } from "../interior-point/answer/decode-solution.ts";
import { reportProgress, type RunPlan } from "../interior-point/run-engine.ts";
import { tieBreakCost } from "./tie-break-cost.ts";
import { POLISHED } from "../interior-point/tolerances.ts";
import type { Workspace } from "../interior-point/workspace.ts";

/** What was found; empty after a stop. */
export interface VertexAnswer {
  /** A vertex that passed the check, with its basis. */
  readonly solution?: OptimalSolution;
  /** Where a simplex should start to find the vertex. */
  readonly basis?: LpBasis;
}

/** The objective of the face is not the program's. */
const FACE = { phase: "optimal-face", objectiveScale: NaN };

/**
 * Crossover: from an almost optimal interior point to a vertex with exact prices.
 *
 *   1. Read from the optimal partition which columns are at a bound.
 *   2. Push the ties (columns inside their bounds that are in no basis) to a vertex, the way the tie-break objective
 *      falls; continue to the vertex of its least value if the caller has given it.
 *   3. Move the prices exactly onto their optimal face. So y is the centre of that face: well defined, and not an
 *      accident of the basis, to which x belongs.
 *
 * An interior point over the optimal face, instead of pushing, was tried and given up: most faces have no interior for
 * the tie-break objective, so its run takes 12 to 100 iterations and may stall, and many ties remain.
 */
export function* findVertex(
  lp: LinearProgram,
  scaling: LpScaling,
  workspace: Workspace,
  plan: RunPlan,
  secondObjective: Float64Array | undefined,
): Generator<LpProgress, VertexAnswer> {
  const { form, origin, engine } = workspace;
  const { point } = engine;
  const facets = optimalPartition(form, point);
  const x = snapToBounds(form, facets, point.x);
  const cost = tieBreakCost(form, origin, scaling.col, secondObjective);
  if (yield* reportProgress(engine, { ...plan, ...FACE })) return {};
  const s = new SimplexState(internalProgram(lp, scaling));
  if (yield* reportProgress(engine, { ...plan, ...FACE })) return {};
  const ties = loadFace(s, form, origin, facets, x);
  const wantsLeast = secondObjective !== undefined && ties.length > 0;
  const { iterations } = engine;
  // Pushes and pivots count as iterations; the other numbers are those of the interior point.
  const isStopped = (phase: string) =>
    reportProgress(engine, { ...plan, iterationsBefore: iterations + s.iterations - engine.iterations }, phase);
  if (yield* isStopped("optimal-face")) return {};

  loadCosts(s, lp, workspace, cost);
  const vertex = yield* pushToVertex(lp, scaling, s, ties, wantsLeast, () => isStopped("crossover"));
  if (plan.stopping.reason !== undefined) return {};
  if (vertex === undefined) return { basis: decodeBasis(s) };
  if (yield* isStopped("crossover")) return {};

  const y = facePrices(s, origin, facets, point.y);
  if (yield* isStopped("polish")) return {};
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

/** Makes the tie-break cost that of the simplex; row activities have no cost. */
function loadCosts({ working }: SimplexState, lp: LinearProgram, { origin }: Workspace, cost: Float64Array): void {
  const { varOf, turn } = origin;
  for (let j = 0; j < cost.length; j++) if (varOf[j] < lp.numCols) working.cost[varOf[j]] = turn[j] * cost[j];
}

function valueOf(objective: Float64Array, x: Float64Array): number {
  return objective.reduce((sum, cost, j) => sum + cost * x[j], 0);
}
