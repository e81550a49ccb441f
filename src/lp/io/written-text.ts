import { ProgramError } from "../../errors.ts";
import type { LinearProgram } from "../linear-program.ts";
import { INFINITE_BOUND } from "../infinite-bounds.ts";

/** The shortest decimal that gives the same double. NB: `String` drops the sign of -0. */
export function formatNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Rejects finite bounds that readers of the text take as infinite. */
export function rejectHugeBounds(lp: LinearProgram): void {
  for (const field of ["colLower", "colUpper", "rowLower", "rowUpper"] as const) {
    const bounds = lp[field];
    for (let k = 0; k < bounds.length; k++) {
      if (!Number.isFinite(bounds[k]) || Math.abs(bounds[k]) < INFINITE_BOUND) continue;
      throw new ProgramError(
        `${field}[${k}]`,
        `got ${bounds[k]}, wanted below 1e20 in size, or infinite: readers take larger bounds as infinite.`,
      );
    }
  }
}

/** The two kinds of names, and the prefix of generated names. */
const sides = { row: "R", column: "C" } as const;

/**
 * The names of the program, if it has names and each is valid and unique. Otherwise generated ones (R1, R2, ..., C1,
 * C2, ...); `notes` then maps each generated name to the original.
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

/** The name, followed by as many `_` as make it differ from all taken names. */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  while (taken.has(free)) free += "_";
  return free;
}
