/**
 * The process that `npx tsx test/property/public-lps.ts` starts and kills: reads one program per message, solves it and
 * answers. It runs apart from the table because an engine that never returns can only be ended from outside.
 */
import loadHighs from "highs";
import type { LpSolver } from "../../../src/lp.ts";
import { checkSolution, dualSimplex, interiorPoint, presolved, solveLp } from "../../../src/lp.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import { sharedLps } from "../shared-lps.ts";
import type { SolveReply, SolveRequest } from "./solve-apart.ts";

const ENGINES: Readonly<Record<string, LpSolver | undefined>> = {
  default: undefined,
  dualSimplex,
  interiorPoint,
  presolvedDualSimplex: presolved(dualSimplex),
  presolvedInteriorPoint: presolved(interiorPoint),
};

function solveOwn(lp: LinearProgram, engine: string, timeLimitMs: number): SolveReply {
  const solver = ENGINES[engine];
  const startMs = performance.now();
  const solution = solveLp(lp, { timeLimitMs, ...(solver === undefined ? {} : { solver }) });
  const ms = performance.now() - startMs;
  const { status, objective, iterations } = solution;
  const proved = status === "optimal" || status === "infeasible" || status === "unbounded";
  return {
    status,
    objective,
    ms,
    iterations,
    certified: proved && checkSolution(lp, solution).ok,
    solver: solution.solver,
  };
}

async function solveByHighs(lp: LinearProgram, timeLimitMs: number): Promise<SolveReply> {
  const highs = await loadHighs();
  if (lp.numCols === 0)
    return { status: "optimal", objective: lp.objectiveOffset, ms: 0, iterations: 0, certified: true, solver: "highs" };
  const { numRows, numCols, colLower, colUpper, rowLower, rowUpper } = lp;
  const { objectiveSense, modelStatus } = highs.constants;
  const sense = lp.sense === "max" ? objectiveSense.maximize : objectiveSense.minimize;
  const matrix = {
    format: "csc" as const,
    numRows,
    numCols,
    starts: lp.colStart,
    indices: lp.rowIndex,
    values: lp.value,
  };
  const model = {
    numCols,
    numRows,
    sense,
    offset: lp.objectiveOffset,
    colCost: lp.cost,
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    matrix,
  };
  return highs.withModel(model, (loaded) => {
    loaded.options.set({ output_flag: false, time_limit: timeLimitMs / 1000, allow_unbounded_or_infeasible: false });
    const startMs = performance.now();
    loaded.run();
    const ms = performance.now() - startMs;
    const code = loaded.getModelStatus();
    const status = Object.entries(modelStatus).find(([, value]) => value === code)?.[0] ?? String(code);
    const objective = status === "optimal" ? loaded.getObjectiveValue() : Number.NaN;
    return { status, objective, ms, iterations: 0, certified: false, solver: "highs" };
  });
}

process.on("message", ({ set, name, engine, timeLimitMs }: SolveRequest) => {
  const found = sharedLps.find((lp) => lp.set === set && lp.name === name);
  const answer = async (): Promise<SolveReply> => {
    if (found === undefined) throw new Error(`no program ${set}/${name}`);
    const startMs = performance.now();
    const lp = readMps(found.text());
    process.send?.({
      readMs: performance.now() - startMs,
      rows: lp.numRows,
      cols: lp.numCols,
      nonzeros: lp.value.length,
    });
    return engine === "highs" ? solveByHighs(lp, timeLimitMs) : solveOwn(lp, engine, timeLimitMs);
  };
  answer().then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      const nothing = { objective: Number.NaN, ms: 0, iterations: 0, certified: false, solver: engine };
      process.send?.({ status: "error", ...nothing, error: String(error) });
    },
  );
});
