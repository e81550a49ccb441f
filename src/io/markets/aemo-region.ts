/**
 * AEMO price and demand by region (`PRICE_AND_DEMAND_202401_NSW1.csv`), AUD per MWh. The clock and lengths:
 * `aemo-clock.ts`.
 */
import { Clock } from "../series-rows.ts";
import { aemoStartMs, settlementDate, tradingMinutes } from "./aemo-clock.ts";
import { type Market, placeIn } from "./market.ts";

export const aemoRegion: Market = {
  id: "aemo-region",
  headings: "REGION, SETTLEMENTDATE, TOTALDEMAND, RRP, PERIODTYPE",
  needs: [["REGION"], ["SETTLEMENTDATE"], ["RRP"], ["PERIODTYPE"]],
  timeZone: "+10:00",
  currency: "AUD",

  open(header, sink) {
    const columns = header.all("REGION", "SETTLEMENTDATE", "RRP", "PERIODTYPE");
    if (!columns) return undefined;
    const [region, settled, price, kind] = columns;
    const end = settlementDate(header, settled, sink);
    return {
      width: Math.max(...columns) + 1,
      row(fields, line) {
        if (!sink.isSelected(fields[region].trim())) return;
        const endMs = end.msIn(fields, line);
        const minutes = tradingMinutes(endMs);
        if (fields[kind].trim() !== "TRADE")
          sink.addStampFault(placeIn(header, line, kind), fields[kind], "TRADE (a forecast is not a price)");
        else if (!Number.isNaN(endMs))
          sink.add(aemoStartMs(endMs, minutes), Clock.utc, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
