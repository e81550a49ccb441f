/** Turns rows into a series in the same way for every reader: instants, sorting, gaps. */
import type { FaultLog } from "./fault-log.ts";
import { fillGaps, type FilledSeries, type GapPolicy } from "./fill-gaps.ts";
import { instantWriter } from "./instant-text.ts";
import { orderedSeries } from "./ordered-series.ts";
import type { OrderedSeries } from "./series-order.ts";
import type { SeriesRows } from "./series-rows.ts";
import { zoneClock } from "./zone-clock.ts";

export interface WholeSeriesOptions {
  readonly timeZone: string;
  readonly stampsAreEnds: boolean;
  /** See `InstantOptions` and `OrderOptions`. */
  readonly hasHourLabels?: boolean | undefined;
  readonly allowsUnevenSpacing?: boolean | undefined;
  readonly minutes?: number | undefined;
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  /** Default `error`. */
  readonly gaps?: GapPolicy | undefined;
}

/**
 * `check` examines the values before any is filled; its faults are reported together with those of the gaps.
 * @throws InputFileError
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
  const series = fillGaps(ordered, options.gaps ?? "error", faults);
  faults.throwIfAny();
  return series;
}

/** Each interval as built by `make`, with its start in ISO-8601. */
export function intervalsOf<Interval>(
  { startMs, minutes, value }: FilledSeries,
  make: (start: string, minutes: number, value: number) => Interval,
): Interval[] {
  const iso = instantWriter();
  const intervals = new Array<Interval>(startMs.length);
  for (let i = 0; i < startMs.length; i++) intervals[i] = make(iso(startMs[i]), minutes[i], value[i]);
  return intervals;
}

/** The gaps that were left open. */
export function listedGaps({ gaps }: FilledSeries): { readonly start: string; readonly minutes: number }[] {
  const iso = instantWriter();
  return gaps.map(({ startMs, minutes }) => ({ start: iso(startMs), minutes }));
}
