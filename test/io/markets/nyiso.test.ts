import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { nyisoAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const HEADER = '"Time Stamp","Name","PTID","LBMP ($/MWHr)"';
const file = (...stamps: string[]) =>
  [HEADER, ...stamps.map((stamp, i) => `"${stamp}","WEST",61752,${i + 1}`)].join("\n");

describe("NYISO", () => {
  // 01:00 occurs twice on 3 November 2024: first UTC-4, then UTC-5; no flag says which, the order of a name's rows
  // does.
  it("reads the hours of each name in their order", () => {
    expect(readLines(nyisoAutumn, { location: "CAPITL" })).toEqual([
      "2024-11-03T04:00Z 60 21",
      "2024-11-03T05:00Z 60 22",
      "2024-11-03T06:00Z 60 -23",
      "2024-11-03T07:00Z 60 24",
    ]);
    expect(readLines(nyisoAutumn, { location: "N.Y.C." })[2]).toBe("2024-11-03T06:00Z 60 33");
    expect(readMarketPrices(nyisoAutumn, { location: "61761" })).toMatchObject({
      market: "nyiso",
      currency: "USD",
      location: "61761",
    });
  });

  it("begins hours at their stamp, in spring and on a leap day", () => {
    expect(readLines(file("03/10/2024 01:00", "03/10/2024 03:00"))).toEqual([
      "2024-03-10T06:00Z 60 1",
      "2024-03-10T07:00Z 60 2",
    ]);
    expect(readLines(file("02/29/2024 23:00", "03/01/2024 00:00"))).toEqual([
      "2024-03-01T04:00Z 60 1",
      "2024-03-01T05:00Z 60 2",
    ]);
  });

  it("ends intervals of five minutes at theirs", () => {
    expect(readLines(file("07/01/2024 00:05:00", "07/01/2024 00:10:00"))).toEqual([
      "2024-07-01T04:00Z 5 1",
      "2024-07-01T04:05Z 5 2",
    ]);
    // The ends 01:55 and 02:00 daylight time, the latter shown as 01:00 standard time; then 01:05.
    const stamps = [
      "01:00",
      "01:05",
      "01:10",
      "01:15",
      "01:20",
      "01:25",
      "01:30",
      "01:35",
      "01:40",
      "01:45",
      "01:50",
      "01:55",
    ];
    const autumn = [...stamps, ...stamps, "02:00"].map((clock) => `11/03/2024 ${clock}:00`);
    const read = readLines(file(...autumn));
    expect(read).toHaveLength(25);
    expect([read[0], read[11], read[12], read[24]]).toEqual([
      "2024-11-03T04:55Z 5 1",
      "2024-11-03T05:50Z 5 12",
      "2024-11-03T05:55Z 5 13",
      "2024-11-03T06:55Z 5 25",
    ]);
  });

  it("lets an interval begin where the one before ended, when the dispatch ran in between", () => {
    expect(readLines(file("07/01/2024 00:05:00", "07/01/2024 00:07:00", "07/01/2024 00:10:00"))).toEqual([
      "2024-07-01T04:00Z 5 1",
      "2024-07-01T04:05Z 2 2",
      "2024-07-01T04:07Z 3 3",
    ]);
  });

  it("refuses hours written like five minutes, and one of the two of autumn missing", () => {
    expect(faultsOf(() => readLines(file("07/01/2024 00:00:00", "07/01/2024 01:00:00")))[0].given).toMatch(
      /^no row for/,
    );
    expect(
      faultsOf(() => readLines(file("11/03/2024 00:00", "11/03/2024 01:00", "11/03/2024 02:00")))[0],
    ).toMatchObject({ line: 3, given: "2024-11-03 01:00 once" });
  });
});
