import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { ercotDayAheadAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const HEADER = "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag";
const file = (...rows: string[]) => [HEADER, ...rows].join("\r\n");

describe("ERCOT day-ahead", () => {
  // Hour ending 02:00 begins at 01:00; on 3 November 2024 first on daylight time (UTC-5), then (flag Y) on standard
  // time.
  it("reads the flagged hour of autumn as the second", () => {
    expect(readLines(ercotDayAheadAutumn)).toEqual([
      "2024-11-03T05:00Z 60 21.5",
      "2024-11-03T06:00Z 60 20.25",
      "2024-11-03T07:00Z 60 -3.75",
      "2024-11-03T08:00Z 60 0",
    ]);
    expect(readMarketPrices(ercotDayAheadAutumn)).toMatchObject({
      market: "ercot-day-ahead",
      location: "HB_NORTH",
      currency: "USD",
      filled: [],
      gaps: [],
      notices: [],
    });
  });

  // The load of 2016-11-06 in gridstatus' fixture falls 28907, 28057 (N), 27707, 26982 (Y): read the other way round,
  // it would jump up between.
  it("keeps the known order of an autumn day, whatever the order of its rows", () => {
    const read = readLines(
      file(
        "11/06/2016,02:00,HB,277.07,Y",
        "11/06/2016,01:00,HB,289.07,N",
        "11/06/2016,03:00,HB,269.82,N",
        "11/06/2016,02:00,HB,280.57,N",
      ),
    );
    expect(read).toEqual([
      "2016-11-06T05:00Z 60 289.07",
      "2016-11-06T06:00Z 60 280.57",
      "2016-11-06T07:00Z 60 277.07",
      "2016-11-06T08:00Z 60 269.82",
    ]);
  });

  // 10 March 2024: hour ending 02:00 is 01:00 to 02:00 standard time, hour ending 04:00 begins at 03:00 daylight time,
  // the instant after.
  it("has no hour ending 03:00 in spring", () => {
    expect(readLines(file("03/10/2024,02:00,HB,1,N", "03/10/2024,04:00,HB,2,N"))).toEqual([
      "2024-03-10T07:00Z 60 1",
      "2024-03-10T08:00Z 60 2",
    ]);
    expect(faultsOf(() => readLines(file("03/10/2024,02:00,HB,1,N", "03/10/2024,03:00,HB,2,N")))[0]).toMatchObject({
      line: 3,
      given: "2024-03-10 02:00",
    });
    // A blank row for the hour that does not exist is not a gap.
    expect(
      readLines(file("03/10/2024,02:00,HB,1,N", "03/10/2024,03:00,HB,,N", "03/10/2024,04:00,HB,2,N")),
    ).toHaveLength(2);
  });

  it("reads the yearly sheets, a leap day and 24:00", () => {
    const sheet =
      "Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point " +
      "Price\n02/29/2024,24:00,N,HB,17\n03/01/2024,01:00,N,HB,18\n";
    expect(readLines(sheet)).toEqual(["2024-03-01T05:00Z 60 17", "2024-03-01T06:00Z 60 18"]);
    expect(faultsOf(() => readLines(sheet.replace("02/29/2024", "02/29/2023")))[0]).toMatchObject({
      line: 2,
      column: 1,
    });
  });

  // The JSON API's rows; the yearly workbook of another year heads the point "Settlement Point Name".
  it("reads rows of the API and the other headings of the yearly sheets", () => {
    expect(
      readLines(
        "deliveryDate,hourEnding,settlementPoint,settlementPointPrice,DSTFlag\n2024-11-03,02:00,HB,1," +
          "false\n2024-11-03,02:00,HB,2,true\n",
      ),
    ).toEqual(["2024-11-03T06:00Z 60 1", "2024-11-03T07:00Z 60 2"]);
    expect(
      readLines(
        "Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point Name,Settlement Point Type,Settlement " +
          "Point Price\n11/03/2024,02:00,Y,HB,HU,2\n",
      ),
    ).toEqual(["2024-11-03T07:00Z 60 2"]);
  });

  it("refuses an hour 25, a flag it does not know and a flag where no hour repeats", () => {
    expect(faultsOf(() => readLines(file("11/03/2024,25:00,HB,1,N")))[0]).toMatchObject({
      line: 2,
      column: 2,
      wanted: expect.stringMatching(/^an hour ending from 1 to 24/),
    });
    expect(faultsOf(() => readLines(file("11/03/2024,02:00,HB,1,X")))[0]).toMatchObject({
      line: 2,
      column: 5,
      heading: "DSTFlag",
    });
    expect(faultsOf(() => readLines(file("11/03/2024,05:00,HB,1,Y")))[0]).toMatchObject({
      line: 2,
      given: "2024-11-03 04:00 flagged as the second of two",
    });
  });

  it("reads an answer of the public interface", () => {
    const fields = ["deliveryDate", "hourEnding", "settlementPoint", "settlementPointPrice", "DSTFlag"].map((name) => ({
      name,
    }));
    const data = [
      ["2025-11-02", "02:00", "HB_HOUSTON", 21, true],
      ["2025-11-02", "01:00", "HB_HOUSTON", 20.5, false],
      ["2025-11-02", "02:00", "HB_HOUSTON", 20.75, false],
    ];
    expect(readLines(JSON.stringify({ fields, data }))).toEqual([
      "2025-11-02T05:00Z 60 20.5",
      "2025-11-02T06:00Z 60 20.75",
      "2025-11-02T07:00Z 60 21",
    ]);
  });
});
