import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { nordPoolAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const HEADER = "Delivery Start (CET);Delivery End (CET);SE3 Price (EUR)";

describe("Nord Pool", () => {
  // 02:00 stands twice on 27 October 2024: the first is 00:00 UTC (UTC+2), the second 01:00 UTC.
  it("reads both hours of autumn in their order, with decimal commas", () => {
    expect(readLines(nordPoolAutumn, { location: "SE3" })).toEqual([
      "2024-10-26T23:00Z 60 12.5",
      "2024-10-27T00:00Z 60 -1.25",
      "2024-10-27T01:00Z 60 13",
      "2024-10-27T02:00Z 60 1014.07",
    ]);
    expect(readLines(nordPoolAutumn, { location: "FI" })[3]).toBe("2024-10-27T02:00Z 60 23.5");
    expect(readMarketPrices(nordPoolAutumn, { location: "FI" })).toMatchObject({
      market: "nord-pool",
      location: "FI",
      currency: "EUR",
    });
    expect(faultsOf(() => readLines(nordPoolAutumn))[0]).toMatchObject({ given: "2 locations: SE3, FI" });
  });

  it("reads decimal points, and not both in one file", () => {
    const text = nordPoolAutumn.replaceAll(/(\d),(\d)/g, "$1.$2");
    expect(readLines(text, { location: "SE3" })[1]).toBe("2024-10-27T00:00Z 60 -1.25");
    expect(faultsOf(() => readLines(nordPoolAutumn.replace("-1,25", "-1.25"), { location: "SE3" }))[0]).toMatchObject({
      line: 3,
      column: 3,
      given: '"-1.25"',
    });
  });

  it("skips 02:00 in spring, reads quarter hours and a leap day", () => {
    expect(
      readLines(`${HEADER}\n31.03.2024 01:00:00;31.03.2024 03:00:00;7\n31.03.2024 03:00:00;31.03.2024 04:00:00;8\n`),
    ).toEqual(["2024-03-31T00:00Z 60 7", "2024-03-31T01:00Z 60 8"]);
    expect(readLines(`${HEADER}\n29.02.2024 23:45:00;01.03.2024 00:00:00;7\n`)).toEqual(["2024-02-29T22:45Z 15 7"]);
  });

  it("believes the zone of the heading, and knows three", () => {
    expect(readLines(`${HEADER.replaceAll("CET", "UTC")}\n29.02.2024 22:00:00;29.02.2024 23:00:00;7\n`)).toEqual([
      "2024-02-29T22:00Z 60 7",
    ]);
    expect(
      faultsOf(() => readLines(`${HEADER.replaceAll("CET", "MSK")}\n29.02.2024 22:00:00;29.02.2024 23:00:00;7\n`))[0],
    ).toMatchObject({ line: 1, given: "MSK" });
  });
});
