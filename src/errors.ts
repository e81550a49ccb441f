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
