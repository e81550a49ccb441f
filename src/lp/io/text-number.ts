import { INFINITE_BOUND } from "../infinite-bounds.ts";
import { errorAt, quote, type TextLine } from "./text-lines.ts";

// NB: each digit can match in one way only, so a long number that ends in a letter is rejected in linear time.
const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eEdD][+-]?\d+)?$/u;
const infinityPattern = /^[+-]?inf(?:inity)?$/iu;

export function isNumber(field: string): boolean {
  return numberPattern.test(field);
}

/** Whether a field is a number or a spelling of infinity. */
export function isBound(field: string): boolean {
  return numberPattern.test(field) || infinityPattern.test(field);
}

/** Parses a finite number; it may have a Fortran exponent `D`. */
export function parseNumber(field: string | undefined, line: TextLine, what: string): number {
  const parsed = field !== undefined && numberPattern.test(field) ? Number(field.replace(/[dD]/u, "e")) : NaN;
  if (!Number.isFinite(parsed)) {
    throw errorAt(line, `got ${field ? quote(field) : "nothing"} for ${what}, wanted a finite number.`);
  }
  return parsed;
}

/** Parses a bound: as `parseNumber`, but `Inf` and sizes of 1e20 and more are infinite. */
export function parseBound(field: string | undefined, line: TextLine, what: string): number {
  if (field !== undefined && infinityPattern.test(field)) return field.startsWith("-") ? -Infinity : Infinity;
  const parsed = parseNumber(field, line, what);
  return Math.abs(parsed) >= INFINITE_BOUND ? Math.sign(parsed) * Infinity : parsed;
}
