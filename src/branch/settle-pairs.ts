/**
 * Searches a program with tightened bounds (`tightened`) and states the result for the given program. There, the
 * directions of the incumbent are fixed until the optimum satisfies every pair. The prices therefore belong to the
 * given program with directions fixed, and not to bounds that only the search has tightened.
 */
import { checkSolution } from "../lp/check-solution.ts";
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import { dive } from "./dive.ts";
import type { ExclusivePairs, Side } from "./exclusive-pairs.ts";
import type { ExclusiveProgram } from "./exclusive-program.ts";
import { NodePrograms } from "./node-programs.ts";
import { searchRanges } from "./search-ranges.ts";
import { searchTree, type TreeEnd, type TreeOptions } from "./search-tree.ts";
import { tightened } from "./tightened.ts";

/** As `searchTree`, from an optimum of the program that violates a pair. */
export function* settlePairs(
  exclusive: ExclusiveProgram,
  root: OptimalSolution,
  options: TreeOptions,
): Generator<LpProgress, TreeEnd> {
  const { basis, y: startPrices } = root;
  if (options.nodeLimit <= 0 || basis === undefined) return yield* searchTree(exclusive, root, options);
  const narrow = tightened(exclusive);
  const { nodeLimit: _nodes, branchingTimeLimitMs: _ms, relativeGap: _gap, ...limits } = options;
  // Usually nothing but violated pairs is cut off. After an interior point, the prices of the basis itself would have
  // thousands of wrong signs (`adoptPrices`).
  const start = checkSolution(narrow.lp, root).ok
    ? root
    : yield* solveLpSteps(narrow.lp, { ...limits, solver: narrow.simplex, startBasis: basis, startPrices });
  if (start.status !== "optimal") return yield* searchTree(exclusive, root, options);
  const end = yield* searchRanges(narrow, start, options);
  if (end.best === undefined) return end;
  const programs = new NodePrograms(exclusive, { ...limits, nodeLimit: Infinity, branchingTimeLimitMs: Infinity });
  const from = { decisions: undefined, broken: exclusive.pairs.broken(root.x), basis, y: root.y };
  const best = yield* dive(programs, from, Infinity, directionsOf(exclusive.pairs, end.best.solution.x));
  return { ...end, best, stop: best ? end.stop : (programs.stop ?? "numerical-trouble") };
}

/** For each pair, the side that is zero at the point. */
function directionsOf({ blocks, columns }: ExclusivePairs, x: Float64Array): Map<number, Side> {
  const sum = (pair: number, side: Side) => columns(pair, side).reduce((total, j) => total + x[j], 0);
  return new Map(
    blocks
      .flatMap(({ pairs, impliedPairs = [] }) => [...pairs, ...impliedPairs])
      .map((pair) => [pair, sum(pair, 0) <= sum(pair, 1) ? 0 : 1]),
  );
}
