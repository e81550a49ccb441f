import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { isoNeAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const HEADER = '"H","Date","Hour Ending","Location ID","Location Name","Location Type","Locational Marginal Price"';
const file = (...rows: string[]) => ['"C","Report"', HEADER, ...rows].join("\n");
const row = (date: string, hour: string, price = "7") => `"D","${date}","${hour}","4000","HUB","HUB",${price}`;

describe("ISO New England", () => {
  // 02 begins at 01:00 daylight time (UTC-4), 02X an hour later at 01:00 standard time (UTC-5).
  it("reads 02X as the second hour of autumn", () => {
    expect(readLines(isoNeAutumn)).toEqual([
      "2024-11-03T04:00Z 60 30.5",
      "2024-11-03T05:00Z 60 31.5",
      "2024-11-03T06:00Z 60 -2.25",
      "2024-11-03T07:00Z 60 33.5",
    ]);
    expect(readMarketPrices(isoNeAutumn, { location: "4000" })).toMatchObject({ market: "iso-ne", currency: "USD" });
  });

  it("has no hour ending 03 in spring and 24 on a leap day", () => {
    expect(readLines(file(row("03/10/2024", "02"), row("03/10/2024", "04")))).toEqual([
      "2024-03-10T06:00Z 60 7",
      "2024-03-10T07:00Z 60 7",
    ]);
    expect(readLines(file(row("02/29/2024", "24")))).toEqual(["2024-03-01T04:00Z 60 7"]);
  });

  it("refuses an X elsewhere and a row of an unknown tag", () => {
    expect(faultsOf(() => readLines(file(row("11/03/2024", "05X"))))[0]).toMatchObject({
      line: 3,
      given: "2024-11-03 04:00 flagged as the second of two",
    });
    expect(faultsOf(() => readLines(file(row("11/03/2024", "05").replace('"D"', '"Q"'))))[0]).toMatchObject({
      line: 3,
      column: 1,
      given: '"Q"',
    });
  });
});
