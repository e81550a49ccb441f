import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { ercotDayAheadAutumn, nyisoAutumn } from "../support/market-texts.ts";
import { faultsOf } from "../support/price-lines.ts";

describe("readPriceFile", () => {
  it("lists every market's headings where it knows none", () => {
    const [fault] = faultsOf(() => readMarketPrices("when,what\n1,2\n"));
    expect(fault).toMatchObject({ line: 1, given: '"when,what"' });
    expect(fault.wanted).toContain("nyiso (Time Stamp, Name, PTID, LBMP ($/MWHr))");
    expect(faultsOf(() => readMarketPrices(""))[0]).toMatchObject({ line: 1, given: "a blank" });
  });

  it("reads as the market that is named, and helps with its name", () => {
    expect(faultsOf(() => readMarketPrices(ercotDayAheadAutumn, { market: "nyiso" }))[0].wanted).toMatch(
      /^the headings of nyiso/,
    );
    expect(faultsOf(() => readMarketPrices(nyisoAutumn, { market: "nyso" }))[0]).toMatchObject({
      given: 'options.market "nyso"',
      fix: expect.stringContaining("nyiso"),
    });
  });

  // The first headings have a letter too many, so the table seems to begin with the second ones.
  it("refuses rows above the headings, but for titles", () => {
    const [header, ...rows] = ercotDayAheadAutumn.trim().split("\n");
    const faults = faultsOf(() => readMarketPrices([`x${header}`, rows[0], header, ...rows.slice(1)].join("\n")));
    expect(faults[0]).toMatchObject({ line: 2, given: "a row of 5 fields above the headings, with numbers" });
    expect(
      readMarketPrices(["Report,of,day-ahead,prices,ERCOT", "2024", header, ...rows].join("\n")).prices,
    ).toHaveLength(4);
  });

  it("refuses a file of headings alone, a line cut off, and $/kWh in a title", () => {
    const [header, first] = ercotDayAheadAutumn.split("\n");
    expect(faultsOf(() => readMarketPrices(header))[0]).toMatchObject({ given: "no row of prices" });
    expect(faultsOf(() => readMarketPrices(`${header}\n${first}\n11/03/2024,02:`))[0]).toMatchObject({
      line: 3,
      fix: "the line was cut off; load the file again",
    });
    expect(faultsOf(() => readMarketPrices(`Prices in $/kWh\n${ercotDayAheadAutumn}`))[0]).toMatchObject({
      wanted: "prices per MWh",
    });
  });
});
