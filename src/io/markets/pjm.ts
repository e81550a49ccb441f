/**
 * PJM Data Miner: hour-beginning stamps in UTC and in Eastern local time. The UTC column is read, because clock changes
 * do not affect it. Rows with row_is_current FALSE were replaced by a later version; they are ignored and counted. For
 * a file with day-ahead and real-time prices, `options.price` names the heading of one.
 */
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";
import { priceColumn } from "./price-column.ts";

const LAYOUTS = ["MM/dd/yyyy h:mm:ss a", "yyyy-MM-ddTHH:mm:ss", "MM/dd/yyyy HH:mm"];

export const pjm: Market = {
  id: "pjm",
  headings: "datetime_beginning_utc, pnode_id, pnode_name, total_lmp_da or total_lmp_rt, row_is_current",
  needs: [["datetime_beginning_utc"], ["pnode_id"], ["total_lmp_da", "total_lmp_rt"]],
  timeZone: "UTC",
  currency: "USD",

  open(header, sink, { price: wanted }) {
    const columns = header.all("datetime_beginning_utc", "pnode_id");
    const price = columns && priceColumn(header, sink, ["total_lmp_da", "total_lmp_rt"], wanted);
    if (!columns || price === undefined) return undefined;
    const [utc, id] = columns;
    const name = header.find("pnode_name");
    const type = header.find("type");
    const current = header.find("row_is_current");
    const start = new StampColumn(header, utc, LAYOUTS, "a time like 1/1/2021 4:55:00 AM", sink.faults, sink.dateOrder);
    return {
      width: Math.max(utc, id, name, price, current) + 1,
      row(fields, line) {
        const pnode = fields[id].trim();
        if (!sink.isSelected((name < 0 ? "" : fields[name].trim()) || pnode, pnode, fields[type])) return;
        const isCurrent = current < 0 || /^\s*(?:true|1)\s*$/i.test(fields[current]);
        if (!isCurrent && !/^\s*(?:false|0)\s*$/i.test(fields[current])) {
          sink.addStampFault(placeIn(header, line, current), fields[current], "TRUE or FALSE");
          return;
        }
        if (!isCurrent) {
          sink.countIgnored("a version that was replaced (row_is_current FALSE)");
          return;
        }
        const ms = start.msIn(fields, line);
        if (!Number.isNaN(ms)) sink.add(ms, Clock.utc, Number.NaN, fields[price], placeIn(header, line, price));
      },
    };
  },
};
