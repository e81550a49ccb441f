/**
 * Refuses options that are none, before anything is solved; where what is given is no program, so do `checkProgram` and
 * its kin.
 */
import { ProgramError } from "../errors.ts";
import type { LinearProgram } from "./linear-program.ts";
import type { LpOptions } from "./options.ts";

const NUMBERS = ["timeLimitMs", "iterationLimit", "primalTolerance", "dualTolerance"] as const;

/** A copy of the fields of an object, each read once. @throws ProgramError where it is no object, or a field throws. */
export function fieldsOf<Fields extends object>(path: string, given: Fields, wanted: string): Fields {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new ProgramError(path, `got ${shown(given)}, wanted ${wanted}.`);
  try {
    return { ...given };
  } catch {
    throw new ProgramError(path, `got an object with a field that throws when it is read, wanted ${wanted}.`);
  }
}

/** The options, copied and found sound. @throws ProgramError naming the first that is not. */
export function checkedOptions<Options extends LpOptions>(options: Options, lp: LinearProgram): Options {
  return refusing("options", () => checkEach(options, lp));
}

function checkEach<Options extends LpOptions>(options: Options, lp: LinearProgram): Options {
  const own = fieldsOf("options", options, "an object of options; leave it out for the defaults");
  for (const field of NUMBERS) checkNumber(`options.${field}`, own[field]);
  if (own.onProgress !== undefined) checkFunction("options.onProgress", own.onProgress);
  checkVector("options.startPrices", own.startPrices, lp.numRows, "one per row");
  if (own.startBasis !== undefined) {
    const { col, row } = fieldsOf(
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

/** Runs a check on what a stranger gave: what throws there of its own (a getter, a proxy) is refused as well. */
export function refusing<Result>(path: string, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof ProgramError) throw error;
    throw new ProgramError(path, "throws when it is read; pass plain data.");
  }
}

/** Absent is sound, and Infinity; so is a limit below 0, which is met at once. */
export function checkNumber(path: string, given: unknown): void {
  if (given !== undefined && (typeof given !== "number" || Number.isNaN(given))) {
    throw new ProgramError(path, `got ${shown(given)}, wanted a number; leave it out for the default.`);
  }
}

export function checkFunction(path: string, given: unknown): void {
  if (typeof given !== "function")
    throw new ProgramError(path, `got ${shown(given)}, wanted a function; leave it out for none.`);
}

/** An engine is an object with `steps`. */
export function checkSolver(path: string, given: unknown): void {
  // NB: `steps` may stand in a prototype.
  if (refusing(path, () => typeof (given as { readonly steps?: unknown } | null)?.steps) !== "function")
    throw new ProgramError(path, `got ${shown(given)}, wanted an LpSolver with steps, e.g. dualSimplex.`);
}

/** Absent is sound. */
export function checkSignal(path: string, given: unknown): void {
  if (given === undefined) return;
  // NB: `aborted` of an AbortSignal stands in its prototype.
  if (
    typeof given !== "object" ||
    given === null ||
    refusing(path, () => typeof (given as { readonly aborted?: unknown }).aborted) !== "boolean"
  ) {
    throw new ProgramError(path, `got ${shown(given)}, wanted an AbortSignal; pass controller.signal.`);
  }
}

function checkVector(path: string, given: unknown, length: number, why: string): void {
  if (given === undefined) return;
  if (!(given instanceof Float64Array))
    throw new ProgramError(path, `got ${shown(given)}, wanted a Float64Array of length ${length}.`);
  if (given.length !== length) throw new ProgramError(path, `has ${given.length} entries, wanted ${length} (${why}).`);
}

/** What was given, in a word or two; never runs code of it. */
export function shown(given: unknown): string {
  if (typeof given === "string") return JSON.stringify(given.length > 60 ? `${given.slice(0, 57)}...` : given);
  if (typeof given === "function") return "a function";
  if (typeof given !== "object" || given === null) return String(given);
  if (ArrayBuffer.isView(given)) return `a ${Object.prototype.toString.call(given).slice(8, -1)}`;
  return Array.isArray(given) ? "an array" : "an object";
}
