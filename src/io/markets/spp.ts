/**
 * SPP locational prices by settlement location: interval-ending, read from the column in UTC. Day-ahead and five-minute
 * files have the same headings, so the distance of the rows tells the length. Since 2026 a column BAA tells
 * the balancing areas apart (it has been seen third and last, so it is found by its name): a location of another area
 * than SPP is named with it, `NAME (SWPW)`, and is thereby another location.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";

const LAYOUTS = ["MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "yyyy-MM-dd HH:mm:ss"];

export const spp: Market = {
  id: "spp",
  headings: "Interval, GMTIntervalEnd, Settlement Location, Pnode, LMP",
  needs: [["GMTIntervalEnd"], ["Settlement Location"], ["LMP"]],
  timeZone: "UTC",
  currency: "USD",
  stampsAreEnds: true,

  open(header, sink, { minutes }) {
    const columns = header.all("GMTIntervalEnd", "Settlement Location", "LMP");
    if (!columns) return undefined;
    const [end, point, price] = columns;
    const area = header.find("BAA");
    const utc = new StampColumn(header, end, LAYOUTS, "a time like 04/12/2026 06:00:00", sink.faults, sink.dateOrder);
    return {
      width: header.width,
      end() {
        if (minutes !== undefined || sink.rows.count !== 1 || sink.rows.atMs[0] % MS_PER_HOUR !== 0) return;
        sink.rows.minutes[0] = MS_PER_HOUR / MS_PER_MINUTE;
        sink.notices.push(
          "One interval that ends on the hour is taken for an hour of the day-ahead market; options.minutes " +
            "says another.",
        );
      },
      row(fields, line) {
        const baa = area < 0 ? "SPP" : fields[area].trim();
        if (!sink.wants(baa === "SPP" ? fields[point].trim() : `${fields[point].trim()} (${baa})`)) return;
        const ms = utc.msIn(fields, line);
        if (!Number.isNaN(ms)) sink.add(ms, Clock.utc, Number.NaN, fields[price], placeIn(header, line, price));
      },
    };
  },
};
