import type { LpProgress } from "../lp/options.ts";
import type { BrokenPair, Side } from "./exclusive-pairs.ts";
import type { NodeOptimum, NodePrograms, NodeStart } from "./node-programs.ts";

/** Rounds before a dive is given up; each decides every pair that the last left broken. */
const ROUNDS = 12;

/**
 * A first point that keeps every pair, by rounding: of every broken pair the smaller side goes to zero, all at once, and
 * the program is solved again, until nothing is broken. So hundreds of pairs take a handful of programs. Where that
 * leaves nothing feasible, the half of the pairs nearest to a decision goes first, and of one pair the greater side. Undefined where no point better than
 * `cutoff` was found.
 */
export function* dive(programs: NodePrograms, from: Pick<NodeOptimum, "decisions" | "broken"> & NodeStart, cutoff: number): Generator<LpProgress, NodeOptimum | undefined> {
  let { decisions, broken, basis, y } = from;
  let count = broken.length;
  let turned = false;
  for (let round = 0; round < ROUNDS && count > 0; round++) {
    const nearest = broken.toSorted((a, b) => smaller(a) - smaller(b)).slice(0, count);
    const deeper = { before: decisions, zero: nearest.map(({ pair, sums }) => ({ pair, side: ((sums[0] <= sums[1]) !== turned ? 0 : 1) as Side })) };
    const optimum = yield* programs.solve(deeper, { basis, y });
    if (optimum === undefined) return undefined;
    if (optimum === "infeasible") {
      if (turned) return undefined;
      turned = count === 1;
      count = Math.max(1, count >> 1);
      continue;
    }
    turned = false;
    if (optimum.solution.objective >= cutoff) return undefined;
    if (optimum.broken.length === 0) return optimum;
    ({ decisions, broken, solution: { basis, y } } = optimum);
    count = broken.length;
  }
  return undefined;
}

function smaller({ sums: [a, b] }: BrokenPair): number {
  return Math.min(a, b);
}
