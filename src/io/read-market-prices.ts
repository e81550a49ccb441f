import type { CsvOptions } from "./csv-rows.ts";
import { DateOrder } from "./date-order.ts";
import { FaultLog } from "./fault-log.ts";
import type { GapPolicy } from "./fill-gaps.ts";
import { type MarketOptions, priceUnits } from "./markets/market.ts";
import { MIN_SUSPECTED, SUSPECT_ALL_BELOW } from "./price-bounds.ts";
import { PriceSink } from "./price-sink.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { readPriceFile } from "./read-price-file.ts";
import { listedGaps, intervalsOf, wholeSeries } from "./whole-series.ts";

export interface ReadPricesOptions extends MarketOptions, CsvOptions {
  /** The market, e.g. `ercot-day-ahead`. Default: detected from the headings. */
  readonly market?: string | undefined;
  /** The location exactly as in the file, e.g. `HB_HOUSTON`. Required if the file has several. */
  readonly location?: string | undefined;
  /** How to treat gaps and blanks. Default `error`. */
  readonly gaps?: GapPolicy | undefined;
  /** Length of the intervals, if the file does not state it. Default: the usual spacing of its rows. */
  readonly minutes?: number | undefined;
  /** In autumn one hour occurs twice. If the file has only one of them, this says which one. Default: an error. */
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  /** Converts the currency: one unit of the file's currency costs `rate` units of `to`. */
  readonly convert?: { readonly to: string; readonly rate: number } | undefined;
  /** True: prices that are all within 1 per MWh are correct, and not per kWh. */
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
  /** The location as in the file; empty if the file names none. */
  readonly location: string;
  /** ISO 4217 code of `perMwh`. */
  readonly currency: string;
  /** Sorted by time. The planner accepts this list, or the whole result, wherever it needs a price in that currency. */
  readonly prices: readonly PriceInterval[];
  /**
   * Intervals that `gaps` filled, and prices that the file format omits because they equal the price before (ENTSO-E
   * curves A03).
   */
  readonly filled: readonly PriceInterval[];
  /** Gaps that `gaps: "omit"` left open. */
  readonly gaps: readonly { readonly start: string; readonly minutes: number }[];
  /** What the reader assumed because the file does not say it. */
  readonly notices: readonly string[];
}

/**
 * Reads the prices of one location from a market's file, as intervals with UTC instants. The headings identify the
 * market.
 *
 * Nothing is filled, dropped or converted unless `options` requests it. Every error of the file is reported with line,
 * column and fix.
 *
 * Memory in addition to the text (measured on 100 MB by `test/io/measure.ts`): a tenth of the text if one location of
 * twenty is selected; 7 times the text if every row is, at 24 characters a row. Most of that is the returned prices.
 *
 * @throws InputFileError listing the errors.
 * @example const prices = readMarketPrices(text, { location: "HB_HOUSTON" }); planPower({ ...site, assets: [{ kind:
 * "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: prices }] });
 */
export function readMarketPrices(text: string, options: ReadPricesOptions = {}): MarketPrices {
  checkText(text);
  checkReadOptions(options, priceUnits);
  const { sink, market, facts } = readWithDateOrder(text, options);
  const { faults } = sink;
  const location = sink.location();
  faults.throwIfAny();
  const timeZone = facts.timeZone ?? market.timeZone;
  const stampsAreEnds = facts.stampsAreEnds ?? market.stampsAreEnds ?? false;
  const notices = sink.allNotices();
  const series = wholeSeries(
    sink.rows,
    { ...options, timeZone, stampsAreEnds, hasHourLabels: market.hasHourLabels },
    faults,
    notices,
    ({ value }) => !options.unitAsStated && suspectUnit(value, faults),
  );
  const from = facts.currency ?? market.currency ?? "";
  const { to, rate } = options.convert ?? { to: from, rate: 1 };
  const prices = intervalsOf(series, (start, minutes, value): PriceInterval => ({
    start,
    minutes,
    perMwh: value * rate,
  }));
  const isFilled = new Set(series.filled);
  const { repeated } = sink;
  return {
    market: market.id,
    location,
    currency: to,
    prices,
    filled:
      isFilled.size + repeated.size === 0
        ? []
        : prices.filter((_, i) => isFilled.has(i) || repeated.has(series.startMs[i])),
    gaps: listedGaps(series),
    notices,
  };
}

/** Reads the file once in the assumed order of day and month, and again if its dates show the other order. */
function readWithDateOrder(text: string, options: ReadPricesOptions) {
  const readAs = (dateOrder: DateOrder) => {
    const sink = new PriceSink(new FaultLog(), options, dateOrder);
    return { sink, ...readPriceFile(text, options, sink) };
  };
  const first = new DateOrder(options.dateOrder);
  const read = readAs(first);
  const { rereadOrder } = first;
  if (rereadOrder === undefined) {
    first.report(read.sink.faults, read.sink.notices);
    return read;
  }
  const again = readAs(new DateOrder(rereadOrder));
  again.sink.notices.push(first.rereadNotice(rereadOrder));
  return again;
}

function suspectUnit(value: Float64Array, faults: FaultLog): void {
  if (value.some((price) => Math.abs(price) > SUSPECT_ALL_BELOW)) return;
  const given = value.filter((price) => !Number.isNaN(price) && price !== 0);
  if (given.length < MIN_SUSPECTED) return;
  faults.add(
    { line: 0 },
    `${given.length} prices, all within ${SUSPECT_ALL_BELOW} per MWh`,
    "prices per MWh",
    "if they are per kWh, set options.unit or read them with readSeries; if they are correct, set " +
      "options.unitAsStated: true",
  );
}
