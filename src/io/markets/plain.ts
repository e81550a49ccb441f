/**
 * A plain table of two columns, a stamp and a price. The stamp is ISO-8601 with an offset or `Z` (the start of the
 * interval), the price's heading says currency and unit: `timestamp,price_usd_per_mwh`, `time,price [EUR/MWh]`. A bare
 * `price` needs `options.currency` and `options.unit`. Anything else is `readSeries`' work, which is told zone and stamps.
 */
import { Clock } from "../series-rows.ts";
import { shown } from "../fault-log.ts";
import { instantOf } from "../instant-text.ts";
import { type Market, placeIn } from "./market.ts";

const STAMP = /^(timestamp|time|datetime|date ?time|start|interval[ _]start|utc)$/i;
/** NB: blanks before the unit are taken by one part of it alone, or a heading of blanks would take quadratic time. */
const PRICE = /^(?:(?:spot|energy|day.ahead|lmp)[ _]?)?(?:price|lmp)?[ _]*(?:(?:[[(] *)?(usd|eur|gbp|aud|\$|€|£)(?: *\/ *|_per_)(k|m)wh *[\])]?)?$/i;
const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP" };

export const plain: Market = {
  id: "plain",
  headings: "timestamp, price_usd_per_mwh",
  timeZone: "UTC",
  saysUnit: true,

  open(header, sink, { currency, unit }) {
    if (header.width !== 2) return undefined;
    const stamp = header.findLike(STAMP);
    const price = 1 - stamp;
    const found = stamp < 0 ? undefined : PRICE.exec(header.names[price]);
    if (!found || header.names[price] === "") return undefined;
    const [, sign, prefix] = found;
    const place = placeIn(header, 1, price);
    const named = sign && (SIGNS[sign] ?? (sign === "$" ? undefined : sign.toUpperCase()));
    if (named && currency && named !== currency) sink.faults.add(place, shown(header.names[price]), `the stated currency, ${currency}`, "correct options.currency");
    if (!named && !currency) sink.faults.add(place, shown(header.names[price]), "a currency", 'name it in the heading (price_usd_per_mwh) or by options.currency, e.g. "USD"');
    const own = prefix && `per ${prefix.toLowerCase() === "k" ? "kWh" : "MWh"}`;
    if (own && unit && own !== unit) sink.faults.add(place, shown(header.names[price]), `the stated unit, ${unit}`, "correct options.unit");
    if (!own && !unit) sink.faults.add(place, shown(header.names[price]), "a unit", 'name it in the heading (price_usd_per_mwh) or by options.unit, "per MWh" or "per kWh"');
    if ((own ?? unit) === "per kWh") sink.takePerKwh();
    return {
      currency: named ?? currency,
      width: 2,
      row(fields, line) {
        sink.wants("");
        const ms = instantOf(fields[stamp]);
        if (Number.isNaN(ms)) sink.badStamp(placeIn(header, line, stamp), fields[stamp], "an ISO-8601 instant with its offset, e.g. 2024-11-03T01:00:00-05:00");
        else sink.add(ms, Clock.utc, Number.NaN, fields[price], placeIn(header, line, price));
      },
    };
  },
};
