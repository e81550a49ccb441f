/**
 * A plain table of two columns, a stamp and a price. The stamp is ISO-8601 with an offset or `Z`, the start of the
 * interval. The price's heading states currency and unit: `timestamp,price_usd_per_mwh`, `time,price [EUR/MWh]`,
 * `time,price (EUR ct/kWh)`. A heading `price` alone needs `options.currency` and `options.unit`. Use `readSeries` for
 * any other table; it takes zone and stamps as options.
 */
import { Clock } from "../series-rows.ts";
import { quoted } from "../fault-log.ts";
import { parseInstant } from "../instant-text.ts";
import { currencyOfHeading } from "../price-heading.ts";
import { unitsOfHeading } from "../series-unit.ts";
import { type Market, placeIn, type PriceUnit, priceUnits } from "./market.ts";

const STAMP = /^(timestamp|time|datetime|date ?time|start|interval[ _]start|utc)$/i;
/**
 * NB: in these two patterns a run of blanks must match in one way only; otherwise a heading of blanks would take
 * quadratic time.
 */
const PRICE = /^(?:(?:spot|energy|day.ahead|lmp)[ _]?)?(?:price|lmp)?[ _]*([^]*)$/i;
/** A currency, hundredths of it, and a unit, in brackets or after underscores. */
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
  statesUnit: true,

  open(header, sink, { currency, unit }) {
    if (header.width !== 2) return undefined;
    const stamp = header.findMatching(STAMP);
    const price = 1 - stamp;
    const heading = header.names[price];
    const rest = stamp < 0 || heading === "" ? undefined : PRICE.exec(heading)?.[1].replaceAll(/ +/g, " ");
    if (rest === undefined || (rest !== "" && !UNIT.test(rest))) return undefined;
    const place = placeIn(header, 1, price);
    // NB: a dollar sign does not name the country, so the caller must state it.
    const named = /\$/.test(heading) ? undefined : currencyOfHeading(heading);
    if (named && currency && named !== currency)
      sink.faults.add(place, quoted(heading), `the stated currency, ${currency}`, "correct options.currency");
    if (!named && !currency)
      sink.faults.add(
        place,
        quoted(heading),
        "a currency",
        'name it in the heading (price_usd_per_mwh) or in options.currency, e.g. "USD"',
      );
    const own = unitsOfHeading(heading).find((name): name is PriceUnit => priceUnits.some((known) => known === name));
    if (own && unit && own !== unit)
      sink.faults.add(place, quoted(heading), `the stated unit, ${unit}`, "correct options.unit");
    const taken = own ?? unit;
    if (taken === undefined)
      sink.faults.add(
        place,
        quoted(heading),
        "a unit",
        'name it in the heading (price_usd_per_mwh) or in options.unit, "per MWh", "per kWh" or "cents per kWh"',
      );
    else sink.setUnit(taken);
    return {
      currency: named ?? currency,
      width: 2,
      row(fields, line) {
        sink.isSelected("");
        const ms = parseInstant(fields[stamp]);
        if (Number.isNaN(ms))
          sink.addStampFault(
            placeIn(header, line, stamp),
            fields[stamp],
            "an ISO-8601 instant with its offset, e.g. 2024-11-03T01:00:00-05:00",
          );
        else sink.add(ms, Clock.utc, Number.NaN, fields[price], placeIn(header, line, price));
      },
    };
  },
};
