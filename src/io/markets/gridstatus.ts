/**
 * Prices as the Python package gridstatus writes them (`Interval Start`), or its hosted service (`interval_start_utc`,
 * `interval_start_local`): start and end of each interval with their offset, the price under LMP
 * or (ERCOT) SPP. The file names no currency: USD is taken unless `options.currency` says another (CAD for Ontario and
 * Alberta), and a notice tells. Of several markets in a file `options.sequence` chooses one by its name in the column
 * Market.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { instantOf } from "../instant-text.ts";
import { Clock } from "../series-rows.ts";
import { type Market, placeIn } from "./market.ts";
import { OneSequence } from "./one-sequence.ts";
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
    const one = new OneSequence(sink, sequence);
    if (currency === undefined)
      sink.notices.push("The file names no currency; USD is taken. options.currency says another.");
    return {
      currency: currency ?? "USD",
      width: Math.max(...columns, price, market) + 1,
      end: () => one.end(),
      row(fields, line) {
        if (!sink.wants(fields[location].trim(), undefined, fields[type])) return;
        if (market >= 0 && !one.takes(fields[market].trim(), placeIn(header, line, market))) return;
        const startMs = instantOf(fields[from]);
        const minutes = (instantOf(fields[to]) - startMs) / MS_PER_MINUTE;
        if (Number.isNaN(startMs))
          sink.badStamp(
            placeIn(header, line, from),
            fields[from],
            "an instant with its offset, e.g. 2024-11-03 01:00:00-05:00",
          );
        else if (!(minutes > 0))
          sink.badStamp(placeIn(header, line, to), fields[to], "the end of the interval, after its start");
        else sink.add(startMs, Clock.utc, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
