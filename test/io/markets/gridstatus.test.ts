import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { gridstatusAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

describe("gridstatus", () => {
  it("reads stamps with their offset and tells that USD is taken", () => {
    expect(readLines(gridstatusAutumn)).toEqual([
      "2024-11-03T05:00Z 60 22.5",
      "2024-11-03T06:00Z 60 -23.5",
      "2024-11-03T07:00Z 60 24.5",
    ]);
    expect(readMarketPrices(gridstatusAutumn)).toMatchObject({
      market: "gridstatus",
      location: "CAPITL",
      currency: "USD",
      notices: ["The file names no currency, so USD is assumed; options.currency can change that."],
    });
    expect(readMarketPrices(gridstatusAutumn, { currency: "CAD" })).toMatchObject({ currency: "CAD", notices: [] });
  });

  it("reads SPP of ERCOT, without the column Time, over spring and a leap day", () => {
    const text =
      "Interval Start,Interval End,Location,SPP\n2024-03-10 01:45:00-06:00,2024-03-10 " +
      "03:00:00-05:00,HB,7\n2024-03-10 03:00:00-05:00,2024-03-10 03:15:00-05:00,HB,8\n";
    expect(readLines(text)).toEqual(["2024-03-10T07:45Z 15 7", "2024-03-10T08:00Z 15 8"]);
    expect(
      readLines("Interval Start,Interval End,Location,SPP\n2024-02-29 23:00:00-06:00,2024-03-01 00:00:00-06:00,HB,7\n"),
    ).toEqual(["2024-03-01T05:00Z 60 7"]);
  });

  it("reads downloads of the hosted service", () => {
    expect(
      readLines(
        "interval_start_utc,interval_end_utc,market,location,location_type,lmp\n2024-11-03T06:00:00+00:00," +
          "2024-11-03T06:15:00+00:00,REAL_TIME_15_MIN,HB,Hub,-7\n",
      ),
    ).toEqual(["2024-11-03T06:00Z 15 -7"]);
    expect(
      readLines(
        "interval_start_local,interval_end_local,location,spp\n2024-11-03T01:00:00-06:00," +
          "2024-11-03T02:00:00-06:00,HB,8\n",
      ),
    ).toEqual(["2024-11-03T07:00Z 60 8"]);
  });

  it("asks which of two markets is meant", () => {
    const text = gridstatusAutumn.replace("-05:00,DAY_AHEAD_HOURLY", "-05:00,REAL_TIME_5_MIN");
    expect(faultsOf(() => readLines(text))[0]).toMatchObject({
      line: 3,
      fix: 'choose one with options.sequence: "DAY_AHEAD_HOURLY" or "REAL_TIME_5_MIN"',
    });
    expect(readLines(text, { sequence: "REAL_TIME_5_MIN" })).toEqual(["2024-11-03T06:00Z 60 -23.5"]);
  });
});
