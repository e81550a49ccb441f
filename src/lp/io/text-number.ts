import { faultAt, quote, type TextLine } from "./text-lines.ts";

/** Limits of this size and more mean no limit, as CPLEX, Gurobi and HiGHS have it. */
export const NO_LIMIT = 1e20;

// NB: each digit can be matched in one way only, so that a long number which ends in a letter is refused in linear
// time.
const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eEdD][+-]?\d+)?$/u;
const infinityPattern = /^[+-]?inf(?:inity)?$/iu;

export function isNumber(field: string): boolean {
  return numberPattern.test(field);
}

/** Whether a field is a number or a spelling of infinity. */
export function isLimit(field: string): boolean {
  return numberPattern.test(field) || infinityPattern.test(field);
}

/** A finite number; Fortran's `D` exponent is understood. */
export function readNumber(field: string | undefined, line: TextLine, what: string): number {
  const parsed = field !== undefined && numberPattern.test(field) ? Number(field.replace(/[dD]/u, "e")) : NaN;
  if (!Number.isFinite(parsed)) {
    throw faultAt(line, `got ${field ? quote(field) : "nothing"} for ${what}, wanted a finite number.`);
  }
  return parsed;
}

/** A limit: as `readNumber`, but `Inf` and sizes of 1e20 and more are infinite. */
export function readLimit(field: string | undefined, line: TextLine, what: string): number {
  if (field !== undefined && infinityPattern.test(field)) return field.startsWith("-") ? -Infinity : Infinity;
  const parsed = readNumber(field, line, what);
  return Math.abs(parsed) >= NO_LIMIT ? Math.sign(parsed) * Infinity : parsed;
}
