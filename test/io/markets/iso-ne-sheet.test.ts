import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { isoNeSheetAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

describe("ISO New England's hourly sheet", () => {
  // 2 November 2025: 01 is 04:00 UTC (EDT), 02 and 02X are 05:00 and 06:00, 03 is 07:00.
  it("reads 02 and 02X as the two hours of autumn", () => {
    expect(readLines(isoNeSheetAutumn, { price: "DA_LMP" })).toEqual([
      "2025-11-02T04:00Z 60 30.5",
      "2025-11-02T05:00Z 60 33.5",
      "2025-11-02T06:00Z 60 -2.25",
      "2025-11-02T07:00Z 60 31.5",
    ]);
    expect(readMarketPrices(isoNeSheetAutumn, { price: "RT_LMP" })).toMatchObject({
      market: "iso-ne-sheet",
      currency: "USD",
      location: "",
    });
  });

  it("reads the spring day that skips the label 02, and the one that skips 03", () => {
    const lines = ["2025-03-09T05:00Z 60 30", "2025-03-09T06:00Z 60 31", "2025-03-09T07:00Z 60 32"];
    expect(readLines("Date,Hr_End,LMP\n2025-03-09,01,30\n2025-03-09,03,31\n2025-03-09,04,32\n")).toEqual(lines);
    expect(readLines("Date,Hr_End,LMP\n2025-03-09,01,30\n2025-03-09,02,31\n2025-03-09,04,32\n")).toEqual(lines);
  });

  it("asks for one of two prices, and for hours that are labels", () => {
    expect(faultsOf(() => readLines(isoNeSheetAutumn))[0]).toMatchObject({
      given: '2 prices: "DA_LMP", "RT_LMP"',
      fix: "choose it with options.price",
    });
    expect(faultsOf(() => readLines("Date,Hr_End,LMP\n2025-03-09,25,30\n"))[0]).toMatchObject({ line: 2, column: 2 });
  });
});
