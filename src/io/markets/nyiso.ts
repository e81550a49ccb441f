/**
 * NYISO locational prices on the Eastern wall clock without a flag: of an hour that occurs twice the first row is the
 * earlier. Day-ahead and hourly real-time stamps (`11/03/2024 01:00`) are the START of the hour. Five-minute real-time stamps
 * carry seconds (`11/03/2024 01:05:00`) and are the END of the interval; between two runs of the dispatch, intervals may be
 * shorter than five minutes, and each then begins where the one before ended.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { stampFormat, type ReadStamp } from "../stamp-format.ts";
import { type Market, placeIn } from "./market.ts";

const HOURLY = stampFormat("MM/dd/yyyy HH:mm");
const FIVE_MINUTES = stampFormat("MM/dd/yyyy HH:mm:ss");

export const nyiso: Market = {
  id: "nyiso",
  headings: "Time Stamp, Name, PTID, LBMP ($/MWHr)",
  timeZone: "America/New_York",
  currency: "USD",

  open(header, sink) {
    const columns = header.all("Time Stamp", "Name", "PTID");
    // NB: headers before 2016 end in "($/MWH"; only that of congestion is known to, but the price needs no closing.
    const price = header.findLike(/^LBMP \(\$\/MWHr?\)?$/i);
    if (!columns || price < 0) return undefined;
    const [stamp, name, id] = columns;
    let read: ReadStamp | undefined;
    let beforeMs = Number.NaN;
    return {
      width: Math.max(...columns, price) + 1,
      get stampsAreEnds() {
        return read === FIVE_MINUTES;
      },
      row(fields, line) {
        if (!sink.wants(fields[name].trim(), fields[id].trim())) return;
        read ??= [HOURLY, FIVE_MINUTES].find((layout) => !Number.isNaN(layout(fields[stamp])));
        const ms = read?.(fields[stamp]) ?? Number.NaN;
        if (Number.isNaN(ms)) {
          sink.badStamp(placeIn(header, line, stamp), fields[stamp], read === FIVE_MINUTES ? "a time like 11/03/2024 01:05:00" : "a time like 11/03/2024 01:00");
          return;
        }
        const sinceBefore = (ms - beforeMs) / MS_PER_MINUTE;
        const minutes = read === HOURLY ? 60 : sinceBefore > 0 && sinceBefore < 5 ? sinceBefore : 5;
        beforeMs = ms;
        sink.add(ms, Clock.wall, minutes, fields[price], placeIn(header, line, price));
      },
    };
  },
};
