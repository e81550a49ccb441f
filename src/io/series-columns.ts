/**
 * Where a series stands in a table: the columns of its values and stamps, the unit that their headings name, the layout
 * of the stamps.
 */
import { didYouMean } from "../catalogue/nearest-names.ts";
import { type FaultLog, shown } from "./fault-log.ts";
import { type Header, spellingOf } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { namesListed } from "./read-limits.ts";
import { agreesWithCurrency, currencyOfHeading } from "./price-heading.ts";
import { isPriceUnit, seriesUnits, type SeriesUnit, unitsOfHeading } from "./series-unit.ts";
import { isLayout } from "./stamp-format.ts";
import { said, valueWords } from "./value-words.ts";

/** Where the stamp of a row stands. */
export type StampColumns =
  /**
   * One column. `layout`: e.g. `M/d/yyyy H:mm` or `yyyy-MM-dd HH:mm:ss.SSS` (one digit may stand for two); default:
   * ISO-8601 with an offset.
   */
  | { readonly column: string; readonly layout?: string | undefined }
  /**
   * A column of days (default layout `yyyy-MM-dd`) and one of hours ending, 1 to 24 on the zone's clock, `02X` the
   * second of two.
   */
  | { readonly dateColumn: string; readonly hourEndingColumn: string; readonly layout?: string | undefined };

/** What the caller says of the columns. */
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
  /** Of the stamp, or of the day where the hour has a column of its own. */
  readonly stamp: number;
  /** Of the hour ending; -1 where there is none. */
  readonly hour: number;
  /** Undefined: ISO-8601 with an offset. */
  readonly layout: string | undefined;
}

/** How many of the columns that the caller names these headings have. */
export function numColumnsNamed({ value, stamp }: SeriesSource, header: Header): number {
  return [value, ...stampHeadings(stamp)].filter((name) => typeof name === "string" && header.find(name) >= 0).length;
}

function stampHeadings(stamp: StampColumns | null | undefined): readonly unknown[] {
  if (typeof stamp !== "object" || stamp === null) return [];
  return "dateColumn" in stamp ? [stamp.dateColumn, stamp.hourEndingColumn] : [stamp.column];
}

/** Undefined, with a fault, where a column is not there or the options do not say what they must. */
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
        `a heading ${valueWords(name)} in options`,
        "headings of the file",
        "name options.value and options.stamp",
      );
      return -1;
    }
    const place = header.find(name);
    if (place < 0)
      faults.add(
        { line },
        `no column ${shown(name)}`,
        `one of ${namesListed(header.names.map(shown))}`,
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
        `a second column ${shown(name)}`,
        "one column of this heading",
        "rename one of the two",
      );
    return place;
  };
  const value = column(source.value);
  if (typeof stamp !== "object" || stamp === null) {
    faults.add(
      { line: 0 },
      `options.stamp ${valueWords(stamp)}`,
      '{ column: "heading" } or { dateColumn, hourEndingColumn }',
      "say where the stamps stand",
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
      "say the unit of the column",
    );
  else if (value >= 0) checkUnit(source, header.names[value], placeIn(header, line, value), "heading", faults);
  const layout = stamp.layout ?? (isHourEnding ? "yyyy-MM-dd" : undefined);
  if (layout !== undefined && !(typeof layout === "string" && isLayout(layout))) {
    faults.add(
      { line: 0 },
      `options.stamp.layout ${said(layout)}`,
      "a layout of year, month and day, e.g. M/d/yyyy H:mm or MM/dd/yyyy hh:mm a",
      "correct it",
    );
  }
  if (layout !== undefined && timeZone === undefined) {
    faults.add(
      { line: 0 },
      "no options.timeZone",
      "the zone of the stamps",
      'say which clock they are on, e.g. "America/Chicago" or "-08:00"',
    );
  }
  // Rows can be read without it, so what is wrong in them is told together with its absence.
  const isReadable = faults.isEmpty;
  if (!isHourEnding && stampIs !== "start" && stampIs !== "end") {
    const given = stampIs === undefined ? "no options.stampIs" : `options.stampIs ${said(stampIs)}`;
    faults.add({ line: 0 }, given, '"start" or "end"', "say whether a stamp is the start or the end of its interval");
  }
  return isReadable ? { value, stamp: at, hour, layout } : undefined;
}

/** A fault where a text of the file (`what` it is) names another unit or currency than the caller. */
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
      `options.currency ${shown(currency)}`,
      `the currency of the ${what}, ${currencyOfHeading(text)}`,
      `correct options.currency or the ${what}`,
    );
  }
}
