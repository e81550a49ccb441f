import type { GLPK, LP, Result } from "glpk.js/node";
import type { LinearProgram } from "wattsplit/lp";
import type { BenchAnswer, BenchSolver } from "../bench-solver.ts";
import { objectiveAt } from "./objective-at.ts";

/**
 * GLPK in WebAssembly. Its call takes the whole program as objects, so `solve` includes the copy; columns and rows are
 * identified by name. It returns row duals; reduced costs are recomputed as cost - A'y.
 */
export const glpk: BenchSolver = {
  name: "glpk.js",
  what: "npm glpk.js (GLPK in WebAssembly), primal simplex, presolve on: its defaults",
  proof: "duals",
  tolerances: { primal: 1e-6, dual: 1e-6, gap: 1e-6 },
  limit: () => undefined,
  coldOnly: "its interface takes a program and gives an answer; no basis in or out",
  load: async () => {
    const { default: loadGlpk } = await import("glpk.js/node");
    const solver = await loadGlpk();
    return {
      prepare(lp, timeLimitMs) {
        const model = toModel(solver, lp);
        let answer: Result | undefined;
        return {
          solve: () =>
            void (answer = solver.solve(model, {
              msglev: solver.GLP_MSG_OFF,
              presol: true,
              tmlim: timeLimitMs / 1000,
            })),
          read: () => readAnswer(solver, lp, answer),
          dispose: () => undefined,
        };
      },
    };
  },
};

function toModel(solver: GLPK, lp: LinearProgram): LP {
  const limits = (lower: number, upper: number) => {
    const type =
      lower === upper
        ? solver.GLP_FX
        : lower === -Infinity
          ? upper === Infinity
            ? solver.GLP_FR
            : solver.GLP_UP
          : upper === Infinity
            ? solver.GLP_LO
            : solver.GLP_DB;
    return { type, lb: Number.isFinite(lower) ? lower : 0, ub: Number.isFinite(upper) ? upper : 0 };
  };
  const rows: { name: string; coef: number }[][] = Array.from({ length: lp.numRows }, () => []);
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++)
      rows[lp.rowIndex[k]].push({ name: `c${j}`, coef: lp.value[k] });
  }
  return {
    name: "program",
    objective: {
      direction: lp.sense === "max" ? solver.GLP_MAX : solver.GLP_MIN,
      name: "cost",
      vars: Array.from(lp.cost, (coef, j) => ({ name: `c${j}`, coef })),
    },
    subjectTo: rows.map((vars, i) => ({ name: `r${i}`, vars, bnds: limits(lp.rowLower[i], lp.rowUpper[i]) })),
    bounds: Array.from(lp.cost, (_, j) => ({ name: `c${j}`, ...limits(lp.colLower[j], lp.colUpper[j]) })),
  };
}

function readAnswer(solver: GLPK, lp: LinearProgram, answer: Result | undefined): BenchAnswer {
  if (answer === undefined) throw new Error("read() before solve()");
  const { status, vars, dual } = answer.result;
  if (status !== solver.GLP_OPT) {
    const words = ["GLP_UNDEF", "GLP_FEAS", "GLP_INFEAS", "GLP_NOFEAS", "GLP_UNBND"] as const;
    return { status: words.find((word) => solver[word] === status) ?? `status ${status}`, objective: NaN };
  }
  const x = Float64Array.from(lp.cost, (_, j) => vars[`c${j}`] ?? NaN);
  if (dual === undefined) return { status: "optimal", objective: objectiveAt(lp, x), x };
  const y = Float64Array.from(lp.rowLower, (_, i) => dual[`r${i}`] ?? NaN);
  const reducedCost = lp.cost.slice();
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) reducedCost[j] -= lp.value[k] * y[lp.rowIndex[k]];
  }
  return { status: "optimal", objective: objectiveAt(lp, x), x, y, reducedCost };
}
