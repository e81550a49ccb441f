/**
 * A plain table of two columns, a stamp and a price. The stamp is ISO-8601 with an offset or `Z` (the start of the
 * interval), the price's heading says currency and unit: `timestamp,price_usd_per_mwh`, `time,price [EUR/MWh]`,
 * `time,price (EUR ct/kWh)`. A bare `price` needs `options.currency` and `options.unit`. Anything else is `readSeries`'
 * work, which is told zone and stamps.
 */
import { Clock } from "../series-rows.ts";
import { shown } from "../fault-log.ts";
import { instantOf } from "../instant-text.ts";
import { currencyOfHeading } from "../price-heading.ts";
import { unitsOfHeading } from "../series-unit.ts";
import { type Market, placeIn, type PriceUnit, priceUnits } from "./market.ts";

const STAMP = /^(timestamp|time|datetime|date ?time|start|interval[ _]start|utc)$/i;
/** NB: in these two no run of blanks may be parted in two ways, or a heading of blanks would take quadratic time. */
const PRICE = /^(?:(?:spot|energy|day.ahead|lmp)[ _]?)?(?:price|lmp)?[ _]*([^]*)$/i;
/** A currency, hundredths of it, and a unit, in brackets or behind underscores. */
const UNIT =
  /^[[(]? {0,3}(?:[a-z]{3}|\$|€|£)?[ _-]?(?:cents?|cts?|[cp]|¢|snt|öre|øre|ore|pence)?(?: {0,3}\/ {0,3}|[ _]?per[ _])(?:k|m)wh {0,3}[\])]?$/i;

export const plain: Market = {
  id: "plain",
  headings: "timestamp, price_usd_per_mwh",
  needs: [
    ["timestamp", STAMP],
    ["price_usd_per_mwh", /price|lmp/i],
  ],
  isGeneral: true,
  timeZone: "UTC",
  saysUnit: true,

  open(header, sink, { currency, unit }) {
    if (header.width !== 2) return undefined;
    const stamp = header.findLike(STAMP);
    const price = 1 - stamp;
    const heading = header.names[price];
    const rest = stamp < 0 || heading === "" ? undefined : PRICE.exec(heading)?.[1].replaceAll(/ +/g, " ");
    if (rest === undefined || (rest !== "" && !UNIT.test(rest))) return undefined;
    const place = placeIn(header, 1, price);
    // NB: a dollar is not said to be of which country, so it is asked for.
    const named = /\$/.test(heading) ? undefined : currencyOfHeading(heading);
    if (named && currency && named !== currency)
      sink.faults.add(place, shown(heading), `the stated currency, ${currency}`, "correct options.currency");
    if (!named && !currency)
      sink.faults.add(
        place,
        shown(heading),
        "a currency",
        'name it in the heading (price_usd_per_mwh) or by options.currency, e.g. "USD"',
      );
    const own = unitsOfHeading(heading).find((name): name is PriceUnit => priceUnits.some((known) => known === name));
    if (own && unit && own !== unit)
      sink.faults.add(place, shown(heading), `the stated unit, ${unit}`, "correct options.unit");
    const taken = own ?? unit;
    if (taken === undefined)
      sink.faults.add(
        place,
        shown(heading),
        "a unit",
        'name it in the heading (price_usd_per_mwh) or by options.unit, "per MWh", "per kWh" or "cents per kWh"',
      );
    else sink.takeUnit(taken);
    return {
      currency: named ?? currency,
      width: 2,
      row(fields, line) {
        sink.wants("");
        const ms = instantOf(fields[stamp]);
        if (Number.isNaN(ms))
          sink.badStamp(
            placeIn(header, line, stamp),
            fields[stamp],
            "an ISO-8601 instant with its offset, e.g. 2024-11-03T01:00:00-05:00",
          );
        else sink.add(ms, Clock.utc, Number.NaN, fields[price], placeIn(header, line, price));
      },
    };
  },
};
