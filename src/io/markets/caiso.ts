/**
 * CAISO OASIS locational prices: start and end of each interval in UTC, rows in no order. The price stands under MW in
 * day-ahead files, under PRC in 15-minute ones (RTPD) and under VALUE in 5-minute ones (RTD). Of the kinds in LMP_TYPE
 * only LMP is the price; MCE, MCC, MCL and MGHG are its components, left out and counted.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { instantOf } from "../instant-text.ts";
import { Clock } from "../series-rows.ts";
import { type Market, placeIn } from "./market.ts";

const PRICES = ["MW", "PRC", "VALUE"] as const;

export const caiso: Market = {
  id: "caiso",
  headings: "INTERVALSTARTTIME_GMT, INTERVALENDTIME_GMT, NODE, LMP_TYPE, and MW, PRC or VALUE",
  needs: [["INTERVALSTARTTIME_GMT"], ["INTERVALENDTIME_GMT"], ["NODE"], ["LMP_TYPE"], PRICES],
  timeZone: "UTC",
  currency: "USD",

  open(header, sink) {
    const columns = header.all("INTERVALSTARTTIME_GMT", "INTERVALENDTIME_GMT", "NODE", "LMP_TYPE");
    const prices = PRICES.map((name) => header.find(name)).filter((place) => place >= 0);
    if (!columns || prices.length === 0) return undefined;
    const [from, to, node, type] = columns;
    const [price] = prices;
    if (prices.length > 1) {
      sink.faults.add(
        placeIn(header, 1, prices[1]),
        prices.map((place) => header.names[place]).join(" and "),
        "one column of prices",
        "remove the column of the other market",
      );
    }
    return {
      width: Math.max(...columns, price) + 1,
      row(fields, line) {
        if (!sink.wants(fields[node].trim())) return;
        if (fields[type].trim().toUpperCase() !== "LMP") {
          sink.leaveOut(`LMP_TYPE ${fields[type].trim()}`);
          return;
        }
        const startMs = instantOf(fields[from]);
        const minutes = (instantOf(fields[to]) - startMs) / MS_PER_MINUTE;
        if (Number.isNaN(startMs))
          sink.badStamp(placeIn(header, line, from), fields[from], "an instant like 2024-11-03T08:00:00-00:00");
        else if (!(minutes > 0))
          sink.badStamp(placeIn(header, line, to), fields[to], "the end of the interval, after its start");
        else sink.add(startMs, Clock.utc, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
