/**
 * Branch and bound over the ranges of coupling columns (`couplingRanges`), around the search over pairs. The range with
 * the least bound comes first. Either it is divided, x_j <= v or x_j >= v, and both parts are reduced (`reduceRoot`),
 * or, if there is no range to divide, its pairs are searched (`searchTree`). Every point is in one of the parts.
 *
 * The linear program of a part far from the optimum often costs more than the incumbent, which excludes the part at
 * once. In narrow ranges, the bound along a store is close to the cost of the best point.
 */
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { couplingRanges, dividedAt, partsAt } from "./coupling-range.ts";
import { ExclusiveProgram } from "./exclusive-program.ts";
import { type Effort, type ReducedRoot, reduceRoot, solveNarrowed } from "./reduce-root.ts";
import { searchTree, type TreeEnd, type TreeOptions } from "./search-tree.ts";
import { tightened } from "./tightened.ts";
import { cutoff } from "./tree-gap.ts";

/** For programs with ranges to divide: dividing raises the bound faster than the last steps of a long price search. */
const EFFORT: Effort = { rounds: 6, stepsEach: 40, stepsBest: 0 };

/** Maximum number of divisions; the remaining ranges are searched as they are. */
const DIVISIONS = 60;

/** As `searchTree`, from an optimum of the program. */
export function* searchRanges(
  first: ExclusiveProgram,
  firstRoot: OptimalSolution,
  options: TreeOptions,
): Generator<LpProgress, TreeEnd> {
  const hasRanges = couplingRanges(first).length > 0;
  const root = yield* reduceRoot(first, firstRoot, options, undefined, hasRanges ? EFFORT : undefined);
  const open: ReducedRoot[] = [root];
  let { best, nodes, spentMs } = root;
  let stop: TreeEnd["stop"];
  let proof: TreeEnd["proof"] = { rayViolation: 0, ok: true };
  /** Least bound of everything that is not open. */
  let doneBound = Infinity;
  let divisions = 0;
  const cost = () => best?.solution.objective ?? Infinity;
  const most = () => cutoff(cost(), options.relativeGap);
  const take = (found: TreeEnd["best"]) => {
    if (found && found.solution.objective < cost()) best = found;
  };
  const limits = () => ({
    ...options,
    nodeLimit: options.nodeLimit - nodes,
    branchingTimeLimitMs: options.branchingTimeLimitMs - spentMs,
  });
  while (open.length > 0 && stop === undefined) {
    const at = open.reduce((least, { bound }, k) => (bound < open[least].bound ? k : least), 0);
    const [range] = open.splice(at, 1);
    if (range.bound >= most()) {
      doneBound = Math.min(doneBound, range.bound);
      continue;
    }
    const [widest] =
      best && divisions < DIVISIONS && !range.exclusive.chains.isSpent ? couplingRanges(range.exclusive) : [];
    const { nodeLimit, branchingTimeLimitMs } = limits();
    if (best === undefined || widest === undefined || nodeLimit <= 0 || branchingTimeLimitMs <= 0) {
      const tree = yield* searchTree(range.exclusive, range.root, limits(), { ...range, best });
      take(tree.best);
      nodes += tree.nodes;
      doneBound = Math.min(doneBound, tree.bound);
      ({ stop, proof } = tree);
      continue;
    }
    divisions++;
    const value = dividedAt(widest, best.solution.x[widest.column]);
    const { lp, pairs, spent, simplex } = range.exclusive;
    for (const part of partsAt(lp, widest, value)) {
      const program = tightened(new ExclusiveProgram({ ...lp, ...part }, pairs, spent, simplex));
      const solution = yield* solveNarrowed(program, range.root, limits());
      nodes++;
      spentMs += solution.timings?.totalMs ?? 0;
      if (solution.status === "infeasible") doneBound = Math.min(doneBound, range.excludedBound);
      else if (solution.status !== "optimal") {
        // The part stays open with the bound of the whole range.
        stop = solution.status === "unbounded" ? "numerical-trouble" : solution.status;
        doneBound = Math.min(doneBound, range.bound);
      } else if (solution.objective >= most()) doneBound = Math.min(doneBound, solution.objective, range.excludedBound);
      else {
        const reduced = yield* reduceRoot(program, solution, limits(), { ...range, best }, EFFORT);
        take(reduced.best);
        nodes += reduced.nodes;
        spentMs += reduced.spentMs;
        open.push(reduced);
      }
    }
  }
  return { stop, best, bound: Math.min(cost(), doneBound, ...open.map(({ bound }) => bound)), nodes, proof };
}
