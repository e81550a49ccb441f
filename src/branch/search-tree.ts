/**
 * Best-first branch and bound over exclusive pairs:
 *
 *     min cost'x   subject to the program   and   for every pair p:  a_p(x) = 0 or b_p(x) = 0
 *
 * Every point that keeps the pairs lies below the child of a node with a_p = 0 or below that with b_p = 0, for any p;
 * so the least bound among the leaves is one that no such point can beat. A program's optimum that breaks nothing is
 * the best point below its node. Only pairs that an optimum breaks are branched on, the most broken first.
 *
 * Before a node is branched on, `ChainBound` raises its bound: the linear program mixes decisions along a store, and
 * with many intervals the tree would have to take that apart decision by decision. The path it finds guides a dive.
 * Where one store is all that ties the intervals together, bound and dive meet at the root.
 *
 * Rejected: fixing by reduced costs. Sides have no lower limit above zero, so no price rules a direction out; it could
 * only shorten limits, which the coefficients of the valid rows would have to follow.
 */
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { dive } from "./dive.ts";
import type { Side } from "./exclusive-pairs.ts";
import type { ExclusiveProgram } from "./exclusive-program.ts";
import { type NodeOptimum, NodePrograms, type TreeLimits, type TreeStop } from "./node-programs.ts";
import { OpenNodes } from "./open-nodes.ts";
import type { ReducedRoot } from "./reduce-root.ts";
import { cutoff } from "./tree-gap.ts";
import { upperUnder } from "./tree-node.ts";

const SIDES: readonly Side[] = [0, 1];
/** Nodes between two dives. */
const DIVE_EVERY = 50;

export interface TreeOptions extends TreeLimits {
  /** Nodes whose bound is within this of the best cost, relative to max(1, |cost|), are not followed. */
  readonly relativeGap: number;
}

export interface TreeEnd {
  /** Why the search ended early; undefined: it is complete. */
  readonly stop: TreeStop | undefined;
  /** The best point found that keeps every pair, with the program it is the optimum of. */
  readonly best: NodeOptimum | undefined;
  /** No point that keeps every pair costs less; Infinity where the search has shown that there is none. */
  readonly bound: number;
  /** Programs solved after the first. */
  readonly nodes: number;
  /** The worst of the proofs that nodes are infeasible. */
  readonly proof: NodePrograms["proof"];
}

/** What is known before: a point that keeps the pairs, a bound, and what that is excluded from the program costs. */
export type KnownOfRoot = Pick<ReducedRoot, "best" | "bound" | "excludedBound">;

const NOTHING: KnownOfRoot = { best: undefined, bound: -Infinity, excludedBound: Infinity };

/** Searches below `root`, an optimum of the program. The same calls give the same tree. */
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
  /** Least bound of the leaves: nodes that break nothing or are not followed. */
  let leafBound = known.excludedBound;
  let ids = 0;
  let diveAt = 0;
  const cost = () => best?.solution.objective ?? Infinity;
  const most = () => cutoff(cost(), options.relativeGap);
  const take = (found: NodeOptimum | undefined) => {
    if (found && found.solution.objective < cost()) best = found;
  };
  const place = ({ program, solution, broken, decisions }: NodeOptimum, boundBefore: number, depth: number) => {
    const { objective, basis, y, reducedCost } = solution;
    const bound = Math.max(boundBefore, objective + blocks.gain(program, solution, broken));
    if (broken.length > 0 && bound < most())
      open.push({ decisions, bound, depth, id: ids++, objective, basis, y, reducedCost, broken, isChained: false });
    else leafBound = Math.min(leafBound, bound);
  };
  const first = { program: lp, solution: root, broken: pairs.broken(root.x), decisions: undefined };
  if (first.broken.length === 0) take(first);
  place(first, known.bound, 0);
  while (programs.stop === undefined) {
    const node = open.pop();
    if (node === undefined) break;
    let { bound } = node;
    if (bound < most() && !node.isChained) {
      const colUpper = upperUnder(node.decisions, pairs, lp.colLower, lp.colUpper) ?? lp.colUpper;
      const answers = yield* programs.work(chains.answers(colUpper, node, most() - node.objective));
      if (answers === undefined) {
        open.push(node);
        break;
      }
      for (const { gain, guide } of answers) {
        bound = Math.max(bound, node.objective + gain);
        if (node.depth === 0 || programs.nodes >= diveAt) take(yield* dive(programs, node, cost(), guide));
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
      open.push({ ...node, bound, isChained: true });
      continue;
    }
    const { pair } = node.broken.reduce((widest, next) =>
      Math.min(...next.sums) > Math.min(...widest.sums) ? next : widest,
    );
    for (const side of SIDES) {
      const child = yield* programs.solve({ before: node.decisions, zero: [{ pair, side }] }, node);
      if (child === undefined) {
        open.push({ ...node, bound, isChained: true });
        break;
      }
      if (child === "infeasible") continue;
      if (child.broken.length === 0) take(child);
      place(child, bound, node.depth + 1);
    }
  }
  const { stop, nodes, proof } = programs;
  return { stop, best, bound: Math.min(cost(), leafBound, open.best?.bound ?? Infinity), nodes, proof };
}
