/** How tables for spreadsheets write instants and numbers. */
import type { WrittenNumber } from "./csv-cell.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";

export interface TableOptions {
  /**
   * `iso`: one column `start`, ISO-8601 with the local offset. `local`: two columns that a spreadsheet reads as date
   * and time without a conversion: the site's local time `2026-07-14 17:00:00` and its offset from UTC, which tells the
   * two hours apart that have one local time when clocks go back. Default `iso`.
   */
  readonly time?: "iso" | "local";
  /** Decimals of numbers, 0 to 15. Default: the fewest digits that read back as the same number. */
  readonly digits?: number;
}

export interface TableForm {
  readonly timeHeadings: readonly string[];
  /** Cells of an instant as a plan's `intervalStarts` have it. */
  timeCells(start: string): readonly string[];
  numberCell(value: number): number | WrittenNumber;
}

const MOST_DIGITS = 15;

/** @throws PlanInputError for faulty options; `of` names the function. */
export function tableForm(of: string, options: TableOptions, timeZone: string): TableForm {
  const { time = "iso", digits } = (options ?? {}) as TableOptions;
  const faults: PlanInputFault[] = [];
  if (time !== "iso" && time !== "local")
    faults.push({
      path: `${of} options.time`,
      given: String(time).slice(0, 60),
      wanted: "iso or local",
      fix: "choose one",
    });
  if (digits !== undefined && !(Number.isInteger(digits) && digits >= 0 && digits <= MOST_DIGITS))
    faults.push({
      path: `${of} options.digits`,
      given: String(digits).slice(0, 60),
      wanted: `a whole number from 0 to ${MOST_DIGITS}`,
      fix: "give the decimals of every number",
    });
  if (faults.length > 0) throw new PlanInputError(faults);
  return {
    timeHeadings: time === "iso" ? ["start"] : [`local time (${timeZone})`, "UTC offset"],
    timeCells: (start) => (time === "iso" ? [start] : [localTime(start), offset(start)]),
    numberCell: (value) => (digits === undefined ? value : rounded(value, digits)),
  };
}

function localTime(start: string): string {
  return start === "" ? "" : start.slice(0, 19).replace("T", " ");
}

/** `UTC-05:00`: the letters tell a spreadsheet that this is neither a formula nor a time. */
function offset(start: string): string {
  return start === "" ? "" : `UTC${start.slice(19)}`;
}

/** Numbers below half of the last digit are 0, without a sign. */
function rounded(value: number, digits: number): WrittenNumber {
  const text = value.toFixed(digits);
  return { written: Number(text) === 0 ? (0).toFixed(digits) : text };
}
