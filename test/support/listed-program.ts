import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { smallProgram } from "./random-programs.ts";

/** A program as the corpus lists it: rows by [column, value] pairs; null for no limit. */
export interface ListedProgram {
  readonly sense: "min" | "max";
  readonly cost: readonly number[];
  readonly cols: readonly (readonly [number | null, number | null])[];
  readonly rows: readonly {
    readonly lower: number | null;
    readonly upper: number | null;
    readonly a: readonly (readonly [number, number])[];
  }[];
}

export function programOf({ sense, cost, cols, rows }: ListedProgram): LinearProgram {
  return smallProgram(
    sense,
    cols.map(([lower, upper], j) => [lower ?? -Infinity, cost[j], upper ?? Infinity]),
    rows.map(({ lower, upper, a }) => {
      const entries = cost.map(() => 0);
      for (const [j, value] of a) entries[j] += value;
      return [lower ?? -Infinity, entries, upper ?? Infinity];
    }),
  );
}
