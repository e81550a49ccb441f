/**
 * SPP locational prices by settlement location: interval-ending, read from the UTC column. Day-ahead and five-minute
 * files have the same headings, so the spacing of the rows gives the length. Since 2026 a column BAA names the
 * balancing area; it is found by its heading because its position varies. A location of another area than SPP is named
 * with it, `NAME (SWPW)`, and is thus a separate location.
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
          "One interval that ends on the hour is read as an hour of the day-ahead market; options.minutes can " +
            "change that.",
        );
      },
      row(fields, line) {
        const baa = area < 0 ? "SPP" : fields[area].trim();
        if (!sink.isSelected(baa === "SPP" ? fields[point].trim() : `${fields[point].trim()} (${baa})`)) return;
        const ms = utc.msIn(fields, line);
        if (!Number.isNaN(ms)) sink.add(ms, Clock.utc, Number.NaN, fields[price], placeIn(header, line, price));
      },
    };
  },
};
