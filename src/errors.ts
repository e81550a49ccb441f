/**
 * Misuse is thrown; outcomes (infeasible, time limit) are data in the result. Every error has a stable `code`, because
 * `instanceof` fails in hosts that load both the ESM and the CJS build. A fault is one problem of an input or a file;
 * an error lists all faults.
 */

/** One fault of an input: its place, what was given, what was wanted, and how to fix it. */
export interface PlanInputFault {
  /** Dotted path from the root of the input, e.g. `assets[2].importLimitMw[17]`. */
  readonly path: string;
  /** What was given, in words or as a short literal. */
  readonly given: string;
  /** What was wanted. */
  readonly wanted: string;
  /** How to fix it. */
  readonly fix: string;
  /** Number of further faults after this one that are counted but not listed. */
  readonly more?: number;
}

/** Faults of a plan that are listed; the others are counted. */
export const MAX_FAULTS_LISTED = 100;

/**
 * Thrown by `planPower` and related functions if the input is not a valid plan. It lists all faults up to 100, and
 * counts the rest.
 */
export class PlanInputError extends Error {
  override readonly name = "PlanInputError";
  readonly code = "PLAN_INPUT";
  readonly faults: readonly PlanInputFault[];

  constructor(faults: readonly PlanInputFault[]) {
    super(faultsText("The plan input", faults));
    this.faults = listedFaults(faults);
  }
}

/**
 * Thrown by the functions of `wattsplit/finance` if an argument is not valid. It lists all faults up to 100, and counts
 * the rest.
 */
export class FinanceInputError extends Error {
  override readonly name = "FinanceInputError";
  readonly code = "FINANCE_INPUT";
  readonly faults: readonly PlanInputFault[];

  constructor(faults: readonly PlanInputFault[]) {
    super(faultsText("The finance input", faults));
    this.faults = listedFaults(faults);
  }
}

/** The number of faults, then a line for each of the first 100. */
function faultsText(what: string, faults: readonly PlanInputFault[]): string {
  const count = countOf(faults);
  const listed = faults.slice(0, MAX_FAULTS_LISTED);
  const lines = listed.map((f) => `  ${f.path}: got ${f.given}, wanted ${f.wanted}; ${f.fix}`);
  if (count > listed.length) lines.push(`  and ${count - listed.length} more`);
  return `${what} has ${count === 1 ? "1 fault" : `${count} faults`}:\n${lines.join("\n")}`;
}

/** The first 100 faults; the last of them counts the faults that are not listed. */
function listedFaults(faults: readonly PlanInputFault[]): PlanInputFault[] {
  const listed = faults.slice(0, MAX_FAULTS_LISTED);
  const more = countOf(faults) - listed.length;
  return listed.map(({ more: _more, ...fault }, i) =>
    more > 0 && i === listed.length - 1 ? { ...fault, more } : fault,
  );
}

/** Thrown if a linear program (or the text of one) is malformed: wrong array length, NaN, crossed bounds. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
  readonly code = "LINEAR_PROGRAM";
  /** The faulty field or line, e.g. `rowLower[3]` or `line 12`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}

/** An optional package is needed and is not installed. */
export class MissingPackageError extends Error {
  override readonly name = "MissingPackageError";
  readonly code = "MISSING_PACKAGE";
}

/** One fault of a file's text: its place, what was given, what was wanted, and how to fix it. */
export interface InputFileFault {
  /** 1-based; 0 if the fault concerns the whole file. */
  readonly line: number;
  /** 1-based: the column of a table, or the character of an XML line. Absent if the fault concerns the whole line. */
  readonly column?: number;
  /** The column's heading, if there is one. */
  readonly heading?: string;
  readonly given: string;
  readonly wanted: string;
  readonly fix: string;
  /** 1-based number of the record, for JSON, which has no row lines; `line` is then 0. */
  readonly record?: number;
  /** Number of further lines with this fault after this one that are counted but not listed. */
  readonly more?: number;
}

/** Thrown by the readers of `wattsplit/io` if a file is invalid. It lists every kind of fault. */
export class InputFileError extends Error {
  override readonly name = "InputFileError";
  readonly code = "INPUT_FILE";
  readonly faults: readonly InputFileFault[];

  constructor(faults: readonly InputFileFault[]) {
    const count = countOf(faults);
    super(`The file has ${count === 1 ? "1 fault" : `${count} faults`}:\n${kindsOf(faults).map(kindText).join("\n")}`);
    this.faults = faults;
  }
}

/**
 * Faults of one kind differ only in their line and what was given there; kinds are in the order of their first lines.
 */
function kindsOf(faults: readonly InputFileFault[]): InputFileFault[][] {
  const kinds = new Map<string, InputFileFault[]>();
  for (const fault of faults) {
    const key = JSON.stringify([fault.column, fault.wanted, fault.fix]);
    const kind = kinds.get(key);
    if (kind) kind.push(fault);
    else kinds.set(key, [fault]);
  }
  return [...kinds.values()];
}

/** A kind is printed once: the first fault in full, then the number of the others and the places of the next ones. */
function kindText(kind: readonly InputFileFault[]): string {
  const [first, ...others] = kind;
  const text = `  ${placeOf(first)}: got ${first.given}, wanted ${first.wanted}; ${first.fix}`;
  const count = countOf(kind);
  if (count === 1) return text;
  const next = others.map((fault) => wordOf(fault) + (fault.given === first.given ? "" : `: got ${fault.given}`));
  const numUnlisted = count - 1 - next.length;
  if (next.length === 0) return `${text}\n    (${count} times)`;
  return `${text}\n    (${count} times: also ${next.join("; ")}${numUnlisted > 0 ? `; and ${numUnlisted} more` : ""})`;
}

function countOf(faults: readonly { readonly more?: number }[]): number {
  return faults.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
}

function placeOf(fault: InputFileFault): string {
  const { column, heading } = fault;
  const at = wordOf(fault);
  if (column === undefined) return at;
  return `${at}, column ${column}${heading ? ` (${heading})` : ""}`;
}

/** `line 7`, `record 7`, or `file` if the fault concerns the whole file. */
function wordOf({ line, record }: InputFileFault): string {
  if (record !== undefined) return `record ${record}`;
  return line === 0 ? "file" : `line ${line}`;
}
