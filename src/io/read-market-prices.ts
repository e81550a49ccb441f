import { didYouMean } from "../catalogue/nearest-names.ts";
import { type CsvOptions, eachCsvRow, isWhole } from "./csv-rows.ts";
import { FaultLog, shown } from "./fault-log.ts";
import { fillHoles, type GapPolicy } from "./fill-holes.ts";
import { Header } from "./header.ts";
import type { FileReader, Market, MarketOptions } from "./markets/market.ts";
import { markets } from "./markets/index.ts";
import { orderedSeries } from "./ordered-series.ts";
import { SUSPECT_ALL_BELOW } from "./price-bounds.ts";
import { PriceSink } from "./price-sink.ts";
import { checkReadOptions } from "./read-options.ts";
import { zoneClock } from "./zone-clock.ts";

/** Rows looked at for the headings: MISO has four lines before them, ISO-NE five. */
const ROWS_BEFORE_HEADER = 12;

export interface ReadPricesOptions extends MarketOptions, CsvOptions {
  /** e.g. `ercot-day-ahead`; default: found by the headings. */
  readonly market?: string | undefined;
  /** Exactly as in the file, e.g. `HB_HOUSTON`; needed where the file has several. */
  readonly location?: string | undefined;
  /** What to do about holes and blanks; default `error`. */
  readonly gaps?: GapPolicy | undefined;
  /** Length of the intervals where the file does not say it; default: the usual distance of its rows. */
  readonly minutes?: number | undefined;
  /** Which of the two an hour is that should occur twice in autumn and does not; default: a fault. */
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  /** Prices become `rate` times what they were: one unit of the file's currency costs `rate` of `to`. */
  readonly convert?: { readonly to: string; readonly rate: number } | undefined;
  /** True: a file whose prices are all within 1 per MWh is meant so, and not per kWh. */
  readonly unitAsStated?: boolean | undefined;
}

export interface PriceInterval {
  /** Start of the interval, ISO-8601 in UTC. */
  readonly start: string;
  readonly minutes: number;
  readonly perMwh: number;
}

export interface MarketPrices {
  readonly market: string;
  /** As in the file; empty where it names none. */
  readonly location: string;
  /** ISO 4217, of `perMwh`. */
  readonly currency: string;
  /** In the order of time. The planner takes it wherever it wants a price in that currency. */
  readonly prices: readonly PriceInterval[];
  /** What `gaps` filled. */
  readonly filled: readonly PriceInterval[];
  /** Holes that `gaps: "keep"` left. */
  readonly holes: readonly { readonly start: string; readonly minutes: number }[];
  /** What the reader took as given that the file does not say. */
  readonly notices: readonly string[];
}

/**
 * The prices of one location in a market's file, as instants in UTC. The market is told by the headings.
 *
 * Nothing is filled, dropped or converted unless `options` says so; every fault of the file is reported with line, column
 * and fix.
 *
 * @throws InputFileError listing the faults.
 * @example
 * const { prices } = readMarketPrices(text, { location: "HB_HOUSTON" });
 * planPower({ ...site, assets: [{ kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: prices }] });
 */
export function readMarketPrices(text: string, options: ReadPricesOptions = {}): MarketPrices {
  checkReadOptions(options);
  const faults = new FaultLog();
  const sink = new PriceSink(faults, options);
  const { market, reader } = readRows(text, options, sink);
  const location = sink.location();
  faults.throwIfAny();
  const timeZone = reader.timeZone ?? market.timeZone;
  const notices: string[] = [];
  const stampsAreEnds = reader.stampsAreEnds ?? market.stampsAreEnds ?? false;
  const ordered = orderedSeries(sink.rows, { ...options, clock: zoneClock(timeZone), timeZone, stampsAreEnds }, faults, notices);
  faults.throwIfAny();
  if (!ordered) throw new Error("a series without faults");
  if (!options.unitAsStated) suspectUnit(ordered.value, faults);
  const series = fillHoles(ordered, options.gaps ?? "error", faults);
  faults.throwIfAny();
  const { currency: from = "" } = { currency: reader.currency ?? market.currency };
  const { to, rate } = options.convert ?? { to: from, rate: 1 };
  const prices = Array.from(series.startMs, (ms, i): PriceInterval => ({ start: new Date(ms).toISOString(), minutes: series.minutes[i], perMwh: series.value[i] * rate }));
  return {
    market: market.id,
    location,
    currency: to,
    prices,
    filled: series.filled.map((i) => prices[i]),
    holes: series.holes.map(({ startMs, minutes }) => ({ start: new Date(startMs).toISOString(), minutes })),
    notices,
  };
}

function readRows(text: string, options: ReadPricesOptions, sink: PriceSink): { readonly market: Market; readonly reader: FileReader } {
  const { faults } = sink;
  const tried = options.market === undefined ? markets : markets.filter(({ id }) => id === options.market);
  if (tried.length === 0) {
    const ids = markets.map(({ id }) => id);
    faults.add({ line: 0 }, `options.market ${shown(options.market)}`, `one of ${ids.join(", ")}`, didYouMean(options.market ?? "", ids) ?? "leave it out: the headings tell the market");
    faults.throwIfAny();
  }
  let found: { readonly market: Market; readonly reader: FileReader; readonly headerWidth: number } | undefined;
  let width: number | undefined;
  let first: string | undefined;
  let numBefore = 0;
  eachCsvRow(text, options, faults, (fields, line) => {
    if (found) {
      width ??= Math.min(Math.max(fields.length, found.reader.width), found.headerWidth);
      if (isWhole(fields, width, line, faults)) found.reader.row(fields, line);
      return true;
    }
    first ??= fields.join(",");
    const header = new Header(fields);
    for (const market of tried) {
      const reader = market.open(header, sink, options);
      if (!reader) continue;
      found = { market, reader, headerWidth: header.width };
      sink.decimalComma = market.decimalComma ?? false;
      break;
    }
    return ++numBefore < ROWS_BEFORE_HEADER || found !== undefined;
  });
  if (!found) {
    faults.add({ line: 1 }, shown(first ?? ""), `the headings of ${tried.map(({ id, headings }) => `${id} (${headings})`).join("; ")}`, "give a file with its headings, or read a table of another layout by readSeries");
    faults.throwIfAny();
    throw new Error("a fault was added");
  }
  if (sink.rows.count === 0 && faults.isEmpty && options.location === undefined) faults.add({ line: 0 }, "no row of prices", "at least one", "load the file again");
  return found;
}

function suspectUnit(value: Float64Array, faults: FaultLog): void {
  const given = value.filter((price) => !Number.isNaN(price) && price !== 0);
  if (given.length === 0 || given.some((price) => Math.abs(price) > SUSPECT_ALL_BELOW)) return;
  faults.add({ line: 0 }, `${given.length} prices, all within ${SUSPECT_ALL_BELOW} per MWh`, "prices per MWh", "are they per kWh? read them by readSeries or say options.unit; if they are meant so, give options.unitAsStated: true");
}
