/**
 * Finds the columns of a series in a table: the values, the stamps, the unit of the headings, the layout of the stamps.
 */
import { didYouMean } from "../catalogue/nearest-names.ts";
import { type FaultLog, quoted } from "./fault-log.ts";
import { type Header, spellingOf } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { namesListed } from "./read-limits.ts";
import { agreesWithCurrency, currencyOfHeading } from "./price-heading.ts";
import { isPriceUnit, seriesUnits, type SeriesUnit, unitsOfHeading } from "./series-unit.ts";
import { isLayout } from "./stamp-format.ts";
import { shortJson, describeValue } from "./describe-value.ts";

/** The column or columns of the stamp. */
export type StampColumns =
  /**
   * One column. `layout`: e.g. `M/d/yyyy H:mm` or `yyyy-MM-dd HH:mm:ss.SSS` (a two-digit part may have one digit).
   * Default: ISO-8601 with an offset.
   */
  | { readonly column: string; readonly layout?: string | undefined }
  /**
   * A column of days (default layout `yyyy-MM-dd`) and one of hour-ending labels: 1 to 24 local time, with `02X` for
   * the second hour 02.
   */
  | { readonly dateColumn: string; readonly hourEndingColumn: string; readonly layout?: string | undefined };

/** What the caller states about the columns. */
export interface SeriesSource {
  readonly value: string;
  readonly unit: SeriesUnit;
  readonly stamp: StampColumns;
  readonly stampIs?: "start" | "end" | undefined;
  readonly timeZone?: string | undefined;
  readonly currency?: string | undefined;
}

export interface SeriesColumns {
  readonly value: number;
  /** Column of the stamp, or of the day if the hour has its own column. */
  readonly stamp: number;
  /** Column of the hour-ending label; -1 if there is none. */
  readonly hour: number;
  /** Undefined: ISO-8601 with an offset. */
  readonly layout: string | undefined;
}

/** Counts the columns named by the caller that these headings have. */
export function numColumnsNamed({ value, stamp }: SeriesSource, header: Header): number {
  return [value, ...stampHeadings(stamp)].filter((name) => typeof name === "string" && header.find(name) >= 0).length;
}

function stampHeadings(stamp: StampColumns | null | undefined): readonly unknown[] {
  if (typeof stamp !== "object" || stamp === null) return [];
  return "dateColumn" in stamp ? [stamp.dateColumn, stamp.hourEndingColumn] : [stamp.column];
}

/** Returns undefined, with a fault, if a column is missing or a required option is not given. */
export function seriesColumns(
  source: SeriesSource,
  header: Header,
  line: number,
  faults: FaultLog,
): SeriesColumns | undefined {
  const { stamp, unit, timeZone, stampIs } = source;
  const column = (name: unknown): number => {
    if (typeof name !== "string") {
      faults.add(
        { line: 0 },
        `a heading ${describeValue(name)} in options`,
        "headings of the file",
        "name options.value and options.stamp",
      );
      return -1;
    }
    const place = header.find(name);
    if (place < 0)
      faults.add(
        { line },
        `no column ${quoted(name)}`,
        `one of ${namesListed(header.names.map(quoted))}`,
        didYouMean(name, header.names) ?? "choose one of these",
      );
    const second = header.names.findIndex(
      (other, i) =>
        i > place &&
        spellingOf(other) === spellingOf(name) &&
        header.names[place].toLowerCase() === other.toLowerCase(),
    );
    if (place >= 0 && second >= 0)
      faults.add(
        placeIn(header, line, second),
        `a second column ${quoted(name)}`,
        "one column of this heading",
        "rename one of the two",
      );
    return place;
  };
  const value = column(source.value);
  if (typeof stamp !== "object" || stamp === null) {
    faults.add(
      { line: 0 },
      `options.stamp ${describeValue(stamp)}`,
      '{ column: "heading" } or { dateColumn, hourEndingColumn }',
      "name the columns of the stamps",
    );
    return undefined;
  }
  const isHourEnding = "dateColumn" in stamp;
  const at = column(isHourEnding ? stamp.dateColumn : stamp.column);
  const hour = isHourEnding ? column(stamp.hourEndingColumn) : -1;
  if (!Object.hasOwn(seriesUnits, unit ?? ""))
    faults.add(
      { line: 0 },
      "no options.unit",
      `one of ${Object.keys(seriesUnits).join(", ")}`,
      "state the unit of the column",
    );
  else if (value >= 0) checkUnit(source, header.names[value], placeIn(header, line, value), "heading", faults);
  const layout = stamp.layout ?? (isHourEnding ? "yyyy-MM-dd" : undefined);
  if (layout !== undefined && !(typeof layout === "string" && isLayout(layout))) {
    faults.add(
      { line: 0 },
      `options.stamp.layout ${shortJson(layout)}`,
      "a layout of year, month and day, e.g. M/d/yyyy H:mm or MM/dd/yyyy hh:mm a",
      "correct it",
    );
  }
  if (layout !== undefined && timeZone === undefined) {
    faults.add(
      { line: 0 },
      "no options.timeZone",
      "the zone of the stamps",
      'state their clock, e.g. "America/Chicago" or "-08:00"',
    );
  }
  // Rows can be read without it, so their faults are reported together with the missing option.
  const isReadable = faults.isEmpty;
  if (!isHourEnding && stampIs !== "start" && stampIs !== "end") {
    const given = stampIs === undefined ? "no options.stampIs" : `options.stampIs ${shortJson(stampIs)}`;
    faults.add({ line: 0 }, given, '"start" or "end"', "state whether a stamp is the start or the end of its interval");
  }
  return isReadable ? { value, stamp: at, hour, layout } : undefined;
}

/** Adds a fault if a text of the file (`what` names it) has another unit or currency than the caller states. */
export function checkUnit(
  { unit, currency }: SeriesSource,
  text: string,
  place: { readonly line: number; readonly column: number },
  what: string,
  faults: FaultLog,
): void {
  const named = unitsOfHeading(text);
  if (named.length > 0 && !named.includes(unit))
    faults.add(
      place,
      `options.unit "${unit}"`,
      `the unit of the ${what}, ${named.join(" or ")}`,
      `correct options.unit or the ${what}`,
    );
  if (isPriceUnit(unit) && currency !== undefined && !agreesWithCurrency(text, currency)) {
    faults.add(
      place,
      `options.currency ${quoted(currency)}`,
      `the currency of the ${what}, ${currencyOfHeading(text)}`,
      `correct options.currency or the ${what}`,
    );
  }
}
