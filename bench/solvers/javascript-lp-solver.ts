import type { Model } from "javascript-lp-solver";
import type { BenchAnswer, BenchSolver } from "../bench-solver.ts";
import { COST, tableauLimit, toObjectModel } from "./object-model.ts";

/** The package as its users call it, not our entry point `wattsplit/javascript-lp-solver`, which adds proofs to it. */
export const javascriptLpSolver: BenchSolver = {
  name: "javascript-lp-solver",
  what: "npm javascript-lp-solver, dense tableau, default options but presolve off",
  proof: "objective",
  limit: tableauLimit,
  endless: true,
  coldOnly: "it cannot start from an earlier answer",
  load: async () => {
    const { default: solver } = await import("javascript-lp-solver");
    return {
      prepare(lp) {
        const form = toObjectModel(lp);
        const { constraints, variables } = form;
        // NB: its presolve zeroes the cost of variables it fixes, and then reports a wrong optimum.
        const model: Model = { optimize: COST, opType: lp.sense, constraints, variables, options: { presolve: false } };
        let answer: Readonly<Record<string, unknown>> | undefined;
        return {
          solve: () => void (answer = solver.Solve(model) as unknown as Readonly<Record<string, unknown>>),
          read(): BenchAnswer {
            if (answer === undefined) throw new Error("read() before solve()");
            if (answer.feasible !== true) return { status: "infeasible", objective: NaN };
            if (answer.bounded !== true) return { status: "unbounded", objective: NaN };
            const values = answer;
            return { status: "optimal", ...form.point((name) => Number(values[name] ?? 0)) };
          },
          dispose: () => void (solver.lastSolvedModel = null), // it retains the tableau
        };
      },
    };
  },
};
