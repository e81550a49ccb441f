/**
 * ERCOT real-time settlement point prices: NP6-905 and its yearly sheets, 15 minutes. Hours are 1 to 24
 * (`ercot-hour.ts`) and quarters 1 to 4: hour 3, interval 2 begins at 02:15. Rows of type LZEW repeat a load zone's
 * name with an energy-weighted price, at which no flat load is settled; they are ignored and counted.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { ErcotHour } from "./ercot-hour.ts";
import { type Market, placeIn } from "./market.ts";

const MINUTES = 15;

export const ercotRealTime: Market = {
  id: "ercot-real-time",
  headings:
    "DeliveryDate, DeliveryHour, DeliveryInterval, SettlementPointName, SettlementPointType, " +
    "SettlementPointPrice, DSTFlag",
  needs: [
    ["DeliveryDate"],
    ["DeliveryHour"],
    ["DeliveryInterval"],
    ["SettlementPointName"],
    ["SettlementPointType"],
    ["SettlementPointPrice"],
    ["DSTFlag", "RepeatedHourFlag"],
  ],
  timeZone: "America/Chicago",
  currency: "USD",

  open(header, sink) {
    const columns =
      header.all(
        "DeliveryDate",
        "DeliveryHour",
        "DeliveryInterval",
        "SettlementPointName",
        "SettlementPointType",
        "SettlementPointPrice",
        "DSTFlag",
      ) ??
      header.all(
        "Delivery Date",
        "Delivery Hour",
        "Delivery Interval",
        "Settlement Point Name",
        "Settlement Point Type",
        "Settlement Point Price",
        "Repeated Hour Flag",
      );
    if (!columns) return undefined;
    const [day, deliveryHour, quarter, point, type, price, flag] = columns;
    const hour = new ErcotHour(header, sink, { day, hour: deliveryHour, flag });
    return {
      width: header.width,
      row(fields, line) {
        if (!sink.isSelected(fields[point].trim(), undefined, fields[type])) return;
        if (fields[type].trim().toUpperCase() === "LZEW") {
          sink.countIgnored("the type LZEW (energy-weighted)");
          return;
        }
        const isHour = hour.parse(fields, line);
        const part = /^\s*[1-4]\s*$/.test(fields[quarter]) ? Number(fields[quarter]) : Number.NaN;
        if (Number.isNaN(part))
          sink.addStampFault(placeIn(header, line, quarter), fields[quarter], "an interval from 1 to 4");
        else if (isHour)
          sink.add(
            hour.startMs + (part - 1) * MINUTES * MS_PER_MINUTE,
            hour.clock,
            MINUTES,
            fields[price],
            placeIn(header, line, price),
          );
      },
    };
  },
};
