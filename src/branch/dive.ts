import type { LpProgress } from "../lp/options.ts";
import type { BrokenPair, Side } from "./exclusive-pairs.ts";
import type { NodeOptimum, NodePrograms, NodeStart } from "./node-programs.ts";
import type { Decisions } from "./tree-node.ts";

/** Rounds before a dive is given up; each decides every pair that the last left broken. */
const ROUNDS = 12;

/** Rounds after which a dive with a guide takes up all of it. */
const GUIDED_ROUNDS = 6;

/**
 * A first point that keeps every pair, by rounding: of every broken pair the smaller side goes to zero (or the one that
 * `guide` names), all at once, and the program is solved again, until nothing is broken. So hundreds of pairs take a
 * handful of programs. Where that leaves nothing feasible, the half of the pairs nearest to a decision goes first, and
 * of one pair the greater side. Undefined where no point better than `cutoff` was found.
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
