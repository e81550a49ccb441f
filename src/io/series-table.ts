/** The rows of one column of a table with stamps, as they stand in the file. */
import type { FaultLog } from "./fault-log.ts";
import { shown } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { hourLabelOf } from "./hour-ending.ts";
import { instantOf } from "./instant-text.ts";
import { placeIn } from "./markets/market.ts";
import { numberOf, numberTextAdvice } from "./number-text.ts";
import { currencyOfHeading } from "./price-heading.ts";
import { checkUnit, type SeriesColumns, type SeriesSource } from "./series-columns.ts";
import { Clock, type SeriesRows } from "./series-rows.ts";
import { seriesUnits, unitsOfHeading } from "./series-unit.ts";
import { stampFormat, usualLayoutsOf } from "./stamp-format.ts";
import type { TableReader } from "./table-rows.ts";
import { MS_PER_HOUR } from "../time/time-grid.ts";

export interface SeriesTableOptions extends SeriesSource {
  readonly decimalComma?: boolean | undefined;
}

/** What the rows of a table say beside their values. */
export interface SeriesFound {
  readonly rows: SeriesRows;
  readonly faults: FaultLog;
  readonly notices: string[];
  /** Of prices, as heading or units row name it. */
  currency: string | undefined;
}

export function seriesTable(
  header: Header,
  separator: string,
  columns: SeriesColumns,
  options: SeriesTableOptions,
  found: SeriesFound,
): TableReader {
  const { unit, decimalComma } = options;
  const { rows, faults } = found;
  const facts = seriesUnits[unit];
  const isHourEnding = columns.hour >= 0;
  const readStamp = columns.layout === undefined ? instantOf : stampFormat(columns.layout);
  const [least, most] = facts.bounds ?? [-Infinity, Infinity];
  let isFirst = true;
  let layoutFix: string | undefined;
  found.currency = currencyOfHeading(header.names[columns.value]);

  /** A row of units below the headings is no row of values; what it says of the column is held against the options. */
  const isUnits = (fields: readonly string[], line: number): boolean => {
    const isStamped = !Number.isNaN(readStamp(fields[columns.stamp] ?? ""));
    const hasNumber = fields.some((field) => !Number.isNaN(numberOf(field, decimalComma)));
    const isHeadings = fields.some((field, i) => field.trim() !== "" && field.trim() === header.names[i]);
    if (isStamped || hasNumber || isHeadings || !fields.some((field) => unitsOfHeading(field).length > 0)) return false;
    const own = fields[columns.value] ?? "";
    checkUnit(options, own, placeIn(header, line, columns.value), "row of units", faults);
    found.currency ??= currencyOfHeading(own);
    found.notices.push(`Line ${line} is read as a row of units: ${shown(fields.join(","))}.`);
    return true;
  };

  const row = (fields: readonly string[], line: number): void => {
    const place = (at: number) => placeIn(header, line, at);
    if (isFirst && isUnits(fields, line)) {
      isFirst = false;
      return;
    }
    isFirst = false;
    const stampText = fields[columns.stamp] ?? "";
    const ms = readStamp(stampText);
    if (Number.isNaN(ms)) {
      layoutFix ??= layoutAdvice(stampText, columns.layout);
      faults.add(
        place(columns.stamp),
        shown(fields[columns.stamp]),
        columns.layout === undefined ? "an ISO-8601 instant with its offset" : `a stamp like ${columns.layout}`,
        layoutFix,
      );
      return;
    }
    const label = isHourEnding ? hourLabelOf(fields[columns.hour] ?? "") : undefined;
    if (label && Number.isNaN(label.hour)) {
      faults.add(place(columns.hour), shown(fields[columns.hour]), "an hour ending from 1 to 24", "correct it");
      return;
    }
    const text = fields[columns.value] ?? "";
    const isBlank = text.trim() === "";
    const number = isBlank ? Number.NaN : numberOf(text, decimalComma, facts.shift);
    if (Number.isNaN(number) && !isBlank)
      faults.add(place(columns.value), shown(text), "a number", numberTextAdvice(text, decimalComma));
    else if (number < least || number > most) {
      faults.add(
        place(columns.value),
        `${number} ${facts.becomes}`,
        `a value from ${least} to ${most} ${facts.becomes}`,
        "check options.unit and the column",
      );
    } else if (label)
      rows.add(ms + (label.hour - 1) * MS_PER_HOUR, label.isSecond ? Clock.wallSecond : Clock.wall, 60, number, line);
    else rows.add(ms, columns.layout === undefined ? Clock.utc : Clock.wall, Number.NaN, number, line);
  };

  const mended = (fields: readonly string[]) =>
    decimalComma && separator === "," ? joinedDecimals(fields, header.width, columns.value) : undefined;
  return { headerWidth: header.width, numBlankHeadings: header.names.length - header.width, mended, row };
}

/**
 * Decimal commas in a table of commas: `30,3` under one heading is two fields. They are joined where there is one way
 * to do so: in the last column, or where every number of the row is parted.
 */
function joinedDecimals(fields: readonly string[], width: number, value: number): readonly string[] | undefined {
  const isPart = (at: number) => /^\s*[+-]?\d+\s*$/.test(fields[at] ?? "") && /^\d+\s*$/.test(fields[at + 1] ?? "");
  const joined = (at: number) => `${fields[at]},${fields[at + 1]}`;
  if (value === width - 1 && fields.length === width + 1 && isPart(value))
    return [...fields.slice(0, value), joined(value)];
  const numParted = fields.length - width;
  const first = width - numParted;
  if (value < first || first < 1) return undefined;
  const places = Array.from({ length: numParted }, (_, k) => first + 2 * k);
  return places.every(isPart) ? [...fields.slice(0, first), ...places.map(joined)] : undefined;
}

/**
 * What to do about a stamp that cannot be read: the layouts that read it, two where day and month may be either way
 * round.
 */
function layoutAdvice(text: string, layout: string | undefined): string {
  const usual = usualLayoutsOf(text).filter((name) => name !== layout);
  if (usual.length === 0) return "correct it, or say its layout by options.stamp.layout";
  return (
    "say its layout by options.stamp.layout: " +
    `${usual.map(shown).join(" or ")}${layout === undefined ? ", with options.timeZone" : ""}, or correct it`
  );
}
