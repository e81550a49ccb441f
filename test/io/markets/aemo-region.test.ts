import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { aemoRegionDay } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

describe("AEMO price and demand", () => {
  it("ends its periods at the stamp, over a leap day's midnight", () => {
    expect(readLines(aemoRegionDay)).toEqual([
      "2024-02-29T13:50Z 5 -32.5",
      "2024-02-29T13:55Z 5 55.01",
      "2024-02-29T14:00Z 5 15100",
    ]);
    expect(readMarketPrices(aemoRegionDay)).toMatchObject({ market: "aemo-region", location: "NSW1", currency: "AUD" });
  });

  // Queensland has no summer time and neither has the market: New South Wales' change on 2021-10-03 is in no stamp.
  it("passes from half hours to five minutes without a gap", () => {
    const text =
      "REGION,SETTLEMENTDATE,TOTALDEMAND,RRP,PERIODTYPE\nNSW1,2021/09/30 " +
      "23:30:00,1,30,TRADE\nNSW1,2021/10/01 00:00:00,1,31,TRADE\nNSW1,2021/10/01 00:05:00,1,32,TRADE\n";
    expect(readLines(text)).toEqual(["2021-09-30T13:00Z 30 30", "2021-09-30T13:30Z 30 31", "2021-09-30T14:00Z 5 32"]);
  });

  it("refuses forecasts", () => {
    expect(faultsOf(() => readLines(aemoRegionDay.replace("15100,TRADE", "15100,FORECAST")))[0]).toMatchObject({
      line: 4,
      column: 5,
      given: '"FORECAST"',
    });
  });
});
