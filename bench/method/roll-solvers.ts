import type { LinearProgram } from "wattsplit/lp";
import type { RollingCase } from "../bench-case.ts";
import type { BenchAnswer, BenchSolver, LoadedSolver, RollingRun } from "../bench-solver.ts";
import type { RollingEntry, RollingSolverEntry } from "../output/results.ts";
import type { Effort, LoadedSolvers } from "./compare-solvers.ts";
import { solveOnce } from "./solve-once.ts";
import { spreadOf } from "./statistics.ts";
import { collectGarbage, timed } from "./stopwatch.ts";
import { verify } from "./verify.ts";

/** Timed passes over the whole sequence, after one that verifies and warms up. */
const PASSES = 3;
const SMOKE_STEPS = 2;

interface Runner {
  readonly solver: BenchSolver;
  readonly loaded: LoadedSolver;
  readonly start: () => RollingRun;
  fault?: string;
  readonly warmMs: number[];
  readonly coldMs: number[];
}

/**
 * Compares the solvers with a warm start over one sequence, step by step in turns: warm and cold. The cold times of the
 * other solvers are in the table of the week.
 */
export function rollSolvers(subject: RollingCase, solvers: LoadedSolvers, effort: Effort): RollingEntry {
  const timing = effort.budgetMs > 0;
  const programs = Array.from(
    { length: timing ? subject.numSteps : Math.min(SMOKE_STEPS, subject.numSteps) },
    (_, step) => subject.build(step),
  );
  requireSameMatrix(subject.name, programs);
  collectGarbage();
  const runners: Runner[] = [];
  for (const [solver, loaded] of solvers) {
    const { roll } = loaded;
    if (roll !== undefined)
      runners.push({ solver, loaded, start: () => roll(subject.layout, effort.timeLimitMs), warmMs: [], coldMs: [] });
  }
  const references: number[] = [];
  for (let pass = 0; pass <= (timing ? PASSES : 0); pass++) {
    const runs = runners.map((runner) => runner.start());
    for (const [step, lp] of programs.entries()) {
      for (let k = 0; k < runners.length; k++) {
        const turn = (pass + step + k) % runners.length;
        if (runners[turn].fault === undefined)
          takeStep(runners[turn], runs[turn], { lp, step, timing: pass > 0 && step > 0, effort, references });
      }
    }
    for (const run of runs) run.dispose();
  }
  const entries = [...solvers.keys()].map((solver) =>
    entryOf(
      solver,
      runners.find((runner) => runner.solver === solver),
    ),
  );
  return { name: subject.name, what: subject.what, entries };
}

interface Step {
  readonly lp: LinearProgram;
  readonly step: number;
  readonly timing: boolean;
  readonly effort: Effort;
  /** The optima proven so far, by step. */
  readonly references: number[];
}

function takeStep(runner: Runner, run: RollingRun, { lp, step, timing, effort, references }: Step): void {
  const judge = (answer: BenchAnswer, start: string): void => {
    const { ok, reason } = verify(lp, answer, runner.solver, references[step]);
    if (ok) references[step] ??= answer.objective;
    else runner.fault ??= `step ${step} ${start}: ${reason}`;
  };
  const { result: answer, ms } = timed(() => run.next(lp));
  judge(answer, "from the last answer");
  const cold = solveOnce(runner.loaded, lp, effort.timeLimitMs);
  judge(cold.answer, "from nothing");
  if (!timing) return;
  runner.warmMs.push(ms);
  runner.coldMs.push(cold.handOverMs + cold.solveMs + cold.readMs);
}

function entryOf(solver: BenchSolver, runner: Runner | undefined): RollingSolverEntry {
  if (runner === undefined)
    return { solver: solver.name, outcome: "limit", reason: solver.coldOnly ?? "no warm start" };
  const { fault, warmMs, coldMs } = runner;
  if (fault !== undefined) return { solver: solver.name, outcome: "wrong", reason: fault };
  const times = warmMs.length === 0 ? {} : { warmStart: spreadOf(warmMs), coldStart: spreadOf(coldMs) };
  return { solver: solver.name, outcome: "verified", ...times };
}

/** Solvers that retain the matrix receive only costs and bounds. */
function requireSameMatrix(name: string, programs: readonly LinearProgram[]): void {
  const equal = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
    a.length === b.length && Array.from(a).every((entry, k) => entry === b[k]);
  const [first] = programs;
  for (const [step, lp] of programs.entries()) {
    if (!equal(lp.colStart, first.colStart) || !equal(lp.rowIndex, first.rowIndex) || !equal(lp.value, first.value)) {
      throw new Error(
        `${name}: the matrix of step ${step} differs from that of step 0, wanted the same; change costs and ` +
          "limits only.",
      );
    }
  }
}
