import { ProgramError } from "../../errors.ts";
import { quote } from "./text-lines.ts";
import type { ReadNotice } from "./text-program.ts";

/** Options of every reader of programs. */
export interface ReadOptions {
  /**
   * `"relax"`: integer, binary and semicontinuous columns become continuous. The result is the linear relaxation, which
   * is a different program. Default: such a column is an error, because this library solves linear programs.
   */
  readonly integers?: "relax";
}

/** Rejects invalid options. `names`: the options whose value is a name. */
export function checkReadOptions(options: ReadOptions, names: readonly string[]): void {
  if (typeof options !== "object" || options === null)
    throw new ProgramError("options", `got ${String(options)}, wanted an object; leave it out for the defaults.`);
  for (const [option, given] of Object.entries(options)) {
    if (given === undefined) continue;
    if (option !== "integers" && !names.includes(option)) {
      throw new ProgramError(
        `options.${option}`,
        `is not an option, wanted one of ${["integers", ...names].join(", ")}.`,
      );
    }
    const isRight = option === "integers" ? given === "relax" : typeof given === "string";
    if (!isRight)
      throw new ProgramError(
        `options.${option}`,
        `got ${String(given)}, wanted ${option === "integers" ? '"relax"' : "a name"}.`,
      );
  }
}

/**
 * The notice of how many columns became continuous; undefined if no column did. `integers` maps each such column to the
 * line that declares it.
 */
export function integerNotice(integers: ReadonlyMap<number, number>, colNames: readonly string[]): ReadNotice[] {
  const [first] = integers;
  if (first === undefined) return [];
  const message =
    `${integers.size} integer or semicontinuous columns (first: ${quote(colNames[first[0]])}) were read as ` +
    "continuous ones.";
  return [{ line: first[1], message }];
}
