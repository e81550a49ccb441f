import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { misoFiveMinutes } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const file = (...rows: string[]) => ["MKTHOUR_EST,PNODENAME,LMP,CON_LMP,LOSS_LMP", ...rows].join("\n");

describe("MISO five minutes", () => {
  // Standard time (UTC-5) all year: 01:00 of 3 November is 06:00 UTC, once.
  it("begins intervals at the stamp, on standard time in autumn, spring and on a leap day", () => {
    expect(readLines(misoFiveMinutes, { location: "ILLINOIS.HUB" })).toEqual([
      "2024-11-03T05:55Z 5 21.5",
      "2024-11-03T06:00Z 5 -3.5",
      "2024-11-03T06:05Z 5 22.5",
    ]);
    expect(readLines(file("03/10/2024 01:55,A,7,0,0", "03/10/2024 02:00,A,8,0,0"))).toEqual([
      "2024-03-10T06:55Z 5 7",
      "2024-03-10T07:00Z 5 8",
    ]);
    expect(readLines(file("2024-02-29 23:55:00,A,7,0,0"))).toEqual(["2024-03-01T04:55Z 5 7"]);
  });

  it("counts the words below the table and lists the nodes", () => {
    expect(readMarketPrices(misoFiveMinutes, { location: "MINN.HUB" })).toMatchObject({
      market: "miso-real-time",
      currency: "USD",
      notices: ["Ignored: 1 row of words below the table."],
    });
    expect(faultsOf(() => readLines(misoFiveMinutes))[0]).toMatchObject({
      given: "2 locations: ILLINOIS.HUB, MINN.HUB",
    });
  });

  it("refuses a row cut off, an invalid stamp and a gap", () => {
    expect(faultsOf(() => readLines(file("03/10/2024 01:55,A,7,0,0", "03/10/2024")))[0]).toMatchObject({
      line: 3,
      fix: "the line was cut off; load the file again",
    });
    expect(faultsOf(() => readLines(file("10.03.2024 01:55,A,7,0,0")))[0]).toMatchObject({ line: 2, column: 1 });
    expect(faultsOf(() => readLines(file("03/10/2024 01:55,A,7,0,0", "03/10/2024 02:05,A,7,0,0")))[0].given).toMatch(
      /^no row for 2024-03-10T07:00/,
    );
  });
});
