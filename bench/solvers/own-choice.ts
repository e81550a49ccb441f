import { solveLp, type LpSolution } from "wattsplit/lp";
import type { BenchSolver } from "../bench-solver.ts";
import { answerOf } from "./own-engine.ts";

/** `solveLp` without a word about engines: what a user gets who has only a program. */
export const ownChoice: BenchSolver = {
  name: "wattsplit",
  what: "wattsplit/lp, engine and presolve as solveLp chooses them",
  proof: "duals",
  limit: () => undefined,
  coldOnly: "the engines have their own columns",
  load: async () => ({
    prepare(lp, timeLimitMs) {
      let solution: LpSolution | undefined;
      return {
        solve: () => void (solution = solveLp(lp, { timeLimitMs })),
        read: () => answerOf(solution),
        dispose: () => undefined,
      };
    },
  }),
};
