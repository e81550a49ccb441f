import { expect } from "vitest";
import type { LinearProgram } from "../../src/lp/linear-program.ts";

/**
 * Expects two programs to be equal in every number and name. `toEqual` takes a microsecond per number, which is seconds
 * for a public program, so it is called only to show a difference.
 */
export function expectSameProgram(given: LinearProgram, wanted: LinearProgram, label?: string): void {
  if (isSame(given, wanted)) expect(given.numRows, label).toBe(wanted.numRows);
  else expect(given, label).toEqual(wanted);
}

function isSame(a: LinearProgram, b: LinearProgram): boolean {
  const keys = Object.keys(a) as (keyof LinearProgram)[];
  return keys.length === Object.keys(b).length && keys.every((key) => isSameField(a[key], b[key]));
}

/** Zeros of unlike sign are different, as in `toEqual`. */
function isSameField(a: unknown, b: unknown): boolean {
  if (!isList(a) || !isList(b)) return Object.is(a, b);
  if (a.constructor !== b.constructor || a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (!Object.is(a[k], b[k])) return false;
  return true;
}

const isList = (field: unknown): field is ArrayLike<unknown> =>
  Array.isArray(field) || field instanceof Float64Array || field instanceof Int32Array;
