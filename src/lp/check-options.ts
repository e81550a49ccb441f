/**
 * Rejects invalid options before the solve starts. `checkProgram` and the functions beside it do the same for the
 * program.
 */
import { ProgramError } from "../errors.ts";
import type { LinearProgram } from "./linear-program.ts";
import type { LpOptions } from "./options.ts";

const NUMBERS = ["timeLimitMs", "iterationLimit", "primalTolerance", "dualTolerance"] as const;

/**
 * Copies the fields of an object; each getter runs once.
 *
 * @throws ProgramError if `given` is not an object, or if a getter throws.
 */
export function copyFields<Fields extends object>(path: string, given: Fields, wanted: string): Fields {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new ProgramError(path, `got ${describeValue(given)}, wanted ${wanted}.`);
  try {
    return { ...given };
  } catch {
    throw new ProgramError(path, `got an object with a field that throws when it is read, wanted ${wanted}.`);
  }
}

/** Copies and checks the options. @throws ProgramError that names the first invalid option. */
export function checkedOptions<Options extends LpOptions>(options: Options, lp: LinearProgram): Options {
  return asProgramError("options", () => copyAndCheck(options, lp));
}

function copyAndCheck<Options extends LpOptions>(options: Options, lp: LinearProgram): Options {
  const own = copyFields("options", options, "an object of options; leave it out for the defaults");
  for (const field of NUMBERS) checkNumber(`options.${field}`, own[field]);
  if (own.onProgress !== undefined) checkFunction("options.onProgress", own.onProgress);
  checkVector("options.startPrices", own.startPrices, lp.numRows, "one per row");
  if (own.startBasis !== undefined) {
    const { col, row } = copyFields(
      "options.startBasis",
      own.startBasis,
      "a basis { col, row }, as an earlier solution has it",
    );
    if (!(col instanceof Uint8Array && row instanceof Uint8Array))
      throw new ProgramError(
        "options.startBasis",
        "wanted col and row as Uint8Array, as an earlier solution has them.",
      );
  }
  return own;
}

/**
 * Runs a check on a caller's value. An exception from the value itself (a getter, a proxy) becomes a `ProgramError`.
 */
export function asProgramError<Result>(path: string, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof ProgramError) throw error;
    throw new ProgramError(path, "an exception was thrown while it was read; pass plain data.");
  }
}

/** `undefined` and Infinity are valid. A negative budget is valid too: the solve stops at once. */
export function checkNumber(path: string, given: unknown): void {
  if (given !== undefined && (typeof given !== "number" || Number.isNaN(given))) {
    throw new ProgramError(path, `got ${describeValue(given)}, wanted a number; leave it out for the default.`);
  }
}

export function checkFunction(path: string, given: unknown): void {
  if (typeof given !== "function")
    throw new ProgramError(path, `got ${describeValue(given)}, wanted a function; leave it out if you need none.`);
}

/** An engine is an object with the method `steps`. */
export function checkSolver(path: string, given: unknown): void {
  // NB: `steps` may be inherited from a prototype.
  if (asProgramError(path, () => typeof (given as { readonly steps?: unknown } | null)?.steps) !== "function")
    throw new ProgramError(path, `got ${describeValue(given)}, wanted an LpSolver with steps, e.g. dualSimplex.`);
}

/** `undefined` is valid. */
export function checkSignal(path: string, given: unknown): void {
  if (given === undefined) return;
  // NB: an AbortSignal inherits `aborted` from its prototype.
  if (
    typeof given !== "object" ||
    given === null ||
    asProgramError(path, () => typeof (given as { readonly aborted?: unknown }).aborted) !== "boolean"
  ) {
    throw new ProgramError(path, `got ${describeValue(given)}, wanted an AbortSignal; pass controller.signal.`);
  }
}

function checkVector(path: string, given: unknown, length: number, why: string): void {
  if (given === undefined) return;
  if (!(given instanceof Float64Array))
    throw new ProgramError(path, `got ${describeValue(given)}, wanted a Float64Array of length ${length}.`);
  if (given.length !== length) throw new ProgramError(path, `has ${given.length} entries, wanted ${length} (${why}).`);
}

/** Describes a value in one or two words for a message. It never runs code of the value. */
export function describeValue(given: unknown): string {
  if (typeof given === "string") return JSON.stringify(given.length > 60 ? `${given.slice(0, 57)}...` : given);
  if (typeof given === "function") return "a function";
  if (typeof given !== "object" || given === null) return String(given);
  if (ArrayBuffer.isView(given)) return `a ${Object.prototype.toString.call(given).slice(8, -1)}`;
  return Array.isArray(given) ? "an array" : "an object";
}
