import { describe, expect, it } from "vitest";
import { agreesWithCurrency, CENTS_PER_KWH, currencyOfHeading } from "../../src/io/price-heading.ts";

describe("headings of prices", () => {
  it.each([
    ["price [EUR/MWh]", "EUR"],
    ["DA Price ($/kWh)", "USD"],
    ["price_usd_per_mwh", "USD"],
    ["Pris (DKK/MWh)", "DKK"],
    ["Preis €/MWh", "EUR"],
    ["öre/kWh", "SEK"],
    ["snt/kWh", "EUR"],
    ["£/MWh", "GBP"],
    ["A$/MWh", "AUD"],
    ["EURcent/kWh", "EUR"],
    ["us cents per kWh", "USD"],
    ["Price (EUR/MWhe)", "EUR"],
  ])("%s names %s", (heading, currency) => {
    expect(currencyOfHeading(heading)).toBe(currency);
  });

  it.each(["price", "RRP", "cents per kWh", "euro zone load", "tried"])("%s names none", (heading) => {
    expect(currencyOfHeading(heading)).toBeUndefined();
  });

  it("a bare dollar may be any country's, a code is one", () => {
    expect([
      agreesWithCurrency("$/MWh", "AUD"),
      agreesWithCurrency("$/MWh", "EUR"),
      agreesWithCurrency("usd_per_mwh", "AUD"),
      agreesWithCurrency("price", "EUR"),
      agreesWithCurrency("€/MWh", "EUR"),
    ]).toEqual([true, false, false, true, true]);
  });

  it.each([
    "c/kWh",
    "ct/kWh",
    "price (cents/kWh)",
    "price_cents_per_kwh",
    "price_eur_ct_kwh",
    "¢ / kWh",
    "US cents per kWh",
    "öre/kWh",
    "snt/kWh",
    "p/kWh",
    "€ct/kWh",
  ])("%s is in hundredths", (heading) => {
    expect(CENTS_PER_KWH.test(heading)).toBe(true);
  });

  it.each(["$/kWh", "price_usd_per_kwh", "gCO2/kWh", "EUR/kWh", "cents", "imp_kwh", "ct/MWh", "kWp/kWh"])(
    "%s is not",
    (heading) => {
      expect(CENTS_PER_KWH.test(heading)).toBe(false);
    },
  );
});
