/**
 * energy-charts.info of Fraunhofer ISE, as its charts are saved: stamps with their offset (the start of the interval),
 * a row of units below the headings that says which columns are prices, of which `options.location` chooses one where
 * there are several (`DE-LU` of `Day Ahead Auction (DE-LU)`, or the whole heading). Also the answer of its interface,
 * JSON of `unix_seconds` and `price`.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import type { Place } from "../fault-log.ts";
import type { Header } from "../header.ts";
import { instantOf } from "../instant-text.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";
import { type AreaColumn, keptColumn } from "./area-columns.ts";
import { type FileFacts, type Market, placeIn } from "./market.ts";

const STAMP = /^(?:Date|Datum) \((?:GMT|UTC)[^)]*\)$/i;
const PRICE_UNIT = /(?:€|([A-Z]{3})) ?\/ ?MWh/;
/** Headings of prices in a file whose row of units was taken out. */
const AUCTION = /auction|intraday|day.?ahead|auktion/i;

export const energyCharts: Market = {
  id: "energy-charts",
  headings: "Date (GMT+1), Day Ahead Auction (DE-LU), and below them a row of units",
  needs: [
    ["Date (GMT+1)", STAMP],
    ["Day Ahead Auction (DE-LU)", AUCTION],
  ],
  timeZone: "UTC",

  open(header, sink) {
    const stamp = header.findLike(STAMP);
    if (stamp < 0 || header.findLike(AUCTION) < 0) return undefined;
    let kept: AreaColumn | undefined;
    let isUnitsRow = false;
    const facts = {
      currency: "EUR",
      width: header.width,
      row(fields: readonly string[], line: number) {
        if (!kept) {
          isUnitsRow = fields[stamp].trim() === "" && fields.some((field) => PRICE_UNIT.test(field));
          kept = keptPrice(header, isUnitsRow ? fields : undefined, sink, line);
          const unit = PRICE_UNIT.exec(fields[kept.column]);
          if (isUnitsRow && unit?.[1] !== undefined) facts.currency = unit[1];
          if (isUnitsRow) return;
        }
        const ms = instantOf(fields[stamp]);
        if (Number.isNaN(ms))
          sink.badStamp(
            placeIn(header, line, stamp),
            fields[stamp],
            "an instant with its offset, e.g. 2025-01-01T00:00+01:00",
          );
        else sink.add(ms, Clock.utc, Number.NaN, fields[kept.column], placeIn(header, line, kept.column));
      },
    };
    return facts;
  },

  openJson(document, sink) {
    if (typeof document !== "object" || document === null || !("unix_seconds" in document) || !("price" in document))
      return undefined;
    const { unix_seconds: seconds, price, unit } = document as Readonly<Record<string, unknown>>;
    return readAnswer(seconds, price, unit, sink);
  },
};

/** The column of prices that is kept, by the row of units, else by headings of auctions. */
function keptPrice(header: Header, units: readonly string[] | undefined, sink: PriceSink, line: number): AreaColumn {
  const isPrice = (column: number) =>
    units ? PRICE_UNIT.test(units[column] ?? "") : AUCTION.test(header.names[column]);
  const areas = header.names.flatMap((name, column): AreaColumn[] => {
    const area = /\(([^()]+)\)$/.exec(name)?.[1] ?? name;
    return isPrice(column) ? [{ area, column, said: "" }] : [];
  });
  // Auctions of one area, such as day-ahead and intraday, are told apart by their whole headings.
  const named = areas.map((own) =>
    areas.some(({ area, column }) => area === own.area && column !== own.column)
      ? { ...own, area: header.names[own.column] }
      : own,
  );
  if (named.length === 0) {
    sink.faults.add(
      { line },
      "no column of prices in the row of units",
      "a unit such as EUR/MWh above the prices",
      "save the chart with its prices",
    );
    return { area: "", column: 0, said: "" };
  }
  return keptColumn(named, header, sink);
}

function readAnswer(seconds: unknown, price: unknown, unit: unknown, sink: PriceSink): FileFacts {
  const { faults } = sink;
  const [, currency = "EUR"] = (typeof unit === "string" && PRICE_UNIT.exec(unit)) || [];
  if (typeof unit !== "string" || !PRICE_UNIT.test(unit))
    faults.add({ line: 0, heading: "unit" }, JSON.stringify(unit) ?? "nothing", "EUR / MWh", "ask for prices");
  if (!Array.isArray(seconds) || !Array.isArray(price) || seconds.length !== price.length) {
    faults.add(
      { line: 0 },
      "unix_seconds and price that are no lists of one length",
      "as many prices as seconds",
      "load the answer again",
    );
    return { currency };
  }
  faults.placesAre = "records";
  sink.wants("");
  for (let i = 0; i < seconds.length; i++) {
    const place: Place = { line: i + 1, heading: "price" };
    const at: unknown = seconds[i];
    const value: unknown = price[i];
    if (typeof at !== "number" || !Number.isSafeInteger(at) || Math.abs(at) > MOST_SECONDS)
      sink.badStamp({ line: i + 1, heading: "unix_seconds" }, String(at), "whole seconds since 1970");
    else sink.add(at * MS_PER_SECOND, Clock.utc, Number.NaN, value === null ? "" : String(value), place);
  }
  return { currency };
}

const MS_PER_SECOND = MS_PER_MINUTE / 60;
/** The year 9999. */
const MOST_SECONDS = 253_402_300_799;
