import { didYouMean } from "../catalogue/nearest-names.ts";
import { MS_PER_HOUR } from "../time/time-grid.ts";
import type { CsvOptions } from "./csv-rows.ts";
import { FaultLog, shown } from "./fault-log.ts";
import type { GapPolicy } from "./fill-holes.ts";
import { Header } from "./header.ts";
import { hourEndingOf } from "./hour-ending.ts";
import { instantOf } from "./instant-text.ts";
import { placeIn } from "./markets/market.ts";
import { numberOf, numberTextAdvice } from "./number-text.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { resampled } from "./resample.ts";
import { Clock, SeriesRows } from "./series-rows.ts";
import { seriesUnits, type SeriesUnit, unitsOfHeading } from "./series-unit.ts";
import { isLayout, stampFormat } from "./stamp-format.ts";
import { eachTableRow, type TableReader } from "./table-rows.ts";
import { holesIn, intervalsOf, wholeSeries } from "./whole-series.ts";

/** Where the stamp of a row stands. */
export type StampColumns =
  /** One column. `layout`: e.g. `M/d/yyyy H:mm` (one digit may stand for two); default: ISO-8601 with an offset. */
  | { readonly column: string; readonly layout?: string | undefined }
  /** A column of days (default layout `yyyy-MM-dd`) and one of hours ending, 1 to 24 on the zone's clock. */
  | { readonly dateColumn: string; readonly hourEndingColumn: string; readonly layout?: string | undefined };

export interface ReadSeriesOptions extends CsvOptions {
  /** Heading of the values. */
  readonly value: string;
  readonly unit: SeriesUnit;
  readonly stamp: StampColumns;
  /** What a stamp is of its interval. Hour-ending columns are ends already. */
  readonly stampIs?: "start" | "end" | undefined;
  /** IANA zone or fixed offset of stamps without one, e.g. `America/Chicago` or `-08:00`. */
  readonly timeZone?: string | undefined;
  /** Length of the intervals; default: the usual distance of the rows. */
  readonly minutes?: number | undefined;
  /** Length of the intervals of the answer: 5 to 60, as duration-weighted means; default: as in the file. */
  readonly resampleMinutes?: number | undefined;
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
}

export interface Series {
  /** Of the values: powers in `MW`, prices `per MWh`. */
  readonly unit: string;
  /** In the order of time. The planner takes it as a curve. */
  readonly values: readonly SeriesInterval[];
  readonly filled: readonly SeriesInterval[];
  readonly holes: readonly { readonly start: string; readonly minutes: number }[];
  readonly notices: readonly string[];
}

/**
 * One column of a table with stamps as a series of instants in UTC. Zone, stamp and unit are the caller's to say; a heading
 * that contradicts the unit is a fault, and so are holes, repeated rows and hours that the clock repeats, unless a policy
 * is given.
 *
 * @throws InputFileError listing the faults, with line, column and fix.
 * @example
 * readSeries(text, { value: "DA Price ($/kWh)", unit: "per kWh", stamp: { column: "Datetime (he)", layout: "M/d/yyyy H:mm" }, stampIs: "end", timeZone: "-08:00" });
 */
export function readSeries(text: string, options: ReadSeriesOptions): Series {
  checkText(text);
  checkReadOptions(options, Object.keys(seriesUnits));
  const faults = new FaultLog();
  const rows = readRows(text, options, faults);
  faults.throwIfAny();
  const notices: string[] = [];
  const timeZone = options.timeZone ?? "UTC";
  const stampsAreEnds = options.stampIs === "end" && "column" in options.stamp;
  const whole = wholeSeries(rows, { ...options, timeZone, stampsAreEnds }, faults, notices);
  const series = options.resampleMinutes === undefined ? whole : resampled(whole, options.resampleMinutes, faults);
  faults.throwIfAny();
  const interval = (start: string, minutes: number, value: number): SeriesInterval => ({ start, minutes, value });
  const values = intervalsOf(series, interval);
  const filledFrom = series === whole ? values : whole.filled.length === 0 ? [] : intervalsOf(whole, interval);
  return {
    unit: seriesUnits[options.unit].becomes,
    values,
    filled: whole.filled.map((i) => filledFrom[i]),
    holes: holesIn(whole),
    notices,
  };
}

function readRows(text: string, options: ReadSeriesOptions, faults: FaultLog): SeriesRows {
  const rows = new SeriesRows();
  eachTableRow(text, options, faults, (fields, line) => tableReader(new Header(fields), line, options, rows, faults) ?? "stop");
  if (rows.count === 0 && faults.isEmpty) faults.add({ line: 0 }, "no row of values", "headings and at least one row", "load the file again");
  return rows;
}

function tableReader(header: Header, line: number, options: ReadSeriesOptions, rows: SeriesRows, faults: FaultLog): TableReader | undefined {
  const { stamp, unit, timeZone, stampIs, decimalComma } = options;
  const column = (name: unknown): number => {
    if (typeof name !== "string") {
      faults.add({ line: 0 }, `a heading ${String(name)} in options`, "headings of the file", "name options.value and options.stamp");
      return -1;
    }
    const place = header.find(name);
    if (place < 0) faults.add({ line }, `no column ${shown(name)}`, `one of ${header.names.map(shown).join(", ")}`, didYouMean(name, header.names) ?? "choose one of these");
    return place;
  };
  const value = column(options.value);
  if (typeof stamp !== "object" || stamp === null) {
    faults.add({ line: 0 }, `options.stamp ${String(stamp)}`, '{ column: "heading" } or { dateColumn, hourEndingColumn }', "say where the stamps stand");
    return undefined;
  }
  const isHourEnding = "dateColumn" in stamp;
  const at = column(isHourEnding ? stamp.dateColumn : stamp.column);
  const hourAt = isHourEnding ? column(stamp.hourEndingColumn) : -1;
  const facts = seriesUnits[unit];
  if (!facts) faults.add({ line: 0 }, "no options.unit", `one of ${Object.keys(seriesUnits).join(", ")}`, "say the unit of the column");
  else if (value >= 0) {
    const named = unitsOfHeading(header.names[value]);
    if (named.length > 0 && !named.includes(unit)) faults.add(placeIn(header, line, value), `options.unit "${unit}"`, `the unit of the heading, ${named.join(" or ")}`, "correct options.unit or the heading");
  }
  const layout = stamp.layout ?? (isHourEnding ? "yyyy-MM-dd" : undefined);
  if (layout !== undefined && !(typeof layout === "string" && isLayout(layout))) faults.add({ line: 0 }, `options.stamp.layout ${shown(String(layout))}`, "a layout of year, month and day, e.g. M/d/yyyy H:mm or MM/dd/yyyy hh:mm a", "correct it");
  if (layout !== undefined && timeZone === undefined) faults.add({ line: 0 }, "no options.timeZone", "the zone of the stamps", 'say which clock they are on, e.g. "America/Chicago" or "-08:00"');
  if (!isHourEnding && stampIs !== "start" && stampIs !== "end") faults.add({ line: 0 }, stampIs === undefined ? "no options.stampIs" : `options.stampIs ${shown(String(stampIs))}`, '"start" or "end"', "say whether a stamp is the start or the end of its interval");
  if (!faults.isEmpty) return undefined;
  const readStamp = layout === undefined ? instantOf : stampFormat(layout);
  const [least, most] = facts.bounds ?? [-Infinity, Infinity];
  const row = (fields: readonly string[], rowLine: number): void => {
    const place = (where: number) => placeIn(header, rowLine, where);
    const ms = readStamp(fields[at] ?? "");
    const hour = isHourEnding ? hourEndingOf(fields[hourAt] ?? "") : 1;
    if (Number.isNaN(ms)) {
      faults.add(place(at), shown(fields[at]), layout === undefined ? "an ISO-8601 instant with its offset" : `a stamp like ${layout}`, "correct it, or say its layout by options.stamp.layout");
      return;
    }
    if (Number.isNaN(hour)) {
      faults.add(place(hourAt), shown(fields[hourAt]), "an hour ending from 1 to 24", "correct it");
      return;
    }
    const text = fields[value] ?? "";
    const number = text.trim() === "" ? Number.NaN : numberOf(text, decimalComma, facts.shift);
    if (Number.isNaN(number) && text.trim() !== "") faults.add(place(value), shown(text), "a number", numberTextAdvice(text, decimalComma));
    else if (number < least || number > most) {
      faults.add(place(value), `${number} ${facts.becomes}`, `a value from ${least} to ${most} ${facts.becomes}`, "check options.unit and the column");
    } else rows.add(ms + (hour - 1) * MS_PER_HOUR, layout === undefined ? Clock.utc : Clock.wall, isHourEnding ? 60 : Number.NaN, number, rowLine);
  };
  return { row };
}
