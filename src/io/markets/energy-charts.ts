/**
 * energy-charts.info of Fraunhofer ISE, as its charts are saved. Stamps have an offset and are the start of the
 * interval. A row of units below the headings says which columns are prices; if there are several, `options.location`
 * selects one (`DE-LU` of `Day Ahead Auction (DE-LU)`, or the whole heading). The JSON of its interface, `unix_seconds`
 * and `price`, is read too.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import type { Place } from "../fault-log.ts";
import type { Header } from "../header.ts";
import { parseInstant } from "../instant-text.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";
import { type AreaColumn, selectedColumn } from "./area-columns.ts";
import { type FileFacts, type Market, placeIn } from "./market.ts";

const STAMP = /^(?:Date|Datum) \((?:GMT|UTC)[^)]*\)$/i;
const PRICE_UNIT = /(?:€|([A-Z]{3})) ?\/ ?MWh/;
/** Headings of prices in a file whose row of units was removed. */
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
    const stamp = header.findMatching(STAMP);
    if (stamp < 0 || header.findMatching(AUCTION) < 0) return undefined;
    let selected: AreaColumn | undefined;
    let isUnitsRow = false;
    const facts = {
      currency: "EUR",
      width: header.width,
      row(fields: readonly string[], line: number) {
        if (!selected) {
          isUnitsRow = fields[stamp].trim() === "" && fields.some((field) => PRICE_UNIT.test(field));
          selected = selectedPrice(header, isUnitsRow ? fields : undefined, sink, line);
          const unit = PRICE_UNIT.exec(fields[selected.column]);
          if (isUnitsRow && unit?.[1] !== undefined) facts.currency = unit[1];
          if (isUnitsRow) return;
        }
        const ms = parseInstant(fields[stamp]);
        if (Number.isNaN(ms))
          sink.addStampFault(
            placeIn(header, line, stamp),
            fields[stamp],
            "an instant with its offset, e.g. 2025-01-01T00:00+01:00",
          );
        else sink.add(ms, Clock.utc, Number.NaN, fields[selected.column], placeIn(header, line, selected.column));
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

/** The selected price column, found by the row of units, otherwise by the headings of auctions. */
function selectedPrice(
  header: Header,
  units: readonly string[] | undefined,
  sink: PriceSink,
  line: number,
): AreaColumn {
  const isPrice = (column: number) =>
    units ? PRICE_UNIT.test(units[column] ?? "") : AUCTION.test(header.names[column]);
  const areas = header.names.flatMap((name, column): AreaColumn[] => {
    const area = /\(([^()]+)\)$/.exec(name)?.[1] ?? name;
    return isPrice(column) ? [{ area, column, said: "" }] : [];
  });
  // Auctions of one area, such as day-ahead and intraday, are distinguished by their whole headings.
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
  return selectedColumn(named, header, sink);
}

function readAnswer(seconds: unknown, price: unknown, unit: unknown, sink: PriceSink): FileFacts {
  const { faults } = sink;
  const [, currency = "EUR"] = (typeof unit === "string" && PRICE_UNIT.exec(unit)) || [];
  if (typeof unit !== "string" || !PRICE_UNIT.test(unit))
    faults.add({ line: 0, heading: "unit" }, JSON.stringify(unit) ?? "nothing", "EUR / MWh", "request prices");
  if (!Array.isArray(seconds) || !Array.isArray(price) || seconds.length !== price.length) {
    faults.add(
      { line: 0 },
      "unix_seconds and price that are not lists of equal length",
      "as many prices as seconds",
      "load the answer again",
    );
    return { currency };
  }
  faults.placesAre = "records";
  sink.isSelected("");
  for (let i = 0; i < seconds.length; i++) {
    const place: Place = { line: i + 1, heading: "price" };
    const at: unknown = seconds[i];
    const value: unknown = price[i];
    if (typeof at !== "number" || !Number.isSafeInteger(at) || Math.abs(at) > MAX_SECONDS)
      sink.addStampFault({ line: i + 1, heading: "unix_seconds" }, String(at), "whole seconds since 1970");
    else sink.add(at * MS_PER_SECOND, Clock.utc, Number.NaN, value === null ? "" : String(value), place);
  }
  return { currency };
}

const MS_PER_SECOND = MS_PER_MINUTE / 60;
/** The year 9999. */
const MAX_SECONDS = 253_402_300_799;
