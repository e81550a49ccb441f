import type { LinearProgram } from "wattsplit/lp";
import type { BenchSolver, LoadedSolver } from "../bench-solver.ts";
import type { SolverEntry } from "../output/results.ts";
import { solveOnce, type TimedAnswer } from "./solve-once.ts";
import { spreadOf } from "./statistics.ts";
import { collectGarbage } from "./stopwatch.ts";
import { verify } from "./verify.ts";

export type LoadedSolvers = ReadonlyMap<BenchSolver, LoadedSolver>;

export interface Effort {
  /** A solver is stopped after this time, if it can be stopped. */
  readonly timeLimitMs: number;
  /** Approximate time for warming up and then timing each solver on one program; 0: verify only. */
  readonly budgetMs: number;
  /** A solver that cannot be stopped is skipped here if it takes longer than this elsewhere. */
  readonly endlessMs: number;
  /** A first, verified solve of at least this is the measurement (n = 1): warmth is a small share of it. */
  readonly onceMs: number;
}

/** Why a solver without a time limit is skipped on this program; undefined if it ends. */
export type Hangs = (solver: BenchSolver) => string | undefined;

/** The compiler needs some seconds of work to optimise hot loops, not a number of solves: a day takes about 30. */
const MAX_WARM_SOLVES = 50;
const [MIN_ROUNDS, MAX_ROUNDS] = [3, 31];

interface Runner {
  readonly loaded: LoadedSolver;
  readonly rounds: number;
  readonly times: TimedAnswer[];
  /** Stopped by the limit on a program it had solved before: nothing to time. */
  ranOut?: boolean;
}

/**
 * Compares all solvers on one program. Every answer is verified first. Those that pass are timed in turns, so that a
 * busy minute of the machine affects them all; the order rotates each round. If `reference` is undefined, the first
 * proven optimum is the reference.
 */
export function compareSolvers(
  lp: LinearProgram,
  solvers: LoadedSolvers,
  reference: number | undefined,
  effort: Effort,
  hangs?: Hangs,
) {
  collectGarbage();
  let known = reference;
  const verified = new Map<BenchSolver, SolverEntry>();
  const runners = new Map<BenchSolver, Runner>();
  // Solvers with duals first, the strictest first: they give the reference for the others.
  const looseness = ({ proof, tolerances }: BenchSolver): number =>
    proof === "objective" ? 2 : tolerances === undefined ? 0 : 1;
  for (const [solver, loaded] of [...solvers].toSorted(([a], [b]) => looseness(a) - looseness(b))) {
    const limit = solver.limit(lp);
    if (limit !== undefined) {
      verified.set(solver, { solver: solver.name, outcome: "limit", reason: limit });
      continue;
    }
    const hanging = solver.endless === true ? hangs?.(solver) : undefined;
    if (hanging !== undefined) {
      verified.set(solver, { solver: solver.name, outcome: "no-answer", reason: hanging });
      continue;
    }
    const first = solveOnce(loaded, lp, effort.timeLimitMs);
    const { ok, reason, ...figures } = verify(lp, first.answer, solver, known);
    const { iterations } = first.answer;
    const outcome = ok ? "verified" : first.answer.status === "optimal" ? "wrong" : "no-answer";
    verified.set(solver, {
      solver: solver.name,
      outcome,
      ...(reason === undefined ? {} : { reason }),
      ...figures,
      ...(iterations === undefined ? {} : { iterations }),
    });
    if (ok && known === undefined && solver.proof === "duals") known = first.answer.objective;
    if (ok && effort.budgetMs > 0) runners.set(solver, warmedUp(loaded, lp, first, effort));
  }
  timeInTurns(lp, runners, effort);
  const entries = [...solvers.keys()].map((solver): SolverEntry => {
    const entry = verified.get(solver) as SolverEntry;
    const runner = runners.get(solver);
    if (runner === undefined) return entry;
    if (runner.ranOut === true)
      return {
        ...entry,
        outcome: "limit",
        reason: `solved once, then stopped at ${effort.timeLimitMs / 1000} s: not timed`,
      };
    return { ...entry, warm: warmFigures(runner.times) };
  });
  return { entries, reference: known };
}

/** Solves until warm; the budget determines the number of rounds. */
function warmedUp(loaded: LoadedSolver, lp: LinearProgram, first: TimedAnswer, effort: Effort): Runner {
  if (totalMs(first) >= effort.onceMs) return { loaded, rounds: 0, times: [first] };
  let last = first;
  let spentMs = 0;
  for (let k = 1; k < MAX_WARM_SOLVES && spentMs < effort.budgetMs; k++) {
    last = solveOnce(loaded, lp, effort.timeLimitMs);
    spentMs += totalMs(last);
    if (last.answer.status === "time-limit") return { loaded, rounds: 0, times: [], ranOut: true };
  }
  return {
    loaded,
    rounds: Math.min(MAX_ROUNDS, Math.max(MIN_ROUNDS, Math.floor(effort.budgetMs / totalMs(last)))),
    times: [],
  };
}

function timeInTurns(lp: LinearProgram, runners: ReadonlyMap<BenchSolver, Runner>, { timeLimitMs }: Effort): void {
  const order = [...runners.values()];
  const mostRounds = Math.max(0, ...order.map(({ rounds }) => rounds));
  for (let round = 0; round < mostRounds; round++) {
    for (let k = 0; k < order.length; k++) {
      const runner = order[(round + k) % order.length];
      if (round >= runner.rounds || runner.ranOut === true) continue;
      const timed = solveOnce(runner.loaded, lp, timeLimitMs);
      if (timed.answer.status === "time-limit") runner.ranOut = true;
      else runner.times.push(timed);
    }
  }
}

function totalMs({ handOverMs, solveMs, readMs }: TimedAnswer): number {
  return handOverMs + solveMs + readMs;
}

function warmFigures(times: readonly TimedAnswer[]) {
  const failed = times.find(({ answer }) => answer.status !== "optimal");
  if (failed !== undefined)
    throw new Error(
      `A timed solve said ${failed.answer.status} on a program it had solved before: nothing here is to be trusted.`,
    );
  const median = (part: (time: TimedAnswer) => number): number => spreadOf(times.map(part)).medianMs;
  return {
    total: spreadOf(times.map(totalMs)),
    handOverMs: median((time) => time.handOverMs),
    solveMs: median((time) => time.solveMs),
    readMs: median((time) => time.readMs),
    ...(times[0].answer.phaseMs === undefined ? {} : { phaseMs: medianPhases(times) }),
  };
}

function medianPhases(times: readonly TimedAnswer[]): Record<string, number> {
  const phases = Object.keys(times[0].answer.phaseMs ?? {});
  return Object.fromEntries(
    phases.map((phase) => [phase, spreadOf(times.map(({ answer }) => answer.phaseMs?.[phase] ?? 0)).medianMs]),
  );
}
