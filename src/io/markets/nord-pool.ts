/**
 * Nord Pool day-ahead prices: semicolons, start and end of each interval on the clock of the heading, one column of
 * prices per area (`SE3 Price (EUR)`, per MWh). "CET" is local time with summer time, so the two equal hours in autumn
 * follow each other without a flag. A file has either decimal commas or points.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { areaColumns, selectedColumn } from "./area-columns.ts";
import { marketTimeUnit } from "./market-time-unit.ts";
import { inBrackets, type Market, placeIn } from "./market.ts";

const LAYOUTS = ["dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "yyyy-MM-dd HH:mm:ss"];
const ZONES: Readonly<Record<string, string>> = { CET: "Europe/Oslo", EET: "Europe/Helsinki", UTC: "UTC" };
const PRICE = /^(.+?) Price \((EUR|SEK|NOK|DKK|PLN|GBP)\)$/i;

export const nordPool: Market = {
  id: "nord-pool",
  headings: "Delivery Start (CET), Delivery End (CET), SE3 Price (EUR)",
  needs: [
    ["Delivery Start (CET)", /^Delivery Start \(/i],
    ["Delivery End (CET)", /^Delivery End \(/i],
    ["SE3 Price (EUR)", PRICE],
  ],
  timeZone: "Europe/Oslo",
  decimalComma: "either",

  open(header, sink) {
    const start = header.findMatching(/^Delivery Start \([A-Z]+\)$/i);
    const end = header.findMatching(/^Delivery End \([A-Z]+\)$/i);
    const areas = areaColumns(header, PRICE);
    if (start < 0 || end < 0 || areas.length === 0) return undefined;
    const zoneName = inBrackets(header.names[start]).toUpperCase();
    const timeZone = ZONES[zoneName];
    if (!timeZone)
      sink.faults.add(
        placeIn(header, 1, start),
        zoneName,
        `one of ${Object.keys(ZONES).join(", ")}`,
        "download the file in one of these",
      );
    const selected = selectedColumn(areas, header, sink);
    const from = new StampColumn(
      header,
      start,
      LAYOUTS,
      "a time like 03.11.2024 01:00:00",
      sink.faults,
      sink.dateOrder,
    );
    const to = new StampColumn(header, end, LAYOUTS, "a time like 03.11.2024 02:00:00", sink.faults, sink.dateOrder);
    return {
      currency: selected.said.toUpperCase(),
      timeZone,
      width: Math.max(start, end, ...areas.map(({ column }) => column)) + 1,
      row(fields, line) {
        const startMs = from.msIn(fields, line);
        const endMs = to.msIn(fields, line);
        const unit = marketTimeUnit((endMs - startMs) / MS_PER_MINUTE);
        if (Number.isNaN(endMs - startMs)) return;
        if (Number.isNaN(unit))
          sink.addStampFault(placeIn(header, line, end), fields[end], "an end 15, 30 or 60 minutes after the start");
        else sink.add(startMs, Clock.wall, unit, fields[selected.column], placeIn(header, line, selected.column));
      },
    };
  },
};
