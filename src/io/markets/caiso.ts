/**
 * CAISO OASIS locational prices: start and end of each interval in UTC, unsorted rows. The price column is MW in
 * day-ahead files, PRC in 15-minute files (RTPD) and VALUE in 5-minute files (RTD). Only rows of LMP_TYPE LMP are
 * prices; MCE, MCC, MCL and MGHG are its components, ignored and counted.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { parseInstant } from "../instant-text.ts";
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
        if (!sink.isSelected(fields[node].trim())) return;
        if (fields[type].trim().toUpperCase() !== "LMP") {
          sink.countIgnored(`LMP_TYPE ${fields[type].trim()}`);
          return;
        }
        const startMs = parseInstant(fields[from]);
        const minutes = (parseInstant(fields[to]) - startMs) / MS_PER_MINUTE;
        if (Number.isNaN(startMs))
          sink.addStampFault(placeIn(header, line, from), fields[from], "an instant like 2024-11-03T08:00:00-00:00");
        else if (!(minutes > 0))
          sink.addStampFault(placeIn(header, line, to), fields[to], "the end of the interval, after its start");
        else sink.add(startMs, Clock.utc, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
