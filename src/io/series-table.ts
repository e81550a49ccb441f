/** Reads the rows of one column of a table with time stamps, in the order of the file. */
import type { FaultLog } from "./fault-log.ts";
import { quoted } from "./fault-log.ts";
import type { Header } from "./header.ts";
import { parseHourLabel } from "./hour-ending.ts";
import { parseInstant } from "./instant-text.ts";
import { placeIn } from "./markets/market.ts";
import { parseNumber, numberFix } from "./number-text.ts";
import { currencyOfHeading } from "./price-heading.ts";
import { checkUnit, type SeriesColumns, type SeriesSource } from "./series-columns.ts";
import { Clock, type SeriesRows } from "./series-rows.ts";
import { seriesUnits, unitsOfHeading } from "./series-unit.ts";
import { stampParser, usualLayoutsOf } from "./stamp-format.ts";
import type { TableReader } from "./table-rows.ts";
import { MS_PER_HOUR } from "../time/time-grid.ts";

export interface SeriesTableOptions extends SeriesSource {
  readonly decimalComma?: boolean | undefined;
}

/** What the rows of a table say, in addition to their values. */
export interface SeriesFound {
  readonly rows: SeriesRows;
  readonly faults: FaultLog;
  readonly notices: string[];
  /** Currency of prices, from the heading or the row of units. */
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
  const readStamp = columns.layout === undefined ? parseInstant : stampParser(columns.layout);
  const [least, most] = facts.bounds ?? [-Infinity, Infinity];
  let isFirst = true;
  let layoutFix: string | undefined;
  found.currency = currencyOfHeading(header.names[columns.value]);

  /** A row of units below the headings has no values; its unit and currency must agree with the options. */
  const isUnits = (fields: readonly string[], line: number): boolean => {
    const isStamped = !Number.isNaN(readStamp(fields[columns.stamp] ?? ""));
    const hasNumber = fields.some((field) => !Number.isNaN(parseNumber(field, decimalComma)));
    const isHeadings = fields.some((field, i) => field.trim() !== "" && field.trim() === header.names[i]);
    if (isStamped || hasNumber || isHeadings || !fields.some((field) => unitsOfHeading(field).length > 0)) return false;
    const own = fields[columns.value] ?? "";
    checkUnit(options, own, placeIn(header, line, columns.value), "row of units", faults);
    found.currency ??= currencyOfHeading(own);
    found.notices.push(`Line ${line} is read as a row of units: ${quoted(fields.join(","))}.`);
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
        quoted(fields[columns.stamp]),
        columns.layout === undefined ? "an ISO-8601 instant with its offset" : `a stamp like ${columns.layout}`,
        layoutFix,
      );
      return;
    }
    const label = isHourEnding ? parseHourLabel(fields[columns.hour] ?? "") : undefined;
    if (label && Number.isNaN(label.hour)) {
      faults.add(place(columns.hour), quoted(fields[columns.hour]), "an hour ending from 1 to 24", "correct it");
      return;
    }
    const text = fields[columns.value] ?? "";
    const isBlank = text.trim() === "";
    const number = isBlank ? Number.NaN : parseNumber(text, decimalComma, facts.shift);
    if (Number.isNaN(number) && !isBlank)
      faults.add(place(columns.value), quoted(text), "a number", numberFix(text, decimalComma));
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

  const rejoin = (fields: readonly string[]) =>
    decimalComma && separator === "," ? joinedDecimals(fields, header.width, columns.value) : undefined;
  return { headerWidth: header.width, numBlankHeadings: header.names.length - header.width, rejoin, row };
}

/**
 * Rejoins decimal commas in a comma-separated table, where `30,3` under one heading became two fields. This is done
 * only if there is one way to do it: in the last column, or if every number of the row is split.
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

/** The fix for a stamp that cannot be read: the layouts that fit it, two if day and month can be exchanged. */
function layoutAdvice(text: string, layout: string | undefined): string {
  const usual = usualLayoutsOf(text).filter((name) => name !== layout);
  if (usual.length === 0) return "correct it, or state its layout with options.stamp.layout";
  return (
    "state its layout with options.stamp.layout: " +
    `${usual.map(quoted).join(" or ")}${layout === undefined ? ", with options.timeZone" : ""}, or correct it`
  );
}
