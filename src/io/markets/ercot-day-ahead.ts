/**
 * ERCOT day-ahead settlement point prices: NP4-190 daily files, the yearly sheets saved as CSV, and rows of the JSON
 * API (`deliveryDate`, `hourEnding`, ISO-8601 dates, flags true and false). `ercot-hour.ts` explains the hours.
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
        if (!sink.isSelected(fields[point].trim())) return;
        if (hour.parse(fields, line))
          sink.add(hour.startMs, hour.clock, 60, fields[price], placeIn(header, line, price));
      },
    };
  },
};
