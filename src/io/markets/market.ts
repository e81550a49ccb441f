/**
 * The protocol of a market's file. Each market is one file with its headings, its stamps and its special cases. Shared
 * code identifies a market by its headings, never by its name.
 */
import type { DateOrderName } from "../date-order.ts";
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";

/** A heading as messages quote it, followed by alternatives that are accepted. */
export type HeadingNeed = readonly [shown: string, ...others: readonly (string | RegExp)[]];

export type PriceUnit = "per MWh" | "per kWh" | "cents per kWh";
export const priceUnits: readonly PriceUnit[] = ["per MWh", "per kWh", "cents per kWh"];

export interface Market {
  /** e.g. `ercot-day-ahead`; `options.market` names it. */
  readonly id: string;
  /** The headings as a message quotes them. */
  readonly headings: string;
  /** The required headings, each with its other spellings; a message names the ones that a file lacks. */
  readonly needs: readonly HeadingNeed[];
  /** The headings are words of any table, so a table with more columns than these is not near this market. */
  readonly isGeneral?: boolean;
  /** The published file has lines above its headings. */
  readonly hasTitle?: boolean;
  /** Zone of its local stamps. */
  readonly timeZone: string;
  /** ISO 4217 code. Undefined if the file states it (`FileReader.currency`). */
  readonly currency?: string;
  /** Stamps are the ends of intervals, as instants. */
  readonly stampsAreEnds?: boolean;
  /** Stamps are hour-ending labels minus an hour: in spring either of two labels is skipped (`row-instants.ts`). */
  readonly hasHourLabels?: boolean;
  /** Whether numbers have a decimal comma; "either": the first number decides. */
  readonly decimalComma?: boolean | "either";
  /** The headings state a unit, which the market reads. For other markets a heading per kWh is an error. */
  readonly statesUnit?: boolean;
  /**
   * Returns a reader of the rows below this header, or undefined if it belongs to another market. `rowsAbove`: the rows
   * above the header.
   */
  open?(
    header: Header,
    sink: PriceSink,
    options: MarketOptions,
    before: readonly (readonly string[])[],
  ): FileReader | undefined;
  /** Reads a whole JSON document that is not a table; undefined if it belongs to another market. */
  openJson?(document: unknown, sink: PriceSink, options: MarketOptions): FileFacts | undefined;
  /** Reads a file that is neither a table nor JSON. */
  openText?(text: string, sink: PriceSink, options: MarketOptions): FileFacts | undefined;
}

/** What a file states about itself. */
export interface FileFacts {
  readonly currency?: string | undefined;
  /** Zone of the stamps, if the file states it. */
  readonly timeZone?: string | undefined;
  readonly stampsAreEnds?: boolean;
}

export interface FileReader extends FileFacts {
  /** Minimum number of fields of a row. */
  readonly width: number;
  /** Whether a row is outside the table: a comment, a trailer, another table of the file. */
  isOutsideTable?(fields: readonly string[]): boolean;
  row(fields: readonly string[], line: number): void;
  /** Called after the last row. */
  end?(): void;
}

/** What the caller may state in addition to the text; the docstring of each market names what it needs. */
export interface MarketOptions {
  /** Which of several auctions or sequences, e.g. `1`. */
  readonly sequence?: string | undefined;
  /** Operating day `2026-04-12`, if only the file's name states it. */
  readonly date?: string | undefined;
  /** Heading of the price if a file has several, e.g. `total_lmp_rt`. */
  readonly price?: string | undefined;
  /** ISO 4217 code, if the file does not state it. */
  readonly currency?: string | undefined;
  /** Length of the intervals, if the file does not state it. */
  readonly minutes?: number | undefined;
  /** Unit of the prices, if the file does not state it. */
  readonly unit?: PriceUnit | undefined;
  /**
   * Whether day or month comes first in stamps such as 9/1/2022. Default: the market's own order, or the order that the
   * file shows.
   */
  readonly dateOrder?: DateOrderName | undefined;
}

/** A place in a row for messages. */
export function placeIn(
  header: Header,
  line: number,
  column: number,
): { line: number; column: number; heading: string | undefined } {
  return { line, column: column + 1, heading: header.names[column] };
}

/**
 * The text between the first bracket and the last, as `CET/CEST` in `MTU (CET/CEST)`; empty if there are no brackets.
 */
export function inBrackets(heading: string): string {
  return heading.slice(heading.indexOf("(") + 1, Math.max(heading.lastIndexOf(")"), 0));
}
