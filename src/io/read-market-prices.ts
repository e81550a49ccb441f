import type { CsvOptions } from "./csv-rows.ts";
import { DateOrder } from "./date-order.ts";
import { FaultLog } from "./fault-log.ts";
import type { GapPolicy } from "./fill-holes.ts";
import { type MarketOptions, priceUnits } from "./markets/market.ts";
import { LEAST_SUSPECTED, SUSPECT_ALL_BELOW } from "./price-bounds.ts";
import { PriceSink } from "./price-sink.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { readPriceFile } from "./read-price-file.ts";
import { holesIn, intervalsOf, wholeSeries } from "./whole-series.ts";

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
  /** What `gaps` filled, and what the file's format leaves out as equal to the price before (ENTSO-E curves A03). */
  readonly filled: readonly PriceInterval[];
  /** Holes that `gaps: "keep"` left. */
  readonly holes: readonly { readonly start: string; readonly minutes: number }[];
  /** What the reader took as given that the file does not say. */
  readonly notices: readonly string[];
}

/**
 * The prices of one location in a market's file, as instants in UTC. The market is told by the headings.
 *
 * Nothing is filled, dropped or converted unless `options` says so; every fault of the file is reported with line,
 * column and fix.
 *
 * Memory beside the text (measured on 100 MB by `test/io/measure.ts`): a tenth of the text where one location of twenty
 * is kept; 7 times it where every row is, at 24 characters a row, most of that the prices returned.
 *
 * @throws InputFileError listing the faults.
 * @example
 * const prices = readMarketPrices(text, { location: "HB_HOUSTON" });
 * planPower({ ...site, assets: [{ kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: prices }] });
 */
export function readMarketPrices(text: string, options: ReadPricesOptions = {}): MarketPrices {
  checkText(text);
  checkReadOptions(options, priceUnits);
  const { sink, market, facts } = readInOrder(text, options);
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
    holes: holesIn(series),
    notices,
  };
}

/** The rows of the file, its dates in the order of day and month that the caller or the file itself says. */
function readInOrder(text: string, options: ReadPricesOptions) {
  const readAs = (dateOrder: DateOrder) => {
    const sink = new PriceSink(new FaultLog(), options, dateOrder);
    return { sink, ...readPriceFile(text, options, sink) };
  };
  const first = new DateOrder(options.dateOrder);
  const read = readAs(first);
  const { other } = first;
  if (other === undefined) {
    first.end(read.sink.faults, read.sink.notices);
    return read;
  }
  const again = readAs(new DateOrder(other));
  again.sink.notices.push(first.noticeOfOther(other));
  return again;
}

function suspectUnit(value: Float64Array, faults: FaultLog): void {
  if (value.some((price) => Math.abs(price) > SUSPECT_ALL_BELOW)) return;
  const given = value.filter((price) => !Number.isNaN(price) && price !== 0);
  if (given.length < LEAST_SUSPECTED) return;
  faults.add(
    { line: 0 },
    `${given.length} prices, all within ${SUSPECT_ALL_BELOW} per MWh`,
    "prices per MWh",
    "are they per kWh? read them by readSeries or say options.unit; if they are meant so, give " +
      "options.unitAsStated: true",
  );
}
