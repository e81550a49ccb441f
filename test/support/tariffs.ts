/** What tests of tariff parts share: lines of the bill, and flat schedules. */
import type { BillLine } from "../../src/assets/tariff/bill/charge.ts";
import type { PowerPlan } from "../../src/plan/plan-result.ts";
import { readingOf } from "./plans.ts";

/** The lines of an item, in the order of months. */
export function billOf(plan: PowerPlan, item: string, asset = "grid"): readonly BillLine[] {
  return readingOf(plan, asset, "grid").bill.filter(
    (line) => line.item === item || line.item === `${item} ${line.month}`,
  );
}

/** A day of `off-peak` with `peak` in the hours `[from, to)`. */
export const dayWithPeak = (from: number, to: number): string[] =>
  Array.from({ length: 24 }, (_, hour) => (hour >= from && hour < to ? "peak" : "off-peak"));
