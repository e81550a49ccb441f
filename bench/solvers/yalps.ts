import type { Model, Solution } from "yalps";
import type { BenchAnswer, BenchSolver } from "../bench-solver.ts";
import { COST, tableauLimit, toObjectModel } from "./object-model.ts";

export const yalps: BenchSolver = {
  name: "yalps",
  what: "npm yalps, dense tableau, default options but no limit of pivots",
  proof: "objective",
  limit: tableauLimit,
  coldOnly: "it cannot start from an earlier answer",
  load: async () => {
    const { solve } = await import("yalps");
    return {
      prepare(lp) {
        const form = toObjectModel(lp);
        const { constraints, variables } = form;
        const model: Model = { direction: lp.sense === "max" ? "maximize" : "minimize", objective: COST, constraints, variables };
        let answer: Solution | undefined;
        return {
          solve: () => void (answer = solve(model, { maxPivots: Infinity })),
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
