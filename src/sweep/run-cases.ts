/** Many cases, in this process or on a pool of the caller's. */
import { PlanInputError } from "../errors.ts";
import { literal } from "../input/literal.ts";
import type { AbortSignalLike } from "../solvers/budget/drain.ts";
import type { AxisLabel, Case } from "./case.ts";
import { type CaseAnswer, runCaseAsync } from "./run-case.ts";

/** What is used of an `AbortSignal`, here and by pools. */
export interface CaseSignal extends AbortSignalLike {
  addEventListener(event: "abort", listener: () => void, options?: { readonly once: boolean }): void;
  removeEventListener(event: "abort", listener: () => void): void;
}

/**
 * A pool of workers that call `runCase`. A `Piscina` is one as it is. `run` must reject, or give the answer to the case
 * it was given; it may be given `signal`, which fires when the run is cancelled.
 */
export interface CasePool {
  run(one: Case, options?: { readonly signal?: CaseSignal }): Promise<CaseAnswer>;
}

/** An answer with its place in the sweep. */
export interface PlacedAnswer extends CaseAnswer {
  readonly at: Readonly<Record<string, AxisLabel>>;
}

export interface CaseProgress {
  readonly done: number;
  /** Number of cases; undefined if they come one by one. */
  readonly count: number | undefined;
  /** The answer that has just come; the order is that of completion. */
  readonly answer: PlacedAnswer;
}

/** How cases are run. */
export interface RunCasesOptions {
  /** Where cases are answered. Default: in this process, one after the other, with pauses for the event loop. */
  readonly pool?: CasePool;
  /** Cases that are with the pool at one time; the rest are not made yet. Default 64. */
  readonly inFlight?: number;
  /** Ends the run: cases that have been answered are returned. */
  readonly signal?: CaseSignal;
  /** Called after each answer. */
  readonly onProgress?: (progress: CaseProgress) => void;
  /** Answers of an earlier run, e.g. read from a file: their cases are not run again, except those that `failed`. */
  readonly known?: Iterable<CaseAnswer>;
}

/** What came of the cases. */
export interface CaseRun {
  /** `cancelled`: the signal fired, and cases are missing. */
  readonly status: "completed" | "cancelled";
  /** In the order of the cases, whatever the order of completion. */
  readonly answers: readonly PlacedAnswer[];
}

const DEFAULT_IN_FLIGHT = 64;

/**
 * Answers every case. Cases with one id are run once. A case that cannot be answered is an answer with the status
 * `failed`, and the others go on.
 *
 * @throws PlanInputError for faulty options.
 * @example
 * import { Piscina } from "piscina";
 * import { runCases, sweep } from "wattsplit/sweep";
 *
 * // case-worker.js: export { runCase as default } from "wattsplit/sweep";
 * const pool = new Piscina({ filename: new URL("case-worker.js", import.meta.url).href });
 * const { answers } = await runCases(sweep(input, axes), { pool });
 */
export async function runCases(cases: Iterable<Case>, options: RunCasesOptions = {}): Promise<CaseRun> {
  const { pool, inFlight, signal, onProgress, known } = checkRunOptions(options);
  const count = countOf(cases);
  const found = new Map<string, Promise<CaseAnswer>>();
  for (const answer of known) if (answer.status !== "failed") found.set(answer.id, Promise.resolve(answer));
  const answers: (PlacedAnswer | undefined)[] = [];
  const working = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const isEnded = () => signal?.aborted === true || errors.length > 0;
  let done = 0;
  const place = async (one: Case, index: number, answered: Promise<CaseAnswer>): Promise<void> => {
    const answer = await answered;
    if (answer.status === "failed" && isEnded()) return;
    const placed = { ...answer, at: one.at };
    answers[index] = placed;
    onProgress?.({ done: ++done, count, answer: placed });
  };
  let started = 0;
  let isCut = false;
  for (const one of cases) {
    if ((isCut = isEnded())) break;
    let answered = found.get(one.id);
    if (!answered) found.set(one.id, (answered = answerOf(one, pool, signal)));
    const work: Promise<void> = place(one, started++, answered)
      .catch((error: unknown) => void errors.push(error))
      .finally(() => working.delete(work));
    working.add(work);
    if (working.size >= inFlight) await Promise.race(working);
  }
  await Promise.all(working);
  // An error of the caller's onProgress.
  if (errors.length > 0) throw errors[0];
  const given = answers.filter((answer) => answer !== undefined);
  return { status: isCut || given.length < started ? "cancelled" : "completed", answers: given };
}

/** Never rejects: a worker that ends costs the answer of its case and no other. */
async function answerOf(one: Case, pool: CasePool, signal: CaseSignal | undefined): Promise<CaseAnswer> {
  const failed = (detail: string): CaseAnswer => ({ id: one.id, status: "failed", detail, figures: {} });
  try {
    const answer: unknown = await pool.run(one, signal ? { signal } : {});
    if (typeof answer === "object" && answer !== null && (answer as CaseAnswer).id === one.id)
      return answer as CaseAnswer;
    return failed(`The pool returned ${literal(answer)} and no answer to this case; its workers must call runCase.`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function countOf(cases: Iterable<Case>): number | undefined {
  const { count, length } = cases as { readonly count?: unknown; readonly length?: unknown };
  return [count, length].find((size) => typeof size === "number");
}

function checkRunOptions(given: RunCasesOptions) {
  const { pool, inFlight = DEFAULT_IN_FLIGHT, signal, onProgress, known = [] } = given;
  const refuse = (path: string, value: unknown, wanted: string, fix: string): never => {
    throw new PlanInputError([{ path: `options.${path}`, given: literal(value), wanted, fix }]);
  };
  if (pool !== undefined && typeof (pool as Partial<CasePool> | null)?.run !== "function")
    refuse("pool", pool, "an object with run(case)", "pass a Piscina, or leave it out");
  if (!(Number.isInteger(inFlight) && inFlight >= 1))
    refuse("inFlight", inFlight, "a whole number of at least 1", "correct it, or leave it out for 64");
  if (onProgress !== undefined && typeof onProgress !== "function")
    refuse("onProgress", onProgress, "a function", "correct it, or leave it out");
  // One process gains nothing from several cases at a time, and would hold them all.
  const own = { pool: pool ?? { run: runCaseAsync }, inFlight: pool ? inFlight : 1 };
  return { ...own, signal, onProgress, known };
}
