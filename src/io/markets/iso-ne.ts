/**
 * ISO New England hourly locational prices, day-ahead (`WW_DALMP_ISO_*.csv`) and real-time (`lmp_rt_final_*.csv`): rows
 * tagged C (comment), H (headings, then field types), D (data) and T (trailer). Labels are hour-ending in Eastern local
 * time; in autumn the first of the two hours is `02` and the second `02X`.
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import { parseHourEnding } from "../hour-ending.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";

const SECOND = /^\s*(\d\d)X\s*$/i;

export const isoNe: Market = {
  id: "iso-ne",
  headings: "H, Date, Hour Ending, Location ID, Location Name, Location Type, Locational Marginal Price",
  needs: [["H"], ["Date"], ["Hour Ending"], ["Location ID"], ["Location Name"], ["Locational Marginal Price"]],
  hasTitle: true,
  hasHourLabels: true,
  timeZone: "America/New_York",
  currency: "USD",

  open(header, sink) {
    const columns = header.all("H", "Date", "Hour Ending", "Location ID", "Location Name", "Locational Marginal Price");
    if (!columns) return undefined;
    const [tag, date, hourEnding, id, name, price] = columns;
    const type = header.find("Location Type");
    const day = new StampColumn(
      header,
      date,
      ["MM/dd/yyyy", "yyyy-MM-dd"],
      "a date like 11/03/2024",
      sink.faults,
      sink.dateOrder,
    );
    return {
      width: header.width,
      isOutsideTable: (fields) => /^\s*[CHT]\s*$/i.test(fields[tag]),
      row(fields, line) {
        if (fields[tag].trim().toUpperCase() !== "D") {
          sink.addStampFault(placeIn(header, line, tag), fields[tag], "a row tagged C, H, D or T");
          return;
        }
        if (!sink.isSelected(fields[name].trim(), fields[id].trim(), fields[type])) return;
        const dayMs = day.msIn(fields, line);
        const second = SECOND.exec(fields[hourEnding]);
        const hour = parseHourEnding(second?.[1] ?? fields[hourEnding]);
        if (Number.isNaN(hour))
          sink.addStampFault(
            placeIn(header, line, hourEnding),
            fields[hourEnding],
            "an hour ending from 01 to 24, or 02X",
          );
        else if (!Number.isNaN(dayMs))
          sink.add(
            dayMs + (hour - 1) * MS_PER_HOUR,
            second ? Clock.wallSecond : Clock.wallFirst,
            60,
            fields[price],
            placeIn(header, line, price),
          );
      },
    };
  },
};
