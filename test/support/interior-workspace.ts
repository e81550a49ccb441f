import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { scaleProgram } from "../../src/lp/scale.ts";
import { boundedForm } from "../../src/solvers/interior-point/form/bounded-form.ts";
import {
  type EliminationPlan,
  eliminationPlan,
} from "../../src/solvers/interior-point/linear-system/elimination-plan.ts";
import { prepareWorkspace, type Workspace } from "../../src/solvers/interior-point/workspace.ts";
import type { SymmetricGraph } from "../../src/sparse/symmetric-graph.ts";
import { seededUniform } from "./random-programs.ts";
import { drain } from "../../src/solvers/budget/drain.ts";

/** A program made ready for the interior point, with all that its parts need. */
export function interiorWorkspace(lp: LinearProgram) {
  const scaling = scaleProgram(lp);
  const { form, origin } = boundedForm(lp, scaling);
  return { lp, scaling, ...readyWorkspace(form, origin, lp.numCols) };
}

/** Iterates until residuals and relative gap are at most `tolerance`. */
export function iterateTo(engine: ReturnType<typeof interiorWorkspace>["engine"], tolerance: number): void {
  for (let k = 0; k < 100; k++) {
    const { primalNorm, dualNorm, relativeGap } = engine.residuals;
    if (Math.max(primalNorm, dualNorm, relativeGap) <= tolerance) return;
    drain(engine.iterate());
  }
}

/** A seeded graph with about `degree` neighbours a node. */
export function randomGraph(numNodes: number, degree: number, seed: number): SymmetricGraph {
  const uniform = seededUniform(seed);
  const edges: [number, number][] = [];
  for (let k = 0; k < (numNodes * degree) / 2; k++) {
    edges.push([Math.floor(uniform() * numNodes), Math.floor(uniform() * numNodes)]);
  }
  return graphOf(numNodes, edges);
}

/** A graph from edges; loops and repeats are left out. */
export function graphOf(numNodes: number, edges: readonly (readonly [number, number])[]): SymmetricGraph {
  const sets = Array.from({ length: numNodes }, () => new Set<number>());
  for (const [i, j] of edges) {
    if (i === j) continue;
    sets[i].add(j);
    sets[j].add(i);
  }
  const start = new Int32Array(numNodes + 1);
  for (let i = 0; i < numNodes; i++) start[i + 1] = start[i] + sets[i].size;
  return { numNodes, start, neighbour: Int32Array.from(sets.flatMap((set) => [...set].toSorted((a, b) => a - b))) };
}

/** Of a form that does not fill in: there is a workspace, at once. */
export function readyWorkspace(...given: Parameters<typeof prepareWorkspace>): Workspace {
  const workspace = drain(prepareWorkspace(...given));
  if (workspace === undefined) throw new Error("readyWorkspace: this form fills in");
  return workspace;
}

/** Its order and pattern. */
export function planOf(...given: Parameters<typeof eliminationPlan>): EliminationPlan {
  const plan = drain(eliminationPlan(...given));
  if (plan === undefined) throw new Error("planOf: this form fills in");
  return plan;
}
