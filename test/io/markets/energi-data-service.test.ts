import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { energiDataServiceDay } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

describe("Energi Data Service", () => {
  it("reads the instants in UTC, falling, in either currency", () => {
    expect(readLines(energiDataServiceDay, { price: "SpotPriceEUR" })).toEqual([
      "2022-10-30T00:00Z 60 146.570007",
      "2022-10-30T01:00Z 60 -148.149994",
      "2022-10-30T02:00Z 60 131.570007",
    ]);
    expect(readMarketPrices(energiDataServiceDay, { currency: "DKK" })).toMatchObject({
      market: "energi-data-service",
      location: "DK2",
      currency: "DKK",
      prices: [{ perMwh: 1090.329956 }, {}, {}],
    });
  });

  it("asks which of the two currencies", () => {
    expect(faultsOf(() => readLines(energiDataServiceDay))[0]).toMatchObject({
      given: '2 prices: "SpotPriceEUR", "SpotPriceDKK"',
      fix: "choose it with options.price, or its currency by options.currency",
    });
    expect(() => readLines(energiDataServiceDay, { price: "SpotPriceEUR", currency: "DKK" })).toThrow(
      "the currency of the column, EUR",
    );
  });

  it("reads quarter hours and the interface's JSON", () => {
    const records = [
      ["2025-10-01T00:15:00", 82.5],
      ["2025-10-01T00:00:00", -4.25],
    ].map(([TimeUTC, DayAheadPriceEUR]) => ({
      TimeUTC,
      TimeDK: "x",
      PriceArea: "DK1",
      DayAheadPriceEUR,
      DayAheadPriceDKK: null,
    }));
    const text = JSON.stringify({ total: 2, dataset: "DayAheadPrices", records });
    expect(readLines(text, { currency: "EUR" })).toEqual(["2025-10-01T00:00Z 15 -4.25", "2025-10-01T00:15Z 15 82.5"]);
    expect(readMarketPrices(text.replace('"total":2', '"total":9'), { currency: "EUR" }).notices[0]).toContain(
      "has 2 of 9 records",
    );
    expect(faultsOf(() => readLines(text.replace("82.5", '"high"'), { currency: "EUR" }))[0]).toMatchObject({
      line: 0,
      record: 1,
      given: '"high"',
    });
  });
});
