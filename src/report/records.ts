import { checkResult } from "./check-result.ts";
import type { PowerPlan } from "../plan/plan-result.ts";

/** One value of the schedule; the name of the quantity ends in its unit. */
export interface ScheduleRecord {
  /** Start of the interval, ISO-8601 with the local offset. */
  readonly start: string;
  readonly asset: string;
  /** Kind of the asset, e.g. `battery`. */
  readonly kind: string;
  /** Name of the quantity, e.g. `importMw`, `storedMwh`. */
  readonly quantity: string;
  readonly value: number;
}

/** The schedule as flat records, one per value, sorted by interval; for tables, charts and databases. */
export function* scheduleRecords(plan: PowerPlan): Generator<ScheduleRecord> {
  checkResult("scheduleRecords", plan, ["intervalStarts"], "a plan, as planPower returns it if status is optimal");
  for (let t = 0; t < plan.intervalStarts.length; t++) {
    for (const [asset, { kind, series }] of Object.entries(plan.assets)) {
      for (const [quantity, values] of Object.entries(series as Readonly<Record<string, Float64Array>>)) {
        yield { start: plan.intervalStarts[t], asset, kind, quantity, value: values[t] };
      }
    }
  }
}
