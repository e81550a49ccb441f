/**
 * AEMO's clock: a stamp is the END of its period, in Eastern Standard Time (UTC+10) all year. Trading periods are 30
 * minutes up to the one that ends at 2021-10-01 00:00, and five minutes after it.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from "../../time/time-grid.ts";
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";
import { StampColumn } from "../stamp-column.ts";

const AHEAD_OF_UTC_MS = 10 * MS_PER_HOUR;
const LAST_HALF_HOUR_ENDS_MS = Date.UTC(2021, 9, 1);

/**
 * NB: AEMO publishes slashes with the year first. A spreadsheet that saves the file again writes day and month in the
 * order of its country.
 */
const LAYOUTS = [
  "yyyy/MM/dd HH:mm:ss",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy/MM/dd HH:mm",
  "yyyy-MM-dd HH:mm",
  "dd/MM/yyyy HH:mm:ss",
  "MM/dd/yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "MM/dd/yyyy HH:mm",
  "dd/MM/yy HH:mm",
  "MM/dd/yy HH:mm",
  "MM/dd/yyyy h:mm:ss a",
  "dd/MM/yyyy h:mm:ss a",
];

export function settlementDate(header: Header, at: number, { faults, dateOrder }: PriceSink): StampColumn {
  return new StampColumn(header, at, LAYOUTS, "a time like 2024/01/01 00:05:00", faults, dateOrder);
}

/** Minutes of the trading period that ends at this local time. */
export function tradingMinutes(wallEndMs: number): number {
  return wallEndMs <= LAST_HALF_HOUR_ENDS_MS ? 30 : 5;
}

/** UTC milliseconds of the start of a period. */
export function aemoStartMs(wallEndMs: number, minutes: number): number {
  return wallEndMs - AHEAD_OF_UTC_MS - minutes * MS_PER_MINUTE;
}
