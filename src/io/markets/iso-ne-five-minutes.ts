/**
 * ISO New England five-minute real-time prices (`lmp_5min_YYYYMMDD_00-04.csv`, six files a day): rows tagged C, H, D
 * and T as in `iso-ne.ts`. The local time is the START of the interval in Eastern local time (as gridstatus reads it,
 * `isone.py`). If a time occurs twice in autumn, the first row of a location is the earlier one. The time has no
 * day: the day is in the file's name, which a comment row may repeat, or in `options.date`. Files of the current day
 * have both day and time.
 */
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { timeMs } from "../stamp-format.ts";
import { type Market, placeIn } from "./market.ts";
import { dayOf, operatingDay } from "./operating-day.ts";

const TIME = /^\s*(\d\d):(\d\d)(?::(\d\d))?\s*$/;
const FILE_NAME = /lmp_5min_(\d{8})_/i;
const LAYOUTS = ["yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm", "MM/dd/yyyy HH:mm"];
const MINUTES = 5;

export const isoNeFiveMinutes: Market = {
  id: "iso-ne-five-minutes",
  headings: "H, Local Time, Location ID, LMP",
  needs: [["H"], ["Local Time"], ["Location ID"], ["LMP"]],
  hasTitle: true,
  timeZone: "America/New_York",
  currency: "USD",

  open(header, sink, { date }, before) {
    const columns = header.all("H", "Local Time", "Location ID", "LMP");
    if (!columns) return undefined;
    const [tag, local, id, price] = columns;
    const name = Math.max(header.find("Location Name"), header.find("Location"));
    const inFile = dayOf(
      before
        .flat()
        .map((field) => FILE_NAME.exec(field)?.[1])
        .find((day) => day !== undefined),
    );
    const stamp = new StampColumn(header, local, LAYOUTS, "a time like 01:05:00", sink.faults, sink.dateOrder);
    let dayMs: number | undefined;
    const wallMs = (fields: readonly string[], line: number): number => {
      const [, hours, minutes, seconds = "0"] = TIME.exec(fields[local]) ?? [];
      if (hours === undefined) return stamp.msIn(fields, line);
      dayMs ??= operatingDay(date, inFile, sink);
      const ms = timeMs(Number(hours), Number(minutes), Number(seconds));
      if (Number.isNaN(ms)) sink.addStampFault(placeIn(header, line, local), fields[local], "a time like 01:05:00");
      return dayMs + ms;
    };
    return {
      width: header.width,
      isOutsideTable: (fields) => /^\s*[CHT]\s*$/i.test(fields[tag]),
      row(fields, line) {
        if (fields[tag].trim().toUpperCase() !== "D") {
          sink.addStampFault(placeIn(header, line, tag), fields[tag], "a row tagged C, H, D or T");
          return;
        }
        const location = fields[id].trim();
        if (!sink.isSelected((name < 0 ? "" : fields[name].trim()) || location, location)) return;
        const ms = wallMs(fields, line);
        if (!Number.isNaN(ms)) sink.add(ms, Clock.wall, MINUTES, fields[price], placeIn(header, line, price));
      },
    };
  },
};
