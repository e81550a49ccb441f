import { checkedOptions, checkSignal, checkSolver, copyFields } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LpSolution } from "../lp/solution.ts";
import { chooseEngine } from "./choose-engine.ts";
import { breakTies } from "./break-ties.ts";
import { type AbortSignalLike, drain, drainAsync } from "./budget/drain.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { interiorPoint } from "./interior-point.ts";
import { presolved } from "./presolved.ts";
import { withSecondEngine } from "./second-engine.ts";
import type { LpSolver } from "./solver.ts";
import { timedSteps } from "./budget/timed-steps.ts";

/** `LpOptions` and the solver. */
export interface SolveLpOptions extends LpOptions {
  /**
   * Default: `presolved(chooseEngine(lp, options))`, and the other engine where that ends in numerical trouble. The
   * answer of a solver given here is final; it gets the program without presolve.
   */
  readonly solver?: LpSolver;
}

function defaultSolver(lp: LinearProgram, options: SolveLpOptions): LpSolver {
  const engine = chooseEngine(lp, options);
  return withSecondEngine(presolved(engine), engine === dualSimplex ? interiorPoint : dualSimplex);
}

/** The phase after the last batch that an engine reports: decoding the answer and checking it. */
const LAST_PHASE = "finish";

/**
 * Solves a linear program and returns when done; never mutates it. Outcomes (infeasible, a limit reached) are in
 * `status`; throws `ProgramError` if the program is malformed. `timings` of the answer says where the time went.
 */
export function solveLp(lp: LinearProgram, options: SolveLpOptions = {}): LpSolution {
  return drain(solveLpSteps(lp, options));
}

/**
 * As `solveLp`, in slices of about 10 ms, between which the event loop turns. When `signal` fires, it rejects with the
 * signal's reason at the end of the present slice.
 */
export async function solveLpAsync(
  lp: LinearProgram,
  options: SolveLpOptions & { readonly signal?: AbortSignalLike } = {},
): Promise<LpSolution> {
  const { signal, ...rest } = copyFields("options", options, "an object of options; leave it out for the defaults");
  checkSignal("options.signal", signal);
  return drainAsync(solveLpSteps(lp, rest), signal);
}

/** The solve in steps, to be run between other work: yields after every batch and returns the solution. */
export function* solveLpSteps(lp: LinearProgram, options: SolveLpOptions = {}): Generator<LpProgress, LpSolution> {
  checkProgram(lp);
  return yield* solveCheckedSteps(lp, options);
}

/** `solveLpSteps` for a program that has passed `checkProgram`; `faceEngine` as for `breakTies`. */
export function* solveCheckedSteps(
  lp: LinearProgram,
  options: SolveLpOptions,
  faceEngine?: LpSolver,
): Generator<LpProgress, LpSolution> {
  const { solver = defaultSolver(lp, options), ...rest } = checkedOptions(options, lp);
  checkSolver("options.solver", solver);
  const phaseMs: Record<string, number> = {};
  let totalMs = 0;
  const addTime = (ms: number, { phase } = { phase: LAST_PHASE }): void => {
    phaseMs[phase] = (phaseMs[phase] ?? 0) + ms;
    totalMs += ms;
  };
  const { secondObjective } = rest;
  const steps =
    secondObjective === undefined ? solver.steps(lp, rest) : breakTies(solver, lp, rest, secondObjective, faceEngine);
  const solution = yield* timedSteps(steps, addTime);
  return { ...solution, timings: { totalMs, phaseMs } };
}
