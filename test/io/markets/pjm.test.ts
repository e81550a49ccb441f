import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { pjmDayAhead } from "../../support/market-texts.ts";
import { faultsOf, priceLines, readLines } from "../../support/price-lines.ts";

describe("PJM", () => {
  // 12 PM is noon; the five hours from 07:00 to 11:00 UTC have no row.
  it("reads the UTC column, whatever the Eastern one shows, and current versions alone", () => {
    const read = readMarketPrices(pjmDayAhead, { minutes: 60, gaps: "omit" });
    expect(priceLines(read.prices)).toEqual([
      "2024-11-03T04:00Z 60 24.5",
      "2024-11-03T05:00Z 60 25.5",
      "2024-11-03T06:00Z 60 -6.5",
      "2024-11-03T12:00Z 60 28.5",
    ]);
    expect(read.gaps).toHaveLength(5);
    expect(read).toMatchObject({
      market: "pjm",
      location: "EASTERN HUB",
      notices: ["Ignored: 1 row of a version that was replaced (row_is_current FALSE)."],
    });
  });

  it("takes a location by its number too", () => {
    expect(readLines(pjmDayAhead, { location: "51217", minutes: 60, gaps: "omit" })).toHaveLength(4);
    expect(faultsOf(() => readLines(pjmDayAhead, { location: "51218" }))[0]).toMatchObject({
      line: 0,
      given: 'options.location "51218"',
    });
  });

  it("asks which of two prices is meant", () => {
    const text =
      "datetime_beginning_utc,pnode_id,total_lmp_rt,total_lmp_da\n2/29/2024 5:00:00 AM,1,10,20\n2/29/2024 " +
      "6:00:00 AM,1,11,21\n";
    expect(faultsOf(() => readLines(text))[0]).toMatchObject({
      given: '2 prices: "total_lmp_da", "total_lmp_rt"',
      fix: "choose it with options.price",
    });
    expect(readLines(text, { price: "total_lmp_rt" })).toEqual(["2024-02-29T05:00Z 60 10", "2024-02-29T06:00Z 60 11"]);
  });
});
