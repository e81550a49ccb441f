/**
 * ERCOT day-ahead settlement point prices: NP4-190 daily files, the yearly sheets saved as CSV, and rows of the JSON
 * API (`deliveryDate`, `hourEnding`, dates in ISO-8601, flags true and false). The hours: `ercot-hour.ts`.
 */
import { ErcotHour } from "./ercot-hour.ts";
import { type Market, placeIn } from "./market.ts";

export const ercotDayAhead: Market = {
  id: "ercot-day-ahead",
  headings: "DeliveryDate, HourEnding, SettlementPoint, SettlementPointPrice, DSTFlag",
  needs: [
    ["DeliveryDate"],
    ["HourEnding"],
    ["SettlementPoint", "SettlementPointName"],
    ["SettlementPointPrice"],
    ["DSTFlag", "RepeatedHourFlag"],
  ],
  timeZone: "America/Chicago",
  currency: "USD",

  open(header, sink) {
    const columns =
      header.all("DeliveryDate", "HourEnding", "SettlementPoint", "SettlementPointPrice", "DSTFlag") ??
      header.all("Delivery Date", "Hour Ending", "Settlement Point", "Settlement Point Price", "Repeated Hour Flag") ??
      header.all(
        "Delivery Date",
        "Hour Ending",
        "Settlement Point Name",
        "Settlement Point Price",
        "Repeated Hour Flag",
      );
    if (!columns) return undefined;
    const [day, hourEnding, point, price, flag] = columns;
    const hour = new ErcotHour(header, sink, { day, hour: hourEnding, flag });
    return {
      width: header.width,
      row(fields, line) {
        if (!sink.wants(fields[point].trim())) return;
        if (hour.read(fields, line))
          sink.add(hour.startMs, hour.clock, 60, fields[price], placeIn(header, line, price));
      },
    };
  },
};
