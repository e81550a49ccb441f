import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { emberDay } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

describe("Ember", () => {
  it("reads the instants in UTC, the country by name or code", () => {
    const expected = ["2024-10-27T00:00Z 60 50.09", "2024-10-27T01:00Z 60 -47.5", "2024-10-27T02:00Z 60 43.25"];
    expect(readLines(emberDay)).toEqual(expected);
    expect(readLines(emberDay, { location: "ESP" })).toEqual(expected);
    expect(readMarketPrices(emberDay)).toMatchObject({ market: "ember", location: "Spain", currency: "EUR" });
  });

  it("saved again with two digits of the year needs the order of day and month", () => {
    const again = emberDay.replaceAll("2024-10-27 0", "5/1/24 0").replaceAll(":00:00", ":00");
    expect(faultsOf(() => readLines(again))[0]).toMatchObject({ line: 2, given: '"5/1/24 00:00"' });
    expect(readLines(again, { dateOrder: "day-first" })[0]).toBe("2024-01-05T00:00Z 60 50.09");
    expect(readLines(again, { dateOrder: "month-first" })[0]).toBe("2024-05-01T00:00Z 60 50.09");
  });
});
