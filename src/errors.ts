/**
 * Misuse is thrown; outcomes (infeasible, time limit) are data in the result. Every error carries a stable `code`,
 * so hosts that load both the ESM and the CJS build need no `instanceof`.
 */

/** One fault of an input: where it is, what stood there, what was wanted, and how to mend it. */
export interface PlanInputFault {
  /** Dotted path from the root of the input, e.g. `assets[2].importLimitMw[17]`. */
  readonly path: string;
  /** What was given, in words or as a short literal. */
  readonly given: string;
  /** What was wanted. */
  readonly wanted: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Thrown by `planPower` and its kin when the input is not a plan. Lists every fault, not only the first. */
export class PlanInputError extends Error {
  override readonly name = "PlanInputError";
  readonly code = "PLAN_INPUT";
  readonly faults: readonly PlanInputFault[];

  constructor(faults: readonly PlanInputFault[]) {
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    const lines = faults.map((f) => `  ${f.path}: got ${f.given}, wanted ${f.wanted}; ${f.fix}`);
    super(`The plan input has ${count}:\n${lines.join("\n")}`);
    this.faults = faults;
  }
}

/** Thrown when a linear program (or the text of one) is malformed: wrong array length, NaN, crossed bounds. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
  readonly code = "LINEAR_PROGRAM";
  /** The field or line at fault, e.g. `rowLower[3]` or `line 12`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}

/** One fault of a file's text: where it is, what stood there, what was wanted, and how to mend it. */
export interface InputFileFault {
  /** 1-based; 0 where the fault is of the file as a whole. */
  readonly line: number;
  /** 1-based: of a table the column, of XML the character. Absent where the line as a whole is at fault. */
  readonly column?: number;
  /** The column's heading, where there is one. */
  readonly heading?: string;
  readonly given: string;
  readonly wanted: string;
  readonly fix: string;
  /** How many more lines have this fault after this one; they are counted and not listed. */
  readonly more?: number;
}

/** Thrown by the readers of `wattsplit/io` when a file is not what it says. Lists every kind of fault, not only the first. */
export class InputFileError extends Error {
  override readonly name = "InputFileError";
  readonly code = "INPUT_FILE";
  readonly faults: readonly InputFileFault[];

  constructor(faults: readonly InputFileFault[]) {
    const count = faults.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
    const lines = faults.map((f) => `  ${placeOf(f)}: got ${f.given}, wanted ${f.wanted}; ${f.fix}${f.more ? ` (and ${f.more} more like it)` : ""}`);
    super(`The file has ${count === 1 ? "1 fault" : `${count} faults`}:\n${lines.join("\n")}`);
    this.faults = faults;
  }
}

function placeOf({ line, column, heading }: InputFileFault): string {
  const at = line === 0 ? "file" : `line ${line}`;
  if (column === undefined) return at;
  return `${at}, column ${column}${heading ? ` (${heading})` : ""}`;
}
