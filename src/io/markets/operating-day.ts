import { shown } from "../fault-log.ts";
import type { PriceSink } from "../price-sink.ts";
import { layoutOf } from "../stamp-format.ts";

const LAYOUTS = ["yyyy-MM-dd", "MM/dd/yyyy", "yyyyMMdd"];

/** Wall milliseconds of a day's start; NaN where the text is no day. */
export function dayOf(text: string | undefined): number {
  return text === undefined ? Number.NaN : (layoutOf(text, LAYOUTS)?.(text) ?? Number.NaN);
}

/**
 * The day of a file that stamps its rows by the hour alone: `options.date`, or the day that the file's own lines say
 * (NaN: none). Neither, or two that differ, is a fault; the answer is NaN then.
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
    faults.add({ line: 0 }, `options.date ${shown(stated)}`, "a day like 2026-04-12", "correct it");
  else if (stated !== undefined && !Number.isNaN(inFileMs) && inFileMs !== statedMs) {
    faults.add(
      { line: 0 },
      `options.date ${shown(stated)}`,
      `the day in the file, ${new Date(inFileMs).toISOString().slice(0, 10)}`,
      "correct options.date or load the other file",
    );
    return Number.NaN;
  }
  return Number.isNaN(inFileMs) ? statedMs : inFileMs;
}
