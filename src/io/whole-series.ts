/** From rows to a series: instants, order, holes. One way for every reader. */
import type { FaultLog } from "./fault-log.ts";
import { fillHoles, type FilledSeries, type GapPolicy } from "./fill-holes.ts";
import { instantWriter } from "./instant-text.ts";
import { orderedSeries } from "./ordered-series.ts";
import type { OrderedSeries } from "./series-order.ts";
import type { SeriesRows } from "./series-rows.ts";
import { zoneClock } from "./zone-clock.ts";

export interface WholeSeriesOptions {
  readonly timeZone: string;
  readonly stampsAreEnds: boolean;
  /** As `InstantOptions` and `OrderOptions` have them. */
  readonly hasHourLabels?: boolean | undefined;
  readonly distanceMayVary?: boolean | undefined;
  readonly minutes?: number | undefined;
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  /** Default `error`. */
  readonly gaps?: GapPolicy | undefined;
}

/**
 * `check`: a look at the values before any is filled; its faults are told with those of the holes. @throws
 * InputFileError
 */
export function wholeSeries(
  rows: SeriesRows,
  options: WholeSeriesOptions,
  faults: FaultLog,
  notices: string[],
  check?: (series: OrderedSeries) => void,
): FilledSeries {
  const ordered = orderedSeries(rows, { ...options, clock: zoneClock(options.timeZone) }, faults, notices);
  faults.throwIfAny();
  if (!ordered) throw new Error("a series without faults");
  check?.(ordered);
  const series = fillHoles(ordered, options.gaps ?? "error", faults);
  faults.throwIfAny();
  return series;
}

/** Each interval as `make` puts it, its start in ISO-8601. */
export function intervalsOf<Interval>(
  { startMs, minutes, value }: FilledSeries,
  make: (start: string, minutes: number, value: number) => Interval,
): Interval[] {
  const iso = instantWriter();
  const intervals = new Array<Interval>(startMs.length);
  for (let i = 0; i < startMs.length; i++) intervals[i] = make(iso(startMs[i]), minutes[i], value[i]);
  return intervals;
}

/** The holes that were kept. */
export function holesIn({ holes }: FilledSeries): { readonly start: string; readonly minutes: number }[] {
  const iso = instantWriter();
  return holes.map(({ startMs, minutes }) => ({ start: iso(startMs), minutes }));
}
