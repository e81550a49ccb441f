/**
 * NYISO locational prices on the Eastern wall clock without a flag: of an hour that occurs twice the first row is the
 * earlier. Day-ahead and hourly real-time stamps (`11/03/2024 01:00`) are the START of the hour. Five-minute real-time
 * stamps carry seconds (`11/03/2024 01:05:00`) and are the END of the interval; between two runs of the dispatch,
 * intervals may be shorter than five minutes, and each then begins where the one before ended.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";

const HOURLY = "MM/dd/yyyy HH:mm";
const FIVE_MINUTES = "MM/dd/yyyy HH:mm:ss";
// NB: headers before 2016 end in "($/MWH"; only that of congestion is known to, but the price needs no closing.
const PRICE = /^LBMP \(\$\/MWHr?\)?$/i;

export const nyiso: Market = {
  id: "nyiso",
  headings: "Time Stamp, Name, PTID, LBMP ($/MWHr)",
  needs: [["Time Stamp"], ["Name"], ["PTID"], ["LBMP ($/MWHr)", PRICE]],
  timeZone: "America/New_York",
  currency: "USD",

  open(header, sink) {
    const columns = header.all("Time Stamp", "Name", "PTID");
    const price = header.findLike(PRICE);
    if (!columns || price < 0) return undefined;
    const [stamp, name, id] = columns;
    const start = new StampColumn(
      header,
      stamp,
      [HOURLY, FIVE_MINUTES],
      "a time like 11/03/2024 01:00",
      sink.faults,
      sink.dateOrder,
    );
    const isHourly = (): boolean => start.layout !== undefined && !start.layout.endsWith("ss");
    let beforeMs = Number.NaN;
    return {
      width: Math.max(...columns, price) + 1,
      get stampsAreEnds() {
        return start.layout !== undefined && !isHourly();
      },
      row(fields, line) {
        if (!sink.wants(fields[name].trim(), fields[id].trim())) return;
        const ms = start.msIn(fields, line);
        if (Number.isNaN(ms)) return;
        const sinceBefore = (ms - beforeMs) / MS_PER_MINUTE;
        const minutes = isHourly() ? 60 : sinceBefore > 0 && sinceBefore < 5 ? sinceBefore : 5;
        beforeMs = ms;
        sink.add(ms, Clock.wall, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
