import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { energyChartsDay } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const expected = ["2024-12-31T23:00Z 60 22.16", "2025-01-01T00:00Z 60 -31.6", "2025-01-01T01:00Z 60 20"];

describe("energy-charts.info", () => {
  it("finds the column of prices by the row of units, or without one by its heading", () => {
    expect(readLines(energyChartsDay)).toEqual(expected);
    expect(
      readLines(
        energyChartsDay
          .split("\n")
          .filter((_, i) => i !== 1)
          .join("\n"),
      ),
    ).toEqual(expected);
    expect(readMarketPrices(energyChartsDay)).toMatchObject({
      market: "energy-charts",
      location: "DE-LU",
      currency: "EUR",
    });
  });

  it("chooses one of several prices by its area or heading", () => {
    const two = energyChartsDay
      .replace("Non-Renewable", "Day Ahead Auction (AT)")
      .replace("Power (MW)", "Price (EUR/MWh)")
      .replace("12487.84518", "7")
      .replace("12480.85784", "8")
      .replace("11862.01982", "9");
    expect(() => readMarketPrices(two)).toThrow("2 locations: AT, DE-LU");
    expect(readLines(two, { location: "AT" })).toEqual([
      "2024-12-31T23:00Z 60 7",
      "2025-01-01T00:00Z 60 8",
      "2025-01-01T01:00Z 60 9",
    ]);
    const sameArea = two.replace("Day Ahead Auction (AT)", "Intraday Continuous (DE-LU)");
    expect(() => readMarketPrices(sameArea)).toThrow(
      "2 locations: Intraday Continuous (DE-LU), Day Ahead Auction (DE-LU)",
    );
    expect(readLines(sameArea, { location: "Day Ahead Auction (DE-LU)" })).toEqual(expected);
  });

  it("takes the currency of the row of units, and refuses a row without a price", () => {
    expect(readMarketPrices(energyChartsDay.replace("EUR/MWh", "CHF/MWh")).currency).toBe("CHF");
    expect(() =>
      readMarketPrices(
        energyChartsDay
          .replace("EUR/MWh", "points")
          .replace(",Power (MW)", ",CO2 (EUR/MWh)")
          .replace("CO2 (EUR/MWh)", "EUR/tCO2"),
      ),
    ).toThrow("line 2");
  });

  it("reads the interface's answer", () => {
    const answer = {
      license_info: "CC BY 4.0",
      unix_seconds: [1735686000, 1735689600, 1735693200],
      price: [22.16, -31.6, null],
      unit: "EUR / MWh",
      deprecated: false,
    };
    const read = readMarketPrices(JSON.stringify(answer), { gaps: "omit" });
    expect([
      read.market,
      read.currency,
      read.prices.map(({ start, perMwh }) => `${start.slice(0, 13)} ${perMwh}`),
      read.gaps.length,
    ]).toEqual(["energy-charts", "EUR", ["2024-12-31T23 22.16", "2025-01-01T00 -31.6"], 1]);
    expect(faultsOf(() => readMarketPrices(JSON.stringify({ ...answer, unit: "MW" })))[0]).toMatchObject({
      wanted: "EUR / MWh",
    });
    expect(faultsOf(() => readMarketPrices(JSON.stringify({ ...answer, price: [1] })))[0]).toMatchObject({
      wanted: "as many prices as seconds",
    });
    expect(
      faultsOf(() => readMarketPrices(JSON.stringify({ ...answer, unix_seconds: [1735686000, "x", 1e300] })))[0],
    ).toMatchObject({ record: 2, wanted: "whole seconds since 1970" });
  });
});
