import type { LpProgress } from "../lp/options.ts";
import type { BrokenPair, Side } from "./exclusive-pairs.ts";
import type { NodeOptimum, NodePrograms, NodeStart } from "./node-programs.ts";
import type { Decisions } from "./tree-node.ts";

/** Rounds before a dive is given up; each decides every pair that the previous one left violated. */
const ROUNDS = 12;

/** Rounds after which a dive with a guide adopts the whole guide. */
const GUIDED_ROUNDS = 6;

/**
 * Diving heuristic for an incumbent: round the smaller side of every violated pair to zero (or the side that `guide`
 * names), all at once, and solve again, until no pair is violated. Hundreds of pairs then take a handful of programs.
 * If that is infeasible, the half of the pairs nearest to a decision comes first, and for a single pair the larger
 * side. Returns undefined if no point better than `cutoff` was found.
 */
export function* dive(
  programs: NodePrograms,
  from: Pick<NodeOptimum, "decisions" | "broken"> & NodeStart,
  cutoff: number,
  guide?: ReadonlyMap<number, Side>,
): Generator<LpProgress, NodeOptimum | undefined> {
  let { decisions, broken, basis, y } = from;
  let count = broken.length;
  let turned = false;
  for (let round = 0; round < ROUNDS && count > 0; round++) {
    const nearest = broken.toSorted((a, b) => smaller(a) - smaller(b)).slice(0, count);
    const zero: Decisions["zero"] =
      guide && round === GUIDED_ROUNDS
        ? Array.from(guide, ([pair, side]) => ({ pair, side }))
        : nearest.map(({ pair, sums }) => ({
            pair,
            side: guide?.get(pair) ?? (sums[0] <= sums[1] !== turned ? 0 : 1),
          }));
    const optimum = yield* programs.solve({ before: decisions, zero }, { basis, y });
    if (optimum === undefined) return undefined;
    if (optimum === "infeasible") {
      if (turned || guide) return undefined;
      turned = count === 1;
      count = Math.max(1, count >> 1);
      continue;
    }
    turned = false;
    if (optimum.solution.objective >= cutoff) return undefined;
    if (optimum.broken.length === 0) return optimum;
    ({
      decisions,
      broken,
      solution: { basis, y },
    } = optimum);
    count = broken.length;
  }
  return undefined;
}

function smaller({ sums: [a, b] }: BrokenPair): number {
  return Math.min(a, b);
}
