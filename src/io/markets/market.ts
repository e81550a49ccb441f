/**
 * The protocol of a market's file. A market is one file with its headings, its stamps and its traps; shared code finds
 * it by its headings and never by its name.
 */
import type { DateOrderName } from "../date-order.ts";
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";

/** A heading as messages show it, then other ones that do for it. */
export type HeadingNeed = readonly [shown: string, ...others: readonly (string | RegExp)[]];

export type PriceUnit = "per MWh" | "per kWh" | "cents per kWh";
export const priceUnits: readonly PriceUnit[] = ["per MWh", "per kWh", "cents per kWh"];

export interface Market {
  /** e.g. `ercot-day-ahead`; `options.market` names it. */
  readonly id: string;
  /** What a message says of its headings. */
  readonly headings: string;
  /** The headings it cannot do without, each with its other spellings; a message names those that a file lacks. */
  readonly needs: readonly HeadingNeed[];
  /** Its headings are words of any table, so it is near none that has more columns than it. */
  readonly isGeneral?: boolean;
  /** Lines stand above its headings as published. */
  readonly hasTitle?: boolean;
  /** Zone of its wall-clock stamps. */
  readonly timeZone: string;
  /** ISO 4217. Undefined: the file says it (`FileReader.currency`). */
  readonly currency?: string;
  /** Stamps are the ends of intervals, as instants. */
  readonly stampsAreEnds?: boolean;
  /** Stamps are hours ending less an hour: in spring either of two labels is skipped (`row-instants.ts`). */
  readonly hasHourLabels?: boolean;
  /** Numbers are written with a decimal comma; "either": as the first shows. */
  readonly decimalComma?: boolean | "either";
  /** Its headings say a unit, which it reads; of any other market's file a heading per kWh is a fault. */
  readonly saysUnit?: boolean;
  /** A reader of the rows below this header; undefined where it is another market's. `before`: the rows above it. */
  open?(
    header: Header,
    sink: PriceSink,
    options: MarketOptions,
    before: readonly (readonly string[])[],
  ): FileReader | undefined;
  /** The same of a JSON document that is no table; undefined where it is another market's. Reads it whole. */
  openJson?(document: unknown, sink: PriceSink, options: MarketOptions): FileFacts | undefined;
  /** The same of a file that is neither table nor JSON. */
  openText?(text: string, sink: PriceSink, options: MarketOptions): FileFacts | undefined;
}

/** What a file says of itself. */
export interface FileFacts {
  readonly currency?: string | undefined;
  /** Zone of the stamps, where the file says it. */
  readonly timeZone?: string | undefined;
  readonly stampsAreEnds?: boolean;
}

export interface FileReader extends FileFacts {
  /** Fields that a row needs at least. */
  readonly width: number;
  /** Whether a row is none of the table: a comment, a trailer, another table of the file. */
  isOther?(fields: readonly string[]): boolean;
  row(fields: readonly string[], line: number): void;
  /** After the last row. */
  end?(): void;
}

/** What a caller may say beside the text; each market names in its docstring what it needs. */
export interface MarketOptions {
  /** Which of several auctions or sequences, e.g. `1`. */
  readonly sequence?: string | undefined;
  /** Operating day `2026-04-12`, where only the file's name has it. */
  readonly date?: string | undefined;
  /** Heading of the price, where a file has several, e.g. `total_lmp_rt`. */
  readonly price?: string | undefined;
  /** ISO 4217, where the file does not say it. */
  readonly currency?: string | undefined;
  /** Length of the intervals where the file does not say it. */
  readonly minutes?: number | undefined;
  /** Where the file does not say it. */
  readonly unit?: PriceUnit | undefined;
  /**
   * Whether day or month stands first in stamps such as 9/1/2022; default: as the market writes them, or as the file
   * shows.
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
 * What stands between the first bracket and the last, as `CET/CEST` of `MTU (CET/CEST)`; empty where there are none.
 */
export function inBrackets(heading: string): string {
  return heading.slice(heading.indexOf("(") + 1, Math.max(heading.lastIndexOf(")"), 0));
}
