/**
 * The protocol of a market's file. A market is one file with its headings, its stamps and its traps; shared code finds it
 * by its headings and never by its name.
 */
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";

export interface Market {
  /** e.g. `ercot-day-ahead`; `options.market` names it. */
  readonly id: string;
  /** What a message says of its headings. */
  readonly headings: string;
  /** Zone of its wall-clock stamps. */
  readonly timeZone: string;
  /** ISO 4217. Undefined: the file says it (`FileReader.currency`). */
  readonly currency?: string;
  /** Stamps are the ends of intervals, as instants. */
  readonly stampsAreEnds?: boolean;
  /** Numbers are written with a decimal comma. */
  readonly decimalComma?: boolean;
  /** A reader of the rows below this header; undefined where it is another market's. */
  open(header: Header, sink: PriceSink, options: MarketOptions): FileReader | undefined;
}

export interface FileReader {
  readonly currency?: string | undefined;
  /** Zone of the stamps, where the file says it. */
  readonly timeZone?: string | undefined;
  readonly stampsAreEnds?: boolean;
  /** Fields that a row needs at least. */
  readonly width: number;
  row(fields: readonly string[], line: number): void;
}

/** What a caller may say beside the text; each market names in its docstring what it needs. */
export interface MarketOptions {
  /** Which of several auctions or sequences, e.g. `1`. */
  readonly sequence?: string | undefined;
  /** Operating day `2026-04-12`, where only the file's name has it. */
  readonly date?: string | undefined;
  /** ISO 4217, where the file does not say it. */
  readonly currency?: string | undefined;
  /** Where the file does not say it. */
  readonly unit?: "per MWh" | "per kWh" | undefined;
}

/** A place in a row for messages. */
export function placeIn(header: Header, line: number, column: number): { line: number; column: number; heading: string | undefined } {
  return { line, column: column + 1, heading: header.names[column] };
}
