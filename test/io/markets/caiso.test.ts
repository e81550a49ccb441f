import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { caisoDayAhead } from "../../support/market-texts.ts";
import { faultsOf, priceLines, readLines } from "../../support/price-lines.ts";

describe("CAISO", () => {
  it("sorts its rows, keeps LMP alone and counts what it leaves out", () => {
    const read = readMarketPrices(caisoDayAhead);
    expect(priceLines(read.prices)).toEqual([
      "2024-11-03T07:00Z 60 31.1",
      "2024-11-03T08:00Z 60 -32.1",
      "2024-11-03T09:00Z 60 33.1",
    ]);
    expect(read).toMatchObject({
      market: "caiso",
      location: "TH_NP15",
      currency: "USD",
      notices: ["Ignored: 1 row of LMP_TYPE MCC."],
    });
  });

  it.each([
    ["PRC", 15],
    ["VALUE", 5],
  ])("reads the price under %s, each interval as long as the file says", (price, minutes) => {
    const end = `2024-02-29T09:${String(minutes).padStart(2, "0")}:00-00:00`;
    const text =
      `INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,NODE,LMP_TYPE,${price}\n2024-02-29T09:00:00-00:00,${end},A,` +
      "LMP,-7\n";
    expect(readLines(text)).toEqual([`2024-02-29T09:00Z ${minutes} -7`]);
  });

  it("refuses two columns of prices and an end before its start", () => {
    const text =
      "INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,NODE,LMP_TYPE,MW,PRC\n2024-02-29T09:00:00-00:00," +
      "2024-02-29T08:00:00-00:00,A,LMP,1,2\n";
    expect(faultsOf(() => readLines(text))).toEqual([
      expect.objectContaining({ line: 1, given: "MW and PRC" }),
      expect.objectContaining({ line: 2, column: 2, wanted: "the end of the interval, after its start" }),
    ]);
  });
});
