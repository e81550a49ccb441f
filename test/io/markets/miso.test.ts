import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { misoDay } from "../../support/market-texts.ts";
import { faultsOf, priceLines, readLines } from "../../support/price-lines.ts";

describe("MISO", () => {
  // Standard time (UTC-5) all year: HE 1 begins at 05:00 UTC, HE 24 at 04:00 the day after, on the days of both changes
  // too.
  it.each([
    ["2024-03-10", "2024-03-11"],
    ["2024-11-03", "2024-11-04"],
    ["2024-02-29", "2024-03-01"],
  ])("has 24 hours on %s", (date, next) => {
    const { prices } = readMarketPrices(misoDay, { location: "ILLINOIS.HUB", date });
    const lines = priceLines(prices);
    expect(lines).toHaveLength(24);
    expect([lines[0], lines[2], lines[23]]).toEqual([
      `${date}T05:00Z 60 1`,
      `${date}T07:00Z 60 -2.5`,
      `${next}T04:00Z 60 24`,
    ]);
  });

  it("counts the components it leaves out and lists the nodes", () => {
    expect(readMarketPrices(misoDay, { location: "ARKANSAS.HUB", date: "2024-03-10" })).toMatchObject({
      market: "miso",
      notices: ["Ignored: 1 row of Value MCC."],
    });
    expect(faultsOf(() => readMarketPrices(misoDay, { date: "2024-03-10" }))[0]).toMatchObject({
      given: "2 locations: ARKANSAS.HUB, ILLINOIS.HUB",
    });
  });

  it("takes the days of a quarterly bundle from its rows", () => {
    const header = ["MARKET_DAY", "NODE", "TYPE", "VALUE", ...Array.from({ length: 24 }, (_, i) => `HE${i + 1}`)].join(
      ",",
    );
    const row = (day: string, first: number) =>
      [day, "ILLINOIS.HUB", "Hub", "LMP", ...Array.from({ length: 24 }, (_, i) => first + i)].join(",");
    const lines = readLines([header, row("11/03/2024", 10), row("11/04/2024", 50)].join("\n"));
    expect([lines.length, lines[0], lines[23], lines[24]]).toEqual([
      48,
      "2024-11-03T05:00Z 60 10",
      "2024-11-04T04:00Z 60 33",
      "2024-11-04T05:00Z 60 50",
    ]);
    expect(faultsOf(() => readLines([header, row("3 November", 10)].join("\n")))[0]).toMatchObject({
      line: 2,
      column: 1,
      heading: "MARKET_DAY",
    });
  });

  it("needs the day of the file's name, takes it from the title, and refuses two that differ", () => {
    const location = "ILLINOIS.HUB";
    expect(faultsOf(() => readLines(misoDay, { location }))[0]).toMatchObject({ line: 0, wanted: "options.date" });
    expect(faultsOf(() => readLines(misoDay, { location, date: "10.3.2024" }))[0]).toMatchObject({
      wanted: "a day like 2026-04-12",
    });
    const titled = misoDay.replace("Prices in $/MWh", "03/10/2024");
    expect(readLines(titled, { location })[0]).toBe("2024-03-10T05:00Z 60 1");
    expect(faultsOf(() => readLines(titled, { location, date: "2024-03-11" }))[0]).toMatchObject({
      wanted: "the day in the file, 2024-03-10",
    });
  });
});
