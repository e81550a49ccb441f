/**
 * ERCOT day-ahead settlement point prices: NP4-190 daily files and the yearly sheets saved as CSV. Hour-ending labels of
 * the Central wall clock: "03:00" is the hour from 02:00, so the label less an hour is the start on the clock, in spring
 * too. The flag marks the second of the two hours of autumn.
 */
import { MS_PER_HOUR } from "../../time/time-grid.ts";
import { hourEndingOf } from "../hour-ending.ts";
import { layoutOf, type ReadStamp } from "../stamp-format.ts";
import { clockOfFlag } from "./ercot-repeated-hour.ts";
import { type Market, placeIn } from "./market.ts";

const DATES = ["MM/dd/yyyy", "yyyy-MM-dd"];

export const ercotDayAhead: Market = {
  id: "ercot-day-ahead",
  headings: "DeliveryDate, HourEnding, SettlementPoint, SettlementPointPrice, DSTFlag",
  timeZone: "America/Chicago",
  currency: "USD",

  open(header, sink) {
    const columns =
      header.all("DeliveryDate", "HourEnding", "SettlementPoint", "SettlementPointPrice", "DSTFlag") ??
      header.all("Delivery Date", "Hour Ending", "Settlement Point", "Settlement Point Price", "Repeated Hour Flag");
    if (!columns) return undefined;
    const [date, hourEnding, point, price, flag] = columns;
    let readDate: ReadStamp | undefined;
    return {
      width: header.width,
      row(fields, line) {
        if (!sink.wants(fields[point].trim())) return;
        readDate ??= layoutOf(fields[date], DATES);
        const dayMs = readDate?.(fields[date]) ?? Number.NaN;
        const hour = hourEndingOf(fields[hourEnding]);
        const clock = clockOfFlag(fields[flag]);
        if (Number.isNaN(dayMs)) sink.badStamp(placeIn(header, line, date), fields[date], "a date like 11/03/2024");
        else if (Number.isNaN(hour)) sink.badStamp(placeIn(header, line, hourEnding), fields[hourEnding], "an hour ending from 01:00 to 24:00");
        else if (clock === undefined) sink.badStamp(placeIn(header, line, flag), fields[flag], "Y or N");
        else sink.add(dayMs + (hour - 1) * MS_PER_HOUR, clock, 60, fields[price], placeIn(header, line, price));
      },
    };
  },
};
