import { prepareLp, solveLp, type LinearProgram, type LpSolution, type LpSolver, type PreparedLp } from "wattsplit/lp";
import type { RollingCase } from "../bench-case.ts";
import type { BenchAnswer, BenchSolver, RollingRun } from "../bench-solver.ts";

interface OwnEngineSettings {
  /** Default: the engine's own. */
  readonly name?: string;
  /** Default: no limit. */
  readonly mostRows?: number;
}

/** An engine of this library behind the protocol of the benchmark, at its default tolerances. */
export function ownEngine(
  engine: LpSolver,
  what: string,
  { name = engine.name, mostRows = Infinity }: OwnEngineSettings = {},
): BenchSolver {
  return {
    name,
    what,
    engine,
    proof: "duals",
    limit: (lp) =>
      lp.numRows > mostRows
        ? `not tried beyond ${mostRows} rows: the engine is not meant for larger programs`
        : undefined,
    load: async () => ({
      prepare(lp, timeLimitMs) {
        let solution: LpSolution | undefined;
        return {
          solve: () => void (solution = solveLp(lp, { solver: engine, timeLimitMs })),
          read: () => answerOf(solution),
          dispose: () => undefined,
        };
      },
      roll: (layout, timeLimitMs) => rolling(engine, layout, timeLimitMs),
    }),
  };
}

/** A solution of this library in the terms of the benchmark. */
export function answerOf(solution: LpSolution | undefined): BenchAnswer {
  if (solution === undefined) throw new Error("read() before solve()");
  const { status, objective, iterations, timings } = solution;
  const frame = { status, objective, iterations, ...(timings === undefined ? {} : { phaseMs: timings.phaseMs }) };
  if (solution.status !== "optimal") return frame;
  return { ...frame, x: solution.x, y: solution.y, reducedCost: solution.reducedCost };
}

/** Through a prepared program, with the horizon shifted by one interval. An engine that retains nothing starts cold. */
function rolling(solver: LpSolver, layout: RollingCase["layout"], timeLimitMs: number): RollingRun {
  let prepared: PreparedLp | undefined;
  return {
    next(lp: LinearProgram) {
      if (prepared === undefined) {
        prepared = prepareLp(lp, { solver });
        return answerOf(prepared.resolve({}, { timeLimitMs }));
      }
      const { cost, colLower, colUpper, rowLower, rowUpper, objectiveOffset } = lp;
      return answerOf(
        prepared.resolve(
          { cost, colLower, colUpper, rowLower, rowUpper, objectiveOffset, shift: layout },
          { timeLimitMs },
        ),
      );
    },
    dispose: () => undefined,
  };
}
