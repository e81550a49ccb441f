import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { misoDay } from "../../support/market-texts.ts";
import { faultsOf, priceLines, readLines } from "../../support/price-lines.ts";

describe("MISO", () => {
  // Standard time (UTC-5) all year: HE 1 begins at 05:00 UTC, HE 24 at 04:00 the day after, on the days of both changes too.
  it.each([["2024-03-10", "2024-03-11"], ["2024-11-03", "2024-11-04"], ["2024-02-29", "2024-03-01"]])("has 24 hours on %s", (date, next) => {
    const { prices } = readMarketPrices(misoDay, { location: "ILLINOIS.HUB", date });
    const lines = priceLines(prices);
    expect(lines).toHaveLength(24);
    expect([lines[0], lines[2], lines[23]]).toEqual([`${date}T05:00Z 60 1`, `${date}T07:00Z 60 -2.5`, `${next}T04:00Z 60 24`]);
  });

  it("counts the components it leaves out and lists the nodes", () => {
    expect(readMarketPrices(misoDay, { location: "ARKANSAS.HUB", date: "2024-03-10" })).toMatchObject({ market: "miso", notices: ["Left out: 1 row of Value MCC."] });
    expect(faultsOf(() => readMarketPrices(misoDay, { date: "2024-03-10" }))[0]).toMatchObject({ given: "2 locations: ARKANSAS.HUB, ILLINOIS.HUB" });
  });

  it("needs the day of the file's name, takes it from the title, and refuses two that differ", () => {
    const location = "ILLINOIS.HUB";
    expect(faultsOf(() => readLines(misoDay, { location }))[0]).toMatchObject({ line: 0, wanted: "options.date" });
    expect(faultsOf(() => readLines(misoDay, { location, date: "10.3.2024" }))[0]).toMatchObject({ wanted: "a day like 2026-04-12" });
    const titled = misoDay.replace("Prices in $/MWh", "03/10/2024");
    expect(readLines(titled, { location })[0]).toBe("2024-03-10T05:00Z 60 1");
    expect(faultsOf(() => readLines(titled, { location, date: "2024-03-11" }))[0]).toMatchObject({ wanted: "the day in the file, 2024-03-10" });
  });
});
