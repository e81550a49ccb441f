/**
 * MISO five-minute real-time prices, a week in a file (`YYYYMMDD_5MIN_LMP.csv`, downloaded as zip): title lines, then a
 * row per node and interval. MKTHOUR_EST is the START of the interval (as gridstatus reads it, `miso.py`; the week's
 * first row is Monday 00:00), in Eastern STANDARD time all year. Lines of text below the table are ignored and counted.
 */
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";
import { EST_BEHIND_UTC_MS } from "./miso.ts";

const LAYOUTS = [
  "MM/dd/yyyy HH:mm",
  "MM/dd/yyyy HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-ddTHH:mm:ss",
];
const MINUTES = 5;

export const misoRealTime: Market = {
  id: "miso-real-time",
  headings: "MKTHOUR_EST, PNODENAME, LMP, CON_LMP, LOSS_LMP",
  needs: [["MKTHOUR_EST"], ["PNODENAME"], ["LMP"], ["CON_LMP"], ["LOSS_LMP"]],
  hasTitle: true,
  timeZone: "-05:00",
  currency: "USD",

  open(header, sink) {
    const columns = header.all("MKTHOUR_EST", "PNODENAME", "LMP", "CON_LMP", "LOSS_LMP");
    if (!columns) return undefined;
    const [stamp, node, price] = columns;
    const start = new StampColumn(header, stamp, LAYOUTS, "a time like 11/03/2024 01:05", sink.faults, sink.dateOrder);
    return {
      width: header.width,
      // NB: the rest of a row that was cut off begins with a digit.
      isOutsideTable(fields) {
        const isWords = /^\s*[^\d\s"]/.test(fields[0]) && fields.slice(1).every((field) => field.trim() === "");
        if (isWords) sink.countIgnored("words below the table");
        return isWords;
      },
      row(fields, line) {
        if (!sink.isSelected(fields[node].trim())) return;
        const ms = start.msIn(fields, line);
        if (!Number.isNaN(ms))
          sink.add(ms + EST_BEHIND_UTC_MS, Clock.utc, MINUTES, fields[price], placeIn(header, line, price));
      },
    };
  },
};
