/**
 * Best-first branch and bound over exclusive pairs:
 *
 *     min cost'x   subject to the program   and   for every pair p:  a_p(x) = 0 or b_p(x) = 0
 *
 * Every point that satisfies the pairs is below the child of a node with a_p = 0 or below the child with b_p = 0, for
 * any p. The least bound of all leaves is therefore a bound for all such points (the best bound). An optimum that
 * violates no pair is the best point below its node. `branches` chooses the pair.
 *
 * Before branching on a node, its bound is raised along the stores, at the prices of its parent (`priceNode`). The LP
 * relaxation mixes decisions along a store, and with many intervals the tree would have to separate them decision by
 * decision. The paths that the bound finds guide a dive. If one store is the only link between intervals, bound and
 * dive agree at the root. If the bounds along stores show that a side is zero in every better point, it is zero in the
 * children too.
 *
 * Rejected: fixing by reduced costs. Sides have no lower bound above zero, so no price excludes a direction. It could
 * only reduce upper bounds, and the coefficients of the valid rows would have to follow.
 */
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { branches } from "./branches.ts";
import { dive } from "./dive.ts";
import type { ExclusiveProgram } from "./exclusive-program.ts";
import { type NodeOptimum, NodePrograms, type TreeBudget, type TreeStop } from "./node-programs.ts";
import { OpenNodes } from "./open-nodes.ts";
import { priceNode } from "./price-node.ts";
import type { ReducedRoot } from "./reduce-root.ts";
import { cutoff } from "./tree-gap.ts";
import { type TreeNode, upperUnder } from "./tree-node.ts";

/** Number of nodes between two dives. */
const DIVE_EVERY = 50;

export interface TreeOptions extends TreeBudget {
  /** Nodes with a bound within this of the incumbent, relative to max(1, |cost|), are pruned. */
  readonly relativeGap: number;
}

export interface TreeEnd {
  /** Why the search ended early; undefined if it is complete. */
  readonly stop: TreeStop | undefined;
  /** The incumbent: the best point found that satisfies every pair, with the program it is the optimum of. */
  readonly best: NodeOptimum | undefined;
  /**
   * Best bound: every point that satisfies all pairs costs at least this. Infinity if the search proved that there is
   * none.
   */
  readonly bound: number;
  /** Number of programs solved after the root. */
  readonly nodes: number;
  /** The worst Farkas certificate of all infeasible nodes. */
  readonly proof: NodePrograms["proof"];
}

/** Prior knowledge: a point that satisfies the pairs, a bound, and the cost of everything excluded from the program. */
export type KnownOfRoot = Pick<ReducedRoot, "best" | "bound" | "excludedBound" | "prices">;

const NOTHING: KnownOfRoot = { best: undefined, bound: -Infinity, excludedBound: Infinity, prices: undefined };

/** Searches below `root`, an optimum of the program. The same input gives the same tree. */
export function* searchTree(
  exclusive: ExclusiveProgram,
  root: OptimalSolution,
  options: TreeOptions,
  known: KnownOfRoot = NOTHING,
): Generator<LpProgress, TreeEnd> {
  const { lp, pairs, bound: blocks, chains } = exclusive;
  const programs = new NodePrograms(exclusive, options);
  const open = new OpenNodes();
  let { best } = known;
  /** Least bound of the leaves: nodes that violate nothing or are pruned. */
  let leafBound = known.excludedBound;
  let ids = 0;
  let diveAt = 0;
  const cost = () => best?.solution.objective ?? Infinity;
  const most = () => cutoff(cost(), options.relativeGap);
  const take = (found: NodeOptimum | undefined) => {
    if (found && found.solution.objective < cost()) best = found;
  };
  const place = (
    { program, solution, broken, decisions }: NodeOptimum,
    { bound: boundBefore, depth, prices }: Pick<TreeNode, "bound" | "depth" | "prices">,
  ) => {
    const { objective, basis, y, reducedCost } = solution;
    const bound = Math.max(boundBefore, objective + blocks.gain(program, solution, broken));
    if (broken.length > 0 && bound < most())
      open.push({
        decisions,
        bound,
        depth,
        id: ids++,
        objective,
        basis,
        y,
        reducedCost,
        broken,
        isChained: false,
        decided: [],
        prices,
        sideBounds: new Map(),
      });
    else leafBound = Math.min(leafBound, bound);
  };
  const first = { program: lp, solution: root, broken: pairs.broken(root.x), decisions: undefined };
  if (first.broken.length === 0) take(first);
  place(first, { bound: known.bound, depth: 0, prices: known.prices });
  while (programs.stop === undefined) {
    const node = open.pop();
    if (node === undefined) break;
    let { bound, decided, prices, sideBounds } = node;
    if (bound < most() && !node.isChained) {
      const colUpper = upperUnder(node.decisions, pairs, lp.colLower, lp.colUpper) ?? lp.colUpper;
      // Half the tolerance, as in `reduceRoot`; the other half covers rounding.
      const excludedAt = cutoff(cost(), options.relativeGap / 2);
      const answers = yield* programs.work(boundsOf(node, colUpper, excludedAt));
      if (answers === undefined) {
        open.push(node);
        break;
      }
      for (const answer of answers) {
        bound = Math.max(bound, answer.bound);
        if (answer.zero.length > 0) leafBound = Math.min(leafBound, excludedAt);
        decided = [...decided, ...answer.zero];
        if (answer.prices) ({ prices, sideBounds } = answer);
        if (node.depth === 0 || programs.nodes >= diveAt) take(yield* dive(programs, node, cost(), answer.guide));
      }
    }
    if (programs.nodes >= diveAt && bound < most()) {
      take(yield* dive(programs, node, cost()));
      diveAt = programs.nodes + DIVE_EVERY;
    }
    if (bound >= most()) {
      leafBound = Math.min(leafBound, bound);
      continue;
    }
    if (bound > (open.best?.bound ?? Infinity)) {
      open.push({ ...node, bound, decided, prices, sideBounds, isChained: true });
      continue;
    }
    for (const { zero, bound: childBound } of branches({ broken: node.broken, decided, sideBounds, bound })) {
      if (childBound >= most()) {
        leafBound = Math.min(leafBound, childBound);
        continue;
      }
      const child = yield* programs.solve({ before: node.decisions, zero }, node);
      if (child === undefined) {
        open.push({ ...node, bound, decided, prices, sideBounds, isChained: true });
        break;
      }
      if (child === "infeasible") continue;
      if (child.broken.length === 0) take(child);
      place(child, { bound: childBound, depth: node.depth + 1, prices });
    }
  }
  /** Bounds along stores: at the inherited prices, or at the node's own duals by each store. */
  function* boundsOf(node: TreeNode, colUpper: Float64Array, excludedAt: number) {
    if (node.prices) {
      const priced = yield* priceNode(chains, colUpper, node.prices, root.x, excludedAt);
      return priced ? [priced] : [];
    }
    const answers = yield* chains.bounds(colUpper, node, excludedAt - node.objective);
    return answers.map(({ gain, ...rest }) => ({
      ...rest,
      bound: node.objective + gain,
      prices: undefined,
      sideBounds: node.sideBounds,
    }));
  }
  const { stop, nodes, proof } = programs;
  return { stop, best, bound: Math.min(cost(), leafBound, open.best?.bound ?? Infinity), nodes, proof };
}
