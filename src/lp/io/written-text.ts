import { ProgramError } from "../../errors.ts";
import type { LinearProgram } from "../linear-program.ts";
import { NO_LIMIT } from "./text-number.ts";

/** Shortest decimal that reads back to the same double; `String` drops the sign of -0. */
export function showNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Refuses finite limits that readers of text take for no limit. */
export function refuseHugeLimits(lp: LinearProgram): void {
  for (const field of ["colLower", "colUpper", "rowLower", "rowUpper"] as const) {
    const limits = lp[field];
    for (let k = 0; k < limits.length; k++) {
      if (!Number.isFinite(limits[k]) || Math.abs(limits[k]) < NO_LIMIT) continue;
      throw new ProgramError(
        `${field}[${k}]`,
        `got ${limits[k]}, wanted below 1e20 in size, or infinite: readers take it for no limit.`,
      );
    }
  }
}

/**
 * What names of one side of a program are called, and what is written where they have none that the format can hold.
 */
const sides = { row: "R", column: "C" } as const;

/**
 * The names as they are, or generated ones (R1, R2, ..., C1, C2, ...) where the program has none, one of them cannot be
 * written, or one is given twice; `notes` then say which is which.
 */
export function writableNames(
  names: readonly string[] | undefined,
  count: number,
  side: keyof typeof sides,
  canWrite: (name: string) => boolean,
  notes: string[],
): readonly string[] {
  const generated = Array.from({ length: count }, (_, k) => `${sides[side]}${k + 1}`);
  if (names === undefined) return generated;
  if (names.every(canWrite) && new Set(names).size === count) return names;
  for (let k = 0; k < count; k++) notes.push(`${side} ${generated[k]} is ${JSON.stringify(names[k])}`);
  return generated;
}

/** The name, with as many `_` behind it as make it none of those taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  while (taken.has(free)) free += "_";
  return free;
}
