/**
 * Ember's European wholesale prices, hourly: a row per country and hour, with the instant in UTC (which is read) and in
 * local time. Published stamps are `2024-01-01 00:00:00`; after a spreadsheet saved them they are `1/1/24 00:00`, in
 * either order.
 */
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";

const LAYOUTS = [
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-ddTHH:mm:ss",
  "dd/MM/yy HH:mm",
  "MM/dd/yy HH:mm",
  "dd/MM/yyyy HH:mm",
  "MM/dd/yyyy HH:mm",
  "dd/MM/yyyy HH:mm:ss",
  "MM/dd/yyyy HH:mm:ss",
  "MM/dd/yyyy h:mm a",
  "dd/MM/yyyy h:mm a",
  "MM/dd/yyyy h:mm:ss a",
  "dd/MM/yyyy h:mm:ss a",
  "dd.MM.yyyy HH:mm",
];
const PRICE = /^Price \(([A-Z]{3})\/MWhe?\)$/i;
const MINUTES = 60;

export const ember: Market = {
  id: "ember",
  headings: "Country, ISO3 Code, Datetime (UTC), Price (EUR/MWhe)",
  needs: [["Country"], ["Datetime (UTC)"], ["Price (EUR/MWhe)", PRICE]],
  timeZone: "UTC",

  open(header, sink) {
    const columns = header.all("Country", "Datetime (UTC)");
    const price = header.findMatching(PRICE);
    if (!columns || price < 0) return undefined;
    const [country, utc] = columns;
    const code = header.find("ISO3 Code");
    const [, currency] = PRICE.exec(header.names[price]) ?? [];
    const start = new StampColumn(header, utc, LAYOUTS, "a time like 2024-01-01 00:00:00", sink.faults, sink.dateOrder);
    return {
      currency: currency.toUpperCase(),
      width: Math.max(...columns, price, code) + 1,
      row(fields, line) {
        if (!sink.isSelected(fields[country].trim(), code < 0 ? undefined : fields[code].trim())) return;
        const ms = start.msIn(fields, line);
        if (!Number.isNaN(ms)) sink.add(ms, Clock.utc, MINUTES, fields[price], placeIn(header, line, price));
      },
    };
  },
};
