import { describe, expect, it } from "vitest";
import { markets } from "../../../src/io/markets/index.ts";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { marketTexts } from "../../support/market-texts.ts";
import { faultsOf } from "../../support/price-lines.ts";

describe("every market", () => {
  it("has a text here, and another name than the others", () => {
    expect(marketTexts.map(({ market }) => market)).toEqual(markets.map(({ id }) => id));
    expect(new Set(markets.map(({ id }) => id)).size).toBe(markets.length);
  });
});

describe.each(marketTexts)("$market", ({ market, text, options, price }) => {
  const at = text.indexOf(price);
  const line = text.slice(0, at).split("\n").length;
  const value = Number(price.replace(",", "."));

  it("is recognised by its headings, by LF and CRLF, with a byte order mark and by name", () => {
    const read = readMarketPrices(text, options);
    expect(read.market).toBe(market);
    expect(read.prices.map(({ perMwh }) => perMwh)).toContain(value);
    expect(readMarketPrices(`\ufeff${text.replaceAll("\n", "\r\n")}`, options)).toEqual(read);
    expect(readMarketPrices(text, { ...options, market })).toEqual(read);
  });

  it("gives starts in rising order, none twice, in whole minutes of UTC", () => {
    const { prices } = readMarketPrices(text, options);
    const starts = prices.map(({ start }) => Date.parse(start));
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    for (const { start, minutes } of prices) {
      expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
      expect(minutes).toBeGreaterThan(0);
    }
  });

  it("takes a blank for a gap, never for zero", () => {
    const blank = text.slice(0, at) + text.slice(at + price.length);
    const faults = faultsOf(() => readMarketPrices(blank, { ...options, gaps: "error" }));
    expect(faults).toContainEqual(expect.objectContaining({ line, given: expect.stringMatching(/^a blank for/) }));
    const retained = readMarketPrices(blank, { ...options, gaps: "omit" });
    expect(retained.prices.length).toBe(readMarketPrices(text, { ...options, gaps: "omit" }).prices.length - 1);
    expect(retained.gaps.length).toBe(readMarketPrices(text, { ...options, gaps: "omit" }).gaps.length + 1);
  });

  it("refuses a text cut off before a price, and one with a word for a price", () => {
    expect(faultsOf(() => readMarketPrices(text.slice(0, at), { ...options, gaps: "error" })).length).toBeGreaterThan(
      0,
    );
    const faults = faultsOf(() =>
      readMarketPrices(`${text.slice(0, at)}high${text.slice(at + price.length)}`, options),
    );
    expect(faults).toContainEqual(expect.objectContaining({ line, given: '"high"', wanted: "a price" }));
  });

  it("refuses a price beyond what any market has", () => {
    const faults = faultsOf(() =>
      readMarketPrices(`${text.slice(0, at)}99000${text.slice(at + price.length)}`, options),
    );
    expect(faults).toContainEqual(expect.objectContaining({ line, wanted: "a price from -5000 to 25000 per MWh" }));
  });
});
