import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { plainAutumn } from "../../support/market-texts.ts";
import { faultsOf, priceLines, readLines } from "../../support/price-lines.ts";

const rows = "2024-02-29T23:00:00Z,25\n2024-03-01T00:00:00Z,26\n";

describe("a plain table", () => {
  it("reads instants by their offset, also the two of one wall time", () => {
    expect(readLines(plainAutumn)).toEqual([
      "2024-11-03T06:00Z 60 25.5",
      "2024-11-03T07:00Z 60 -26.5",
      "2024-11-03T08:00Z 60 27.5",
    ]);
    expect(readMarketPrices(plainAutumn)).toMatchObject({ market: "plain", location: "", currency: "USD" });
  });

  it.each([
    ["timestamp,price_usd_per_mwh", "USD"],
    ["time,price [EUR/MWh]", "EUR"],
    ["utc,price (€/MWh)", "EUR"],
    ["Interval Start,LMP (GBP/MWh)", "GBP"],
  ])("takes %s to be in %s", (header, currency) => {
    const read = readMarketPrices(`${header}\n${rows}`);
    expect(read.currency).toBe(currency);
    expect(priceLines(read.prices)).toEqual(["2024-02-29T23:00Z 60 25", "2024-03-01T00:00Z 60 26"]);
  });

  it("wants currency and unit said once, and refuses what contradicts the heading", () => {
    expect(faultsOf(() => readLines(`time,price\n${rows}`)).map(({ wanted }) => wanted)).toEqual([
      "a currency",
      "a unit",
    ]);
    expect(
      readMarketPrices("time,price\n2024-02-29T23:00:00Z,0.03205\n2024-03-01T00:00:00Z,-0.001\n", {
        currency: "USD",
        unit: "per kWh",
      }).prices.map(({ perMwh }) => perMwh),
    ).toEqual([32.05, -1]);
    expect(faultsOf(() => readLines(`time,price_usd_per_kwh\n${rows}`, { unit: "per MWh" }))[0]).toMatchObject({
      line: 1,
      wanted: "the stated unit, per MWh",
    });
    expect(faultsOf(() => readLines(`time,price_usd_per_mwh\n${rows}`, { currency: "EUR" }))[0]).toMatchObject({
      wanted: "the stated currency, EUR",
    });
  });

  it("reads cents per kWh, by the heading or as stated", () => {
    const cents = "2024-02-29T23:00:00Z,3.205\n2024-03-01T00:00:00Z,-0.1\n";
    const numbers = (header: string, options = {}) =>
      readMarketPrices(`${header}\n${cents}`, options).prices.map(({ perMwh }) => perMwh);
    expect(numbers("time,price (EUR ct/kWh)")).toEqual([32.05, -1]);
    expect(numbers("time,price_cents_per_kwh", { currency: "USD" })).toEqual([32.05, -1]);
    expect(numbers("time,price", { currency: "USD", unit: "cents per kWh" })).toEqual([32.05, -1]);
    expect(readMarketPrices(`time,öre/kWh\n${cents}`).currency).toBe("SEK");
    expect(faultsOf(() => numbers("time,price (EUR ct/kWh)", { unit: "per kWh" }))[0]).toMatchObject({
      wanted: "the stated unit, per kWh",
    });
  });

  it("refuses 30 February and a stamp without its offset", () => {
    expect(
      faultsOf(() => readLines("time,price_usd_per_mwh\n2024-02-30T00:00:00Z,25\n2024-03-01T00:00:00,26\n")).map(
        ({ line, column }) => [line, column],
      ),
    ).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });
});
