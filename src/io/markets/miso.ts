/**
 * MISO daily locational prices (`YYYYMMDD_da_expost_lmp.csv`): lines of title, then a row per node and kind of price with
 * the hours HE 1 to HE 24 side by side. Hour-ending, on Eastern STANDARD time all year, so every day has 24 hours. The day
 * stands in the file's name; `options.date` says it, unless a line of the title does. Rows MCC and MLC are components of
 * LMP, left out and counted.
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import { shown } from "../fault-log.ts";
import { Clock } from "../series-rows.ts";
import { layoutOf } from "../stamp-format.ts";
import { type Market, placeIn } from "./market.ts";

const EST_BEHIND_UTC_MS = 5 * MS_PER_HOUR;
const DATES = ["yyyy-MM-dd", "MM/dd/yyyy"];

export const miso: Market = {
  id: "miso",
  headings: "Node, Type, Value, HE 1 to HE 24",
  timeZone: "-05:00",
  currency: "USD",

  open(header, sink, { date }, before) {
    const columns = header.all("Node", "Type", "Value");
    const hours = Array.from({ length: 24 }, (_, i) => header.find(`HE ${i + 1}`));
    if (!columns || hours.includes(-1)) return undefined;
    const [node, , kind] = columns;
    const own = dayOf(before.flat().find((field) => !Number.isNaN(dayOf(field))));
    const stated = dayOf(date);
    if (date !== undefined && Number.isNaN(stated)) sink.faults.add({ line: 0 }, `options.date ${shown(date)}`, "a day like 2026-04-12", "correct it");
    else if (date === undefined && Number.isNaN(own)) sink.faults.add({ line: 0 }, "no day in the file", "options.date", 'give the day of the file\'s name, e.g. "2026-04-12"');
    else if (date !== undefined && !Number.isNaN(own) && own !== stated) {
      sink.faults.add({ line: 0 }, `options.date ${shown(date)}`, `the day in the file, ${new Date(own).toISOString().slice(0, 10)}`, "correct options.date or load the other file");
    }
    const dayMs = Number.isNaN(own) ? stated : own;
    return {
      width: Math.max(...columns, ...hours) + 1,
      row(fields, line) {
        if (!sink.wants(fields[node].trim())) return;
        if (fields[kind].trim().toUpperCase() !== "LMP") {
          sink.leaveOut(`Value ${fields[kind].trim()}`);
          return;
        }
        if (Number.isNaN(dayMs)) return;
        hours.forEach((column, i) => sink.add(dayMs + i * MS_PER_HOUR + EST_BEHIND_UTC_MS, Clock.utc, 60, fields[column], placeIn(header, line, column)));
      },
    };
  },
};

/** NaN where the text is no day. */
function dayOf(text: string | undefined): number {
  return text === undefined ? Number.NaN : (layoutOf(text, DATES)?.(text) ?? Number.NaN);
}
