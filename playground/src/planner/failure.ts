import { PlanInputError, type PlanInputFault } from "wattsplit";
import { InputFileError } from "wattsplit/io";
import type { Failure } from "../messages.ts";
import { SeveralLocationsError } from "./price-file.ts";

/** An error as plain data that a message can carry. */
export function failureOf(error: unknown, isCancelled: boolean): Failure {
  if (isCancelled) return { message: "Cancelled.", faults: [], isCancelled: true };
  if (error instanceof PlanInputError) return { message: error.message, faults: error.faults, isCancelled: false };
  if (error instanceof SeveralLocationsError)
    return { message: error.message, faults: [], isCancelled: false, locations: error.locations };
  if (error instanceof InputFileError) return { message: error.message, faults: faultsOf(error), isCancelled: false };
  return { message: error instanceof Error ? error.message : String(error), faults: [], isCancelled: false };
}

/** Faults of a file, their line in place of a path. */
function faultsOf({ faults }: InputFileError): PlanInputFault[] {
  return faults.map(({ line, column, heading, record, given, wanted, fix }) => ({
    path:
      record !== undefined
        ? `record ${record}`
        : line === 0
          ? "file"
          : `line ${line}${column === undefined ? "" : `, column ${column}`}${heading ? ` (${heading})` : ""}`,
    given,
    wanted,
    fix,
  }));
}
