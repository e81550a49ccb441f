import type { Model, Solution } from "yalps";
import type { BenchAnswer, BenchSolver } from "../bench-solver.ts";
import { COST, tableauLimit, toObjectModel } from "./object-model.ts";

/** NB: after this many iterations it reports `cycled`; without a limit it would never end (Netlib's bandm). */
const DEFAULT_PIVOTS = 8192;

export const yalps: BenchSolver = {
  name: "yalps",
  what: "npm yalps, dense tableau, default options but at least 20 pivots a row and column",
  proof: "objective",
  limit: tableauLimit,
  endless: true,
  coldOnly: "it cannot start from an earlier answer",
  load: async () => {
    const { solve } = await import("yalps");
    return {
      prepare(lp) {
        const form = toObjectModel(lp);
        const { constraints, variables } = form;
        const model: Model = {
          direction: lp.sense === "max" ? "maximize" : "minimize",
          objective: COST,
          constraints,
          variables,
        };
        let answer: Solution | undefined;
        return {
          solve: () =>
            void (answer = solve(model, { maxPivots: Math.max(DEFAULT_PIVOTS, 20 * (lp.numRows + lp.numCols)) })),
          read(): BenchAnswer {
            if (answer === undefined) throw new Error("read() before solve()");
            if (answer.status !== "optimal") return { status: answer.status, objective: NaN };
            const values = new Map(answer.variables);
            return { status: "optimal", ...form.point((name) => values.get(name) ?? 0) };
          },
          dispose: () => undefined,
        };
      },
    };
  },
};
