import type { CsvOptions } from "./csv-rows.ts";
import { FaultLog } from "./fault-log.ts";
import type { GapPolicy } from "./fill-holes.ts";
import { Header } from "./header.ts";
import { LinesAbove } from "./lines-above.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { type PartialIntervals, resampled } from "./resample.ts";
import { numColumnsNamed, seriesColumns, type SeriesSource, type StampColumns } from "./series-columns.ts";
import { SeriesRows } from "./series-rows.ts";
import { seriesTable, type SeriesFound } from "./series-table.ts";
import { isPriceUnit, seriesUnits, type SeriesUnit } from "./series-unit.ts";
import { eachTableRow } from "./table-rows.ts";
import { holesIn, intervalsOf, wholeSeries } from "./whole-series.ts";

export type { StampColumns };

export interface ReadSeriesOptions extends CsvOptions, SeriesSource {
  /** Heading of the values. */
  readonly value: string;
  readonly unit: SeriesUnit;
  readonly stamp: StampColumns;
  /** What a stamp is of its interval. Hour-ending columns are ends already. */
  readonly stampIs?: "start" | "end" | undefined;
  /** IANA zone or fixed offset of stamps without one, e.g. `America/Chicago` or `-08:00`. */
  readonly timeZone?: string | undefined;
  /** ISO 4217, of prices whose heading does not say it. */
  readonly currency?: string | undefined;
  /** Prices become `rate` times what they were: one unit of the file's currency costs `rate` of `to`. */
  readonly convert?: { readonly to: string; readonly rate: number } | undefined;
  /** Length of the intervals; default: the usual distance of the rows, or each row's own distance where these vary. */
  readonly minutes?: number | undefined;
  /** Length of the intervals of the answer: 5 to 60, as duration-weighted means; default: as in the file. */
  readonly resampleMinutes?: number | undefined;
  /** What becomes of an interval of `resampleMinutes` that the file covers in part; default `error`. */
  readonly partialIntervals?: PartialIntervals | undefined;
  /** Default `error`. */
  readonly gaps?: GapPolicy | undefined;
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  readonly decimalComma?: boolean | undefined;
}

export interface SeriesInterval {
  /** Start of the interval, ISO-8601 in UTC. */
  readonly start: string;
  readonly minutes: number;
  readonly value: number;
  /** ISO 4217, of prices in another currency than USD: the planner, which reckons in USD, then refuses them. */
  readonly currency?: string;
}

export interface Series {
  /** Of the values: powers in `MW`, prices `per MWh`. */
  readonly unit: string;
  /** ISO 4217, of prices: as the heading or `options.currency` says. Absent where neither does. */
  readonly currency?: string;
  /**
   * In the order of time. The planner takes it as a curve, and the whole answer too, whose unit and currency it then
   * checks.
   */
  readonly values: readonly SeriesInterval[];
  readonly filled: readonly SeriesInterval[];
  readonly holes: readonly { readonly start: string; readonly minutes: number }[];
  readonly notices: readonly string[];
}

/**
 * One column of a table with stamps as a series of instants in UTC. Zone, stamp and unit are the caller's to say; a
 * heading that contradicts the unit is a fault, and so are holes, repeated rows and hours that the clock repeats,
 * unless a policy is given.
 *
 * @throws InputFileError listing the faults, with line, column and fix.
 * @example
 * readSeries(text, { value: "DA Price ($/kWh)", unit: "per kWh", stamp: { column: "Datetime (he)", layout: "M/d/yyyy
 * H:mm" }, stampIs: "end", timeZone: "-08:00" });
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
    { ...options, timeZone, stampsAreEnds, hasHourLabels, distanceMayVary: true },
    faults,
    notices,
  );
  const { resampleMinutes, partialIntervals } = options;
  const series =
    resampleMinutes === undefined ? whole : resampled(whole, resampleMinutes, faults, { partialIntervals, notices });
  faults.throwIfAny();
  const { currency, rate } = moneyOf(options, found);
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
    holes: holesIn(series),
    notices,
  };
}

/** Currency of the answer, and what its values are multiplied by. */
function moneyOf(
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
      if (named < numSought) return above.passOver(fields, line);
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
