import { quoted } from "../fault-log.ts";
import type { PriceSink } from "../price-sink.ts";
import { firstFittingParser } from "../stamp-format.ts";

const LAYOUTS = ["yyyy-MM-dd", "MM/dd/yyyy", "yyyyMMdd"];

/** Local milliseconds of the start of a day; NaN if the text is not a day. */
export function dayOf(text: string | undefined): number {
  return text === undefined ? Number.NaN : (firstFittingParser(text, LAYOUTS)?.(text) ?? Number.NaN);
}

/**
 * The day of a file whose rows have only an hour: `options.date`, or the day in the file's own lines (NaN if they have
 * none). If neither exists, or the two differ, this adds a fault and returns NaN.
 */
export function operatingDay(stated: string | undefined, inFileMs: number, { faults }: PriceSink): number {
  const statedMs = dayOf(stated);
  if (stated === undefined && Number.isNaN(inFileMs))
    faults.add(
      { line: 0 },
      "no day in the file",
      "options.date",
      'give the day of the file\'s name, e.g. "2026-04-12"',
    );
  else if (stated !== undefined && Number.isNaN(statedMs))
    faults.add({ line: 0 }, `options.date ${quoted(stated)}`, "a day like 2026-04-12", "correct it");
  else if (stated !== undefined && !Number.isNaN(inFileMs) && inFileMs !== statedMs) {
    faults.add(
      { line: 0 },
      `options.date ${quoted(stated)}`,
      `the day in the file, ${new Date(inFileMs).toISOString().slice(0, 10)}`,
      "correct options.date or load the other file",
    );
    return Number.NaN;
  }
  return Number.isNaN(inFileMs) ? statedMs : inFileMs;
}
