/**
 * ISO New England's hourly sheet (`YYYY_smd_hourly`, one zone per sheet) saved as CSV: Date, Hr_End, and prices in
 * DA_LMP and RT_LMP, of which `options.price` selects one. Labels are hour-ending in Eastern local time. In autumn the
 * second of the two hours is `02X`; in spring label 02 is skipped, while the reports of `iso-ne.ts` skip 03.
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import { parseHourLabel } from "../hour-ending.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { type Market, placeIn } from "./market.ts";
import { priceColumn } from "./price-column.ts";

const LAYOUTS = ["yyyy-MM-dd", "MM/dd/yyyy", "MM/dd/yy", "yyyy-MM-dd HH:mm:ss", "dd-MMM-yy", "dd-MMM-yyyy"];
const PRICES = ["DA_LMP", "RT_LMP", "LMP"] as const;

export const isoNeSheet: Market = {
  id: "iso-ne-sheet",
  headings: "Date, Hr_End, DA_LMP or RT_LMP",
  needs: [["Date"], ["Hr_End"], PRICES],
  timeZone: "America/New_York",
  currency: "USD",
  hasHourLabels: true,

  open(header, sink, { price: wanted }) {
    const columns = header.all("Date", "Hr_End");
    const price = columns && priceColumn(header, sink, PRICES, wanted);
    if (!columns || price === undefined) return undefined;
    const [date, hourEnding] = columns;
    const day = new StampColumn(header, date, LAYOUTS, "a date like 2025-11-02", sink.faults, sink.dateOrder);
    return {
      width: Math.max(...columns, price) + 1,
      row(fields, line) {
        sink.isSelected("");
        const dayMs = day.msIn(fields, line);
        const { hour, isSecond } = parseHourLabel(fields[hourEnding]);
        if (Number.isNaN(hour))
          sink.addStampFault(
            placeIn(header, line, hourEnding),
            fields[hourEnding],
            "an hour ending from 01 to 24, or 02X",
          );
        else if (!Number.isNaN(dayMs))
          sink.add(
            dayMs + (hour - 1) * MS_PER_HOUR,
            isSecond ? Clock.wallSecond : Clock.wall,
            60,
            fields[price],
            placeIn(header, line, price),
          );
      },
    };
  },
};
