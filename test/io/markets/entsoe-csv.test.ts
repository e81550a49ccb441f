import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { entsoeCsvAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const old = (...rows: string[]) =>
  ['"MTU (CET/CEST)","Day-ahead Price [EUR/MWh]","Currency","BZN|FR"', ...rows].join("\r\n");
const NEW = '"MTU (CET/CEST)","Area","Sequence","Day-ahead Price (EUR/MWh)"';

describe("ENTSO-E downloads", () => {
  // 27 October 2024: 02:00 CEST is 00:00 UTC, 02:00 CET is 01:00 UTC.
  it("believe the clock behind a stamp", () => {
    expect(readLines(entsoeCsvAutumn)).toEqual([
      "2024-10-26T23:00Z 60 61.5",
      "2024-10-27T00:00Z 60 62.5",
      "2024-10-27T01:00Z 60 -0.01",
      "2024-10-27T02:00Z 60 64.5",
    ]);
    expect(readMarketPrices(entsoeCsvAutumn)).toMatchObject({
      market: "entsoe-csv",
      location: "BZN|DE-LU",
      currency: "EUR",
    });
  });

  it("tell the two hours of autumn by their order where nothing is behind the stamps", () => {
    const text = old(
      '"31.10.2021 01:00 - 31.10.2021 02:00","1","EUR"',
      '"31.10.2021 02:00 - 31.10.2021 03:00","2","EUR"',
      '"31.10.2021 02:00 - 31.10.2021 03:00","3","EUR"',
      '"31.10.2021 03:00 - 31.10.2021 04:00","4","EUR"',
    );
    expect(readLines(text)).toEqual([
      "2021-10-30T23:00Z 60 1",
      "2021-10-31T00:00Z 60 2",
      "2021-10-31T01:00Z 60 3",
      "2021-10-31T02:00Z 60 4",
    ]);
  });

  it("have a blank row in spring that is not a gap", () => {
    const spring = [
      '"28.03.2021 01:00 - 28.03.2021 02:00","1","EUR"',
      '"28.03.2021 02:00 - 28.03.2021 03:00","","EUR"',
      '"28.03.2021 03:00 - 28.03.2021 04:00","-2","EUR"',
    ];
    expect(readLines(old(...spring))).toEqual(["2021-03-28T00:00Z 60 1", "2021-03-28T01:00Z 60 -2"]);
    expect(faultsOf(() => readLines(old(spring[0], spring[1].replace('""', '"7"'), spring[2])))[0]).toMatchObject({
      line: 3,
      given: "2021-03-28 02:00",
    });
  });

  it("say n/e, N/A or - where a price is missing: a gap, not a price", () => {
    const hours = (word: string) =>
      old(
        '"01.01.2021 00:00 - 01.01.2021 01:00","1","EUR"',
        `"01.01.2021 01:00 - 01.01.2021 02:00","${word}","EUR"`,
        '"01.01.2021 02:00 - 01.01.2021 03:00","3","EUR"',
      );
    for (const word of ["n/e", "N/A", "-"]) {
      expect(faultsOf(() => readLines(hours(word)))[0]).toMatchObject({ line: 3 });
      expect(readLines(hours(word), { gaps: "omit" })).toEqual(readLines(hours(""), { gaps: "omit" }));
    }
    expect(faultsOf(() => readLines(hours("none")))[0]).toMatchObject({ line: 3, wanted: "a price" });
  });

  it("come in quarter hours, over a change of the clock and a leap day", () => {
    const quarters = [
      NEW,
      '"26/10/2025 02:45:00 (CEST) - 26/10/2025 02:00:00 (CET)","A","1","5"',
      '"26/10/2025 02:00:00 (CET) - 26/10/2025 02:15:00 (CET)","A","1","6"',
    ].join("\n");
    expect(readLines(quarters)).toEqual(["2025-10-26T00:45Z 15 5", "2025-10-26T01:00Z 15 6"]);
    expect(readLines([NEW, '"29/02/2024 23:00:00 - 01/03/2024 00:00:00","A","1","5"'].join("\n"))).toEqual([
      "2024-02-29T22:00Z 60 5",
    ]);
    expect(readLines([NEW, '"30/03/2025 01:45:00 (CET) - 30/03/2025 03:00:00 (CEST)","A","1","5"'].join("\n"))).toEqual(
      ["2025-03-30T00:45Z 15 5"],
    );
  });

  it("may hold sequences, of which one is chosen", () => {
    const row = (sequence: string, price: number) =>
      `"01/01/2026 00:00:00 - 01/01/2026 00:15:00","A","${sequence}","${price}"`;
    const text = [NEW, row("Sequence Sequence 1", 10), row("Sequence Sequence 2", 20)].join("\n");
    expect(faultsOf(() => readLines(text))[0]).toMatchObject({
      line: 3,
      column: 3,
      fix: 'choose one with options.sequence: "1" or "2"',
    });
    expect(readLines(text, { sequence: "2" })).toEqual(["2025-12-31T23:00Z 15 20"]);
    expect(faultsOf(() => readLines(text, { sequence: "3" }))[0]).toMatchObject({ given: 'options.sequence "3"' });
  });

  it("name their currency, and a clock that must be known", () => {
    expect(readMarketPrices(entsoeCsvAutumn.replace("EUR/MWh", "GBP/MWh")).currency).toBe("GBP");
    expect(faultsOf(() => readLines(entsoeCsvAutumn.replace("CET/CEST)", "MSK)")))[0]).toMatchObject({
      line: 1,
      column: 1,
      given: "MSK",
    });
    expect(faultsOf(() => readLines(entsoeCsvAutumn.replace("EUR/MWh", "EUR/kWh")))[0]).toMatchObject({
      line: 1,
      wanted: "a price per MWh",
    });
  });
});
