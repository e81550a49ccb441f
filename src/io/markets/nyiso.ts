/**
 * NYISO locational prices in Eastern local time without a flag: if an hour occurs twice, the first row is the
 * earlier one. Day-ahead and hourly real-time stamps (`11/03/2024 01:00`) are the START of the hour. Five-minute
 * real-time stamps have seconds (`11/03/2024 01:05:00`) and are the END of the interval. Between two dispatch runs,
 * intervals may be shorter than five minutes; each then begins at the end of the one before.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";

const HOURLY = "MM/dd/yyyy HH:mm";
const FIVE_MINUTES = "MM/dd/yyyy HH:mm:ss";
// NB: headings before 2016 end in "($/MWH" without the bracket. This is known for the congestion column only, so the
// price heading is accepted either way.
const PRICE = /^LBMP \(\$\/MWHr?\)?$/i;

export const nyiso: Market = {
  id: "nyiso",
  headings: "Time Stamp, Name, PTID, LBMP ($/MWHr)",
  needs: [["Time Stamp"], ["Name"], ["PTID"], ["LBMP ($/MWHr)", PRICE]],
  timeZone: "America/New_York",
  currency: "USD",

  open(header, sink) {
    const columns = header.all("Time Stamp", "Name", "PTID");
    const price = header.findMatching(PRICE);
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
        if (!sink.isSelected(fields[name].trim(), fields[id].trim())) return;
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
