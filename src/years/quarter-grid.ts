import { timeGrid } from "../input/time-axis.ts";
import { MS_PER_DAY, MS_PER_HOUR, type TimeGrid } from "../time/time-grid.ts";
import { localMidnightMs } from "./shift-series.ts";

/** A quarter of the calendar and the intervals of it that are dispatched. */
export interface QuarterGrid {
  readonly fromMs: number;
  readonly toMs: number;
  readonly time: TimeGrid;
  /** Hours of the quarter over hours that are dispatched. */
  readonly weight: number;
}

/**
 * The quarter that begins at `firstMonth` (months since January of year 0) in the site's zone. Its middle `days` days
 * are taken: a week lies inside the second month, so its bills are those of one month.
 */
export function quarterGrid(source: TimeGrid, firstMonth: number, days: number | "full"): QuarterGrid {
  const { timeZone, stepHours } = source;
  const midnight = (month: number, day = 1) =>
    localMidnightMs(timeZone, Date.UTC(Math.floor(month / 12), month % 12, day));
  const [fromMs, toMs] = [midnight(firstMonth), midnight(firstMonth + 3)];
  const daysInQuarter = Math.round((toMs - fromMs) / MS_PER_DAY);
  const first = days === "full" ? 0 : Math.max(0, Math.floor((daysInQuarter - days) / 2));
  const last = days === "full" ? daysInQuarter : Math.min(daysInQuarter, first + days);
  const startMs = midnight(firstMonth, 1 + first);
  const endMs = midnight(firstMonth, 1 + last);
  const count = Math.max(1, Math.floor((endMs - startMs) / (stepHours * MS_PER_HOUR)));
  return {
    fromMs,
    toMs,
    time: timeGrid(startMs, stepHours * 60, count, timeZone),
    weight: (toMs - fromMs) / (count * stepHours * MS_PER_HOUR),
  };
}
