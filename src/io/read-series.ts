import type { CsvOptions } from "./csv-rows.ts";
import { FaultLog } from "./fault-log.ts";
import type { GapPolicy } from "./fill-gaps.ts";
import { Header } from "./header.ts";
import { LinesAbove } from "./lines-above.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { type PartialIntervals, resampled } from "./resample.ts";
import { numColumnsNamed, seriesColumns, type SeriesSource, type StampColumns } from "./series-columns.ts";
import { SeriesRows } from "./series-rows.ts";
import { seriesTable, type SeriesFound } from "./series-table.ts";
import { isPriceUnit, seriesUnits, type SeriesUnit } from "./series-unit.ts";
import { eachTableRow } from "./table-rows.ts";
import { listedGaps, intervalsOf, wholeSeries } from "./whole-series.ts";

export type { StampColumns };

export interface ReadSeriesOptions extends CsvOptions, SeriesSource {
  /** Heading of the value column. */
  readonly value: string;
  readonly unit: SeriesUnit;
  readonly stamp: StampColumns;
  /** Whether a stamp is the start or the end of its interval. Hour-ending columns are ends by definition. */
  readonly stampIs?: "start" | "end" | undefined;
  /** IANA zone or fixed offset of stamps without an offset, e.g. `America/Chicago` or `-08:00`. */
  readonly timeZone?: string | undefined;
  /** ISO 4217 code of prices whose heading does not state it. */
  readonly currency?: string | undefined;
  /** Converts the currency: one unit of the file's currency costs `rate` units of `to`. */
  readonly convert?: { readonly to: string; readonly rate: number } | undefined;
  /** Length of the intervals. Default: the usual spacing of the rows, or each row's own if the spacing is uneven. */
  readonly minutes?: number | undefined;
  /** Length of the returned intervals, 5 to 60 minutes, as duration-weighted means. Default: as in the file. */
  readonly resampleMinutes?: number | undefined;
  /** How to treat an interval of `resampleMinutes` that the file covers only in part. Default `error`. */
  readonly partialIntervals?: PartialIntervals | undefined;
  /** How to treat gaps and blanks. Default `error`. */
  readonly gaps?: GapPolicy | undefined;
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  readonly decimalComma?: boolean | undefined;
}

export interface SeriesInterval {
  /** Start of the interval, ISO-8601 in UTC. */
  readonly start: string;
  readonly minutes: number;
  readonly value: number;
  /** ISO 4217 code of prices in another currency than USD. The planner calculates in USD and refuses them. */
  readonly currency?: string;
}

export interface Series {
  /** Unit of the values: `MW` for power, `per MWh` for prices. */
  readonly unit: string;
  /** ISO 4217 code of prices, from the heading or `options.currency`. Absent if neither states it. */
  readonly currency?: string;
  /**
   * Sorted by time. The planner accepts this list as a curve. It also accepts the whole result, and then checks unit
   * and currency.
   */
  readonly values: readonly SeriesInterval[];
  readonly filled: readonly SeriesInterval[];
  readonly gaps: readonly { readonly start: string; readonly minutes: number }[];
  readonly notices: readonly string[];
}

/**
 * Reads one column of a table with time stamps, as intervals with UTC instants. The caller states zone, stamp and unit.
 *
 * A heading that contradicts the stated unit is an error. Gaps, repeated rows and hours that the clock repeats are
 * errors too, unless a policy is given.
 *
 * @throws InputFileError listing the errors, with line, column and fix.
 * @example readSeries(text, { value: "DA Price ($/kWh)", unit: "per kWh", stamp: { column: "Datetime (he)", layout:
 * "M/d/yyyy H:mm" }, stampIs: "end", timeZone: "-08:00" });
 */
export function readSeries(text: string, options: ReadSeriesOptions): Series {
  checkText(text);
  checkReadOptions(options, Object.keys(seriesUnits));
  const faults = new FaultLog();
  const notices: string[] = [];
  const found: SeriesFound = { rows: new SeriesRows(), faults, notices, currency: undefined };
  readRows(text, options, found);
  faults.throwIfAny();
  const timeZone = options.timeZone ?? "UTC";
  const hasHourLabels = "dateColumn" in options.stamp;
  const stampsAreEnds = options.stampIs === "end" && !hasHourLabels;
  const whole = wholeSeries(
    found.rows,
    { ...options, timeZone, stampsAreEnds, hasHourLabels, allowsUnevenSpacing: true },
    faults,
    notices,
  );
  const { resampleMinutes, partialIntervals } = options;
  const series =
    resampleMinutes === undefined ? whole : resampled(whole, resampleMinutes, faults, { partialIntervals, notices });
  faults.throwIfAny();
  const { currency, rate } = currencyOf(options, found);
  const interval =
    currency === undefined || currency === "USD"
      ? (start: string, minutes: number, value: number): SeriesInterval => ({ start, minutes, value: value * rate })
      : (start: string, minutes: number, value: number): SeriesInterval => ({
          start,
          minutes,
          value: value * rate,
          currency,
        });
  const values = intervalsOf(series, interval);
  const filledFrom = series === whole ? values : whole.filled.length === 0 ? [] : intervalsOf(whole, interval);
  return {
    unit: seriesUnits[options.unit].becomes,
    ...(currency !== undefined && { currency }),
    values,
    filled: whole.filled.map((i) => filledFrom[i]),
    gaps: listedGaps(series),
    notices,
  };
}

/** Currency of the result, and the factor applied to its values. */
function currencyOf(
  { unit, currency, convert }: ReadSeriesOptions,
  found: SeriesFound,
): { readonly currency?: string | undefined; readonly rate: number } {
  if (!isPriceUnit(unit)) return { rate: 1 };
  return convert ? { currency: convert.to, rate: convert.rate } : { currency: currency ?? found.currency, rate: 1 };
}

function readRows(text: string, options: ReadSeriesOptions, found: SeriesFound): void {
  const { rows, faults, notices } = found;
  const above = new LinesAbove();
  let isOpen = false;
  eachTableRow(
    text,
    options,
    faults,
    (fields, line, separator) => {
      const header = new Header(fields);
      const named = numColumnsNamed(options, header);
      const numSought = options.stamp && "dateColumn" in options.stamp ? 3 : 2;
      if (named < numSought) return above.add(fields, line);
      isOpen = true;
      const columns = seriesColumns(options, header, line, faults);
      above.check(header.width, faults);
      const notice = above.notice();
      if (notice !== undefined) notices.push(notice);
      return columns ? seriesTable(header, separator, columns, options, found) : "stop";
    },
    notices,
  );
  if (!isOpen && faults.isEmpty && above.rows.length > 0) {
    const { fields, line } = above.likeliestHeadings((row) => numColumnsNamed(options, new Header(row)));
    seriesColumns(options, new Header(fields), line, faults);
  }
  if (rows.count === 0 && faults.isEmpty)
    faults.add({ line: 0 }, "no row of values", "headings and at least one row", "load the file again");
}
