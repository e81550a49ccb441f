import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { aemoDispatch } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

describe("AEMO tables", () => {
  it("reads the prices among the tables of a report, without what-if runs", () => {
    expect(readLines(aemoDispatch)).toEqual(["2024-02-29T13:50Z 5 -41.25", "2024-02-29T13:55Z 5 12.5"]);
    expect(readMarketPrices(aemoDispatch)).toMatchObject({
      market: "aemo-mms",
      location: "VIC1",
      currency: "AUD",
      notices: ["Ignored: 1 row of INTERVENTION other than 0."],
    });
  });

  it("reads trading prices of half hours, and reports one behind the other", () => {
    const report = (day: string) =>
      [
        "C,NEMP.WORLD,TRADINGIS",
        "I,TRADING,PRICE,3,SETTLEMENTDATE,RUNNO,REGIONID,PERIODID,RRP",
        `D,TRADING,PRICE,3,"${day} 00:30:00",1,SA1,1,70`,
        'C,"END OF REPORT",3',
        "",
      ].join("\n");
    expect(readLines(report("2020/03/01"))).toEqual(["2020-02-29T14:00Z 30 70"]);
    expect(readLines(report("2020/03/01") + report("2020/03/02"), { gaps: "omit" })).toHaveLength(2);
  });

  it("finds a report cut between lines, and in one", () => {
    const rows = aemoDispatch.trim().split("\n");
    expect(faultsOf(() => readLines(rows.slice(0, -1).join("\n")))[0]).toMatchObject({
      line: 0,
      wanted: "a whole report",
    });
    expect(faultsOf(() => readLines(`${rows.slice(0, 6).join("\n")}\nD,DISPATCH,PRICE,4,"2024/03`))).toContainEqual(
      expect.objectContaining({ line: 7, given: "a quotation mark that is never closed" }),
    );
  });

  it("refuses a row without its tag and a table that changes its headings", () => {
    expect(
      faultsOf(() => readLines(aemoDispatch.replace('D,DISPATCH,PRICE,4,"2024/03', 'E,DISPATCH,PRICE,4,"2024/03')))[0],
    ).toMatchObject({ line: 7, column: 1 });
    expect(
      faultsOf(() => readLines(aemoDispatch.replace("I,DISPATCH,REGIONSUM,5", "I,DISPATCH,PRICE,5")))[0].given,
    ).toMatch(/again with other headings/);
  });
});
