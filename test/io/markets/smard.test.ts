import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { smardAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const germany = { location: "Deutschland/Luxemburg" };
const head = "Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] Originalauflösungen";

describe("SMARD", () => {
  // 29 October 2023: 01:00 CEST is 23:00 UTC, the two hours 02:00 are 00:00 and 01:00 UTC.
  it("reads the German clock over autumn, decimal commas and points between thousands", () => {
    expect(readLines(smardAutumn, germany)).toEqual([
      "2023-10-28T23:00Z 60 0.96",
      "2023-10-29T00:00Z 60 12.01",
      "2023-10-29T01:00Z 60 -3.25",
      "2023-10-29T02:00Z 60 1014.07",
    ]);
    expect(readMarketPrices(smardAutumn, germany)).toMatchObject({ market: "smard", currency: "EUR", notices: [] });
  });

  it("takes - for a gap", () => {
    expect(faultsOf(() => readLines(smardAutumn, { location: "Belgien" })).map(({ given }) => given)).toEqual([
      "a blank for 2023-10-28T23:00:00.000Z, 60 minutes",
      "a blank for 2023-10-29T00:00:00.000Z, 60 minutes",
    ]);
  });

  it("reads the spring row whose end stands a day early", () => {
    const spring =
      `${head}\n26.03.2023 00:00;26.03.2023 01:00;39,66\n26.03.2023 01:00;25.03.2023 02:00;39,23\n26.03.2023 ` +
      "03:00;26.03.2023 04:00;40,12\n";
    expect(readLines(spring)).toEqual([
      "2023-03-25T23:00Z 60 39.66",
      "2023-03-26T00:00Z 60 39.23",
      "2023-03-26T01:00Z 60 40.12",
    ]);
  });

  it("reads quarter hours, and English files", () => {
    expect(
      readLines(`${head}\n01.10.2025 00:00;01.10.2025 00:15;91,5\n01.10.2025 00:15;01.10.2025 00:30;-5\n`),
    ).toEqual(["2025-09-30T22:00Z 15 91.5", "2025-09-30T22:15Z 15 -5"]);
    const english =
      "Start date;End date;Germany/Luxembourg [€/MWh] Original resolutions\nJan 1, 2024 12:00 AM;Jan 1, 2024 " +
      "1:00 AM;1,039.91\nJan 1, 2024 1:00 AM;Jan 1, 2024 2:00 AM;-38.26\n";
    expect(readLines(english)).toEqual(["2023-12-31T23:00Z 60 1039.91", "2024-01-01T00:00Z 60 -38.26"]);
  });

  it("lists its areas, and refuses an interval of another length", () => {
    expect(() => readMarketPrices(smardAutumn)).toThrow(
      "3 locations: Deutschland/Luxemburg, ∅ Anrainer DE/LU, Belgien",
    );
    expect(faultsOf(() => readLines(`${head}\n01.10.2025 00:00;02.10.2025 00:00;91,5\n`))[0]).toMatchObject({
      line: 2,
      column: 2,
    });
  });
});
