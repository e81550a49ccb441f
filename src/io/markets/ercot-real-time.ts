/**
 * ERCOT real-time settlement point prices: NP6-905, 15 minutes. Hours 1 to 24 and quarters 1 to 4 of the Central wall clock:
 * hour 3, interval 2 begins at 02:15. Rows of the type LZEW repeat a load zone's name with an energy-weighted price that
 * nobody settles a flat load at; they are left out and counted.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from "../../time/time-grid.ts";
import { hourEndingOf } from "../hour-ending.ts";
import { layoutOf, type ReadStamp } from "../stamp-format.ts";
import { clockOfFlag } from "./ercot-repeated-hour.ts";
import { type Market, placeIn } from "./market.ts";

const DATES = ["MM/dd/yyyy", "yyyy-MM-dd"];
const MINUTES = 15;

export const ercotRealTime: Market = {
  id: "ercot-real-time",
  headings: "DeliveryDate, DeliveryHour, DeliveryInterval, SettlementPointName, SettlementPointType, SettlementPointPrice, DSTFlag",
  timeZone: "America/Chicago",
  currency: "USD",

  open(header, sink) {
    const columns =
      header.all("DeliveryDate", "DeliveryHour", "DeliveryInterval", "SettlementPointName", "SettlementPointType", "SettlementPointPrice", "DSTFlag") ??
      header.all("Delivery Date", "Delivery Hour", "Delivery Interval", "Settlement Point Name", "Settlement Point Type", "Settlement Point Price", "Repeated Hour Flag");
    if (!columns) return undefined;
    const [date, deliveryHour, quarter, point, type, price, flag] = columns;
    let readDate: ReadStamp | undefined;
    return {
      width: header.width,
      row(fields, line) {
        if (!sink.wants(fields[point].trim())) return;
        if (fields[type].trim().toUpperCase() === "LZEW") {
          sink.leaveOut("the type LZEW (energy-weighted)");
          return;
        }
        readDate ??= layoutOf(fields[date], DATES);
        const dayMs = readDate?.(fields[date]) ?? Number.NaN;
        const hour = hourEndingOf(fields[deliveryHour]);
        const part = /^\s*[1-4]\s*$/.test(fields[quarter]) ? Number(fields[quarter]) : Number.NaN;
        const clock = clockOfFlag(fields[flag]);
        if (Number.isNaN(dayMs)) sink.badStamp(placeIn(header, line, date), fields[date], "a date like 11/03/2024");
        else if (Number.isNaN(hour)) sink.badStamp(placeIn(header, line, deliveryHour), fields[deliveryHour], "an hour from 1 to 24");
        else if (Number.isNaN(part)) sink.badStamp(placeIn(header, line, quarter), fields[quarter], "an interval from 1 to 4");
        else if (clock === undefined) sink.badStamp(placeIn(header, line, flag), fields[flag], "Y or N");
        else sink.add(dayMs + (hour - 1) * MS_PER_HOUR + (part - 1) * MINUTES * MS_PER_MINUTE, clock, MINUTES, fields[price], placeIn(header, line, price));
      },
    };
  },
};
