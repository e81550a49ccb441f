import { ProgramError } from "../../errors.ts";
import { quote } from "./text-lines.ts";
import type { ReadNotice } from "./text-program.ts";

/** What every reader of programs takes. */
export interface ReadOptions {
  /**
   * `"relax"`: integer, binary and semicontinuous columns are read as continuous ones, which makes another, easier
   * program. Default: such a column is an error, for this library solves linear programs.
   */
  readonly integers?: "relax";
}

/** Refuses options that are not options. `names`: those that hold a name. */
export function checkReadOptions(options: ReadOptions, names: readonly string[]): void {
  if (typeof options !== "object" || options === null)
    throw new ProgramError("options", `got ${String(options)}, wanted an object or nothing.`);
  for (const [option, given] of Object.entries(options)) {
    if (given === undefined) continue;
    if (option !== "integers" && !names.includes(option)) {
      throw new ProgramError(`options.${option}`, `is no option, wanted ${["integers", ...names].join(", ")}.`);
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
 * Says how many columns were read as continuous; nothing where there are none. `integers`: column to the line that says
 * so.
 */
export function integerNotice(integers: ReadonlyMap<number, number>, colNames: readonly string[]): ReadNotice[] {
  const [first] = integers;
  if (first === undefined) return [];
  const message =
    `${integers.size} integer or semicontinuous columns (${quote(colNames[first[0]])} first) were read as ` +
    "continuous ones.";
  return [{ line: first[1], message }];
}
