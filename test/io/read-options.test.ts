import { describe, expect, it } from "vitest";
import { readMarketPrices, type ReadPricesOptions } from "../../src/io/read-market-prices.ts";
import { checkReadOptions, checkText } from "../../src/io/read-options.ts";
import { plainAutumn } from "../support/market-texts.ts";
import { faultsOf } from "../support/price-lines.ts";

describe("checkReadOptions", () => {
  it("takes what the options can be", () => {
    expect(() => checkReadOptions({}, [])).not.toThrow();
    expect(() =>
      checkReadOptions(
        {
          gaps: "omit",
          minutes: 5,
          loneRepeatedHour: "first",
          currency: "USD",
          unit: "per kWh",
          timeZone: "-08:00",
          convert: { to: "USD", rate: 1.08 },
          separator: ";",
        },
        ["per kWh"],
      ),
    ).not.toThrow();
  });

  it.each([
    ["gaps", { gaps: "fill" }],
    ["minutes", { minutes: 0 }],
    ["minutes", { minutes: "60" }],
    ["loneRepeatedHour", { loneRepeatedHour: "both" }],
    ["currency", { currency: "usd" }],
    ["unit", { unit: "MWh" }],
    ["timeZone", { timeZone: "Mars/Base" }],
    ["convert.to", { convert: {} }],
    ["convert.rate", { convert: { to: "USD", rate: -1 } }],
    ["convert", { convert: 1.1 }],
    ["location", { location: 7 }],
    ["separator", { separator: "ab" }],
    ["separator", { separator: "" }],
    ["date", { date: 20240101 }],
  ])("refuses a wrong %s", (name, options) => {
    const faults = faultsOf(() => readMarketPrices(plainAutumn, options as unknown as ReadPricesOptions));
    expect(faults[0]).toMatchObject({ line: 0, given: expect.stringContaining(`options.${name} `) });
  });

  it("rejects invalid options", () => {
    expect(faultsOf(() => readMarketPrices(plainAutumn, null as unknown as ReadPricesOptions))[0]).toMatchObject({
      given: "options null",
    });
  });
});

describe("checkText", () => {
  it("wants a text", () => {
    expect(() => checkText("")).not.toThrow();
    for (const given of [undefined, null, 7, new Uint8Array(3)])
      expect(faultsOf(() => checkText(given))[0]).toMatchObject({ wanted: "the text of the file" });
  });
});
