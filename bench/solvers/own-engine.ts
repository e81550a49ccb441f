import { solveLp, type LinearProgram, type LpBasis, type LpSolution, type LpSolver } from "wattsplit/lp";
import type { RollingCase } from "../bench-case.ts";
import type { BenchAnswer, BenchSolver, RollingRun } from "../bench-solver.ts";

/** An engine of this library behind the protocol of the benchmark, at its default tolerances. */
export function ownEngine(engine: LpSolver, what: string, name: string = engine.name): BenchSolver {
  return {
    name,
    what,
    engine,
    proof: "duals",
    limit: () => undefined,
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

function answerOf(solution: LpSolution | undefined): BenchAnswer {
  if (solution === undefined) throw new Error("read() before solve()");
  const { termination: status, objective, iterations, timings } = solution;
  const frame = { status, objective, iterations, ...(timings === undefined ? {} : { phaseMs: timings.phaseMs }) };
  if (solution.termination !== "optimal") return frame;
  return { ...frame, x: solution.x, y: solution.y, reducedCost: solution.reducedCost };
}

/** From the basis of the step before, moved on by one interval. An engine that leaves no basis starts afresh. */
function rolling(solver: LpSolver, layout: RollingCase["layout"], timeLimitMs: number): RollingRun {
  let basis: LpBasis | undefined;
  return {
    next(lp: LinearProgram) {
      const solution = solveLp(lp, { solver, timeLimitMs, ...(basis === undefined ? {} : { startBasis: basis }) });
      basis = solution.basis === undefined ? undefined : shiftedBasis(solution.basis, layout);
      return answerOf(solution);
    },
    dispose: () => undefined,
  };
}

/** The last interval keeps its statuses, which its successor has to begin with; what is not of an interval stays. */
export function shiftedBasis(basis: LpBasis, layout: RollingCase["layout"]): LpBasis {
  const moved = (status: Uint8Array, perInterval: number): Uint8Array => {
    const out = status.slice();
    out.copyWithin(0, perInterval, perInterval * layout.numIntervals);
    return out;
  };
  return { col: moved(basis.col, layout.intervalCols), row: moved(basis.row, layout.intervalRows) };
}
