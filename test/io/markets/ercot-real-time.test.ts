import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { ercotRealTimeAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const HEADER =
  "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag";
const file = (...rows: string[]) => [HEADER, ...rows].join("\n");

describe("ERCOT real-time", () => {
  // Hour 2, interval 4 begins at 01:45; flag N is daylight time (UTC-5), Y standard time (UTC-6).
  it("reads the quarters of both hours of autumn and leaves LZEW out, counted", () => {
    const read = readMarketPrices(ercotRealTimeAutumn);
    expect(read).toMatchObject({
      market: "ercot-real-time",
      location: "LZ_WEST",
      currency: "USD",
      notices: ["Ignored: 1 row of the type LZEW (energy-weighted)."],
    });
    expect(readLines(ercotRealTimeAutumn)).toEqual([
      "2024-11-03T06:45Z 15 14",
      "2024-11-03T07:00Z 15 -11",
      "2024-11-03T07:15Z 15 -12",
      "2024-11-03T07:30Z 15 -13",
      "2024-11-03T07:45Z 15 -14",
      "2024-11-03T08:00Z 15 31",
    ]);
  });

  it("goes from 01:45 to 03:00 in spring and over a leap day's midnight", () => {
    expect(readLines(file("03/10/2024,2,4,HB,HU,1,N", "03/10/2024,4,1,HB,HU,2,N"))).toEqual([
      "2024-03-10T07:45Z 15 1",
      "2024-03-10T08:00Z 15 2",
    ]);
    expect(readLines(file("02/29/2024,24,4,HB,HU,1,N", "03/01/2024,1,1,HB,HU,2,N"))).toEqual([
      "2024-03-01T05:45Z 15 1",
      "2024-03-01T06:00Z 15 2",
    ]);
  });

  it("refuses a fifth quarter", () => {
    expect(faultsOf(() => readLines(file("03/10/2024,2,5,HB,HU,1,N")))[0]).toMatchObject({
      line: 2,
      column: 3,
      given: '"5"',
      wanted: "an interval from 1 to 4",
    });
  });
});
