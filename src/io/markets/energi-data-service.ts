/**
 * Energi Data Service of the Danish system operator: Elspotprices (hourly, until 30 September 2025) and DayAheadPrices
 * (quarter hours since), as CSV or as JSON. The UTC instants are read. Prices are in DKK and in EUR; `options.price` (a
 * heading) or `options.currency` selects one. Rows are in descending order of time, with decimal comma or point.
 */
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";
import { priceColumn } from "./price-column.ts";

const LAYOUTS = [
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-ddTHH:mm:ss",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-ddTHH:mm",
  "dd/MM/yyyy HH:mm",
  "MM/dd/yyyy HH:mm",
  "dd-MM-yyyy HH:mm",
  "MM-dd-yyyy HH:mm",
  "dd.MM.yyyy HH:mm",
  "MM/dd/yyyy h:mm:ss a",
  "dd/MM/yyyy h:mm:ss a",
];
const PRICES = ["SpotPriceEUR", "SpotPriceDKK", "DayAheadPriceEUR", "DayAheadPriceDKK"] as const;
const HOUR_MINUTES = 60;

export const energiDataService: Market = {
  id: "energi-data-service",
  headings: "HourUTC or TimeUTC, PriceArea, SpotPriceEUR or DayAheadPriceEUR",
  needs: [["HourUTC", "TimeUTC"], ["PriceArea"], PRICES],
  timeZone: "UTC",
  decimalComma: "either",

  open(header, sink, { price: wanted, currency }) {
    const hour = header.find("HourUTC");
    const utc = Math.max(hour, header.find("TimeUTC"));
    const area = header.find("PriceArea");
    if (utc < 0 || area < 0) return undefined;
    const inCurrency =
      currency === undefined ? undefined : PRICES.find((name) => name.endsWith(currency) && header.find(name) >= 0);
    const price = priceColumn(
      header,
      sink,
      PRICES,
      wanted ?? inCurrency,
      "options.price, or its currency by options.currency",
    );
    if (price === undefined) return undefined;
    const own = /dkk$/i.test(header.names[price]) ? "DKK" : "EUR";
    if (currency !== undefined && currency !== own)
      sink.faults.add(
        placeIn(header, 1, price),
        `options.currency "${currency}"`,
        `the currency of the column, ${own}`,
        "choose another column with options.price, or convert with options.convert",
      );
    const start = new StampColumn(header, utc, LAYOUTS, "a time like 2022-10-19 21:00", sink.faults, sink.dateOrder);
    return {
      currency: own,
      width: Math.max(utc, area, price) + 1,
      row(fields, line) {
        if (!sink.isSelected(fields[area].trim())) return;
        const ms = start.msIn(fields, line);
        if (!Number.isNaN(ms))
          sink.add(ms, Clock.utc, hour < 0 ? Number.NaN : HOUR_MINUTES, fields[price], placeIn(header, line, price));
      },
    };
  },
};
