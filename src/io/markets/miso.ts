/**
 * MISO daily locational prices (`YYYYMMDD_da_expost_lmp.csv`): title lines, then a row per node and kind of price with
 * the hours HE 1 to HE 24 side by side. Labels are hour-ending, in Eastern STANDARD time all year, so every day has 24
 * hours. The day is in a title line or, if only the file's name has it, in `options.date`. The quarterly bundles have
 * it in a column MARKET_DAY, and their hours are headed HE1. Rows MCC and MLC are components of LMP, ignored and
 * counted.
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";
import { dayOf, operatingDay } from "./operating-day.ts";

/** Offset of Eastern standard time. */
export const EST_BEHIND_UTC_MS = 5 * MS_PER_HOUR;

export const miso: Market = {
  id: "miso",
  headings: "Node, Type, Value, HE 1 to HE 24",
  needs: [["Node"], ["Type"], ["Value"], ["HE 1"], ["HE 24"]],
  hasTitle: true,
  timeZone: "-05:00",
  currency: "USD",

  open(header, sink, { date }, before) {
    const columns = header.all("Node", "Type", "Value");
    const hours = Array.from({ length: 24 }, (_, i) => Math.max(header.find(`HE ${i + 1}`), header.find(`HE${i + 1}`)));
    if (!columns || hours.includes(-1)) return undefined;
    const [node, type, kind] = columns;
    const dayAt = header.find("MARKET_DAY");
    const dayOfRow =
      dayAt < 0
        ? undefined
        : new StampColumn(
            header,
            dayAt,
            ["MM/dd/yyyy", "yyyy-MM-dd"],
            "a date like 11/03/2024",
            sink.faults,
            sink.dateOrder,
          );
    const dayOfFile = dayOfRow
      ? Number.NaN
      : operatingDay(date, dayOf(before.flat().find((field) => !Number.isNaN(dayOf(field)))), sink);
    return {
      width: Math.max(...columns, ...hours, dayAt) + 1,
      row(fields, line) {
        if (!sink.isSelected(fields[node].trim(), undefined, fields[type])) return;
        if (fields[kind].trim().toUpperCase() !== "LMP") {
          sink.countIgnored(`Value ${fields[kind].trim()}`);
          return;
        }
        const dayMs = dayOfRow ? dayOfRow.msIn(fields, line) : dayOfFile;
        if (Number.isNaN(dayMs)) return;
        hours.forEach((column, i) =>
          sink.add(
            dayMs + i * MS_PER_HOUR + EST_BEHIND_UTC_MS,
            Clock.utc,
            60,
            fields[column],
            placeIn(header, line, column),
          ),
        );
      },
    };
  },
};
