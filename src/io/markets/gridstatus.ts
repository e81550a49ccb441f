/**
 * Prices as the Python package gridstatus writes them (`Interval Start`), or its hosted service (`interval_start_utc`,
 * `interval_start_local`): start and end of each interval with their offset, the price in LMP or (ERCOT) SPP. The file
 * names no currency: USD is assumed, with a notice, unless `options.currency` states another (CAD for Ontario and
 * Alberta). If a file has several markets, `options.sequence` selects one by its name in the column Market.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { parseInstant } from "../instant-text.ts";
import { Clock } from "../series-rows.ts";
import { type Market, placeIn } from "./market.ts";
import { SequenceFilter } from "./sequence-filter.ts";
import { priceColumn } from "./price-column.ts";

export const gridstatus: Market = {
  id: "gridstatus",
  headings: "Interval Start, Interval End, Location, LMP or SPP",
  needs: [
    ["Interval Start", "interval_start_utc", "interval_start_local"],
    ["Interval End", "interval_end_utc", "interval_end_local"],
    ["Location"],
    ["LMP", "SPP"],
  ],
  timeZone: "UTC",

  open(header, sink, { currency, price: wanted, sequence }) {
    const columns =
      header.all("Interval Start", "Interval End", "Location") ??
      header.all("interval_start_utc", "interval_end_utc", "location") ??
      header.all("interval_start_local", "interval_end_local", "location");
    const price = columns && priceColumn(header, sink, ["LMP", "SPP"], wanted);
    if (!columns || price === undefined) return undefined;
    const [from, to, location] = columns;
    const market = header.find("Market");
    const type = header.find("Location Type");
    const one = new SequenceFilter(sink, sequence);
    if (currency === undefined)
      sink.notices.push("The file names no currency, so USD is assumed; options.currency can change that.");
    return {
      currency: currency ?? "USD",
      width: Math.max(...columns, price, market) + 1,
      end: () => one.checkFound(),
      row(fields, line) {
        if (!sink.isSelected(fields[location].trim(), undefined, fields[type])) return;
        if (market >= 0 && !one.accepts(fields[market].trim(), placeIn(header, line, market))) return;
        const startMs = parseInstant(fields[from]);
        const minutes = (parseInstant(fields[to]) - startMs) / MS_PER_MINUTE;
        if (Number.isNaN(startMs))
          sink.addStampFault(
            placeIn(header, line, from),
            fields[from],
            "an instant with its offset, e.g. 2024-11-03 01:00:00-05:00",
          );
        else if (!(minutes > 0))
          sink.addStampFault(placeIn(header, line, to), fields[to], "the end of the interval, after its start");
        else sink.add(startMs, Clock.utc, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
