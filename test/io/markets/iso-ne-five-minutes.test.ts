import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { isoNeFiveMinutesAutumn } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

const file = (...rows: string[]) =>
  ['"H","Location ID","Local Time","LMP"', ...rows.map((row) => `"D",${row}`)].join("\n");

describe("ISO New England five minutes", () => {
  // 00:55 daylight time is 04:55 UTC; 01:00 occurs at 05:00 and at 06:00 UTC; 02:00 is 07:00 UTC.
  it("tells the two hours of autumn by the order of the rows, the day by the comment with the file's name", () => {
    const read = readLines(isoNeFiveMinutesAutumn);
    expect(read).toHaveLength(26);
    expect([read[0], read[1], read[12], read[13], read[24], read[25]]).toEqual([
      "2024-11-03T04:55Z 5 20.25",
      "2024-11-03T05:00Z 5 21",
      "2024-11-03T05:55Z 5 22.375",
      "2024-11-03T06:00Z 5 -6.75",
      "2024-11-03T06:55Z 5 31.375",
      "2024-11-03T07:00Z 5 40.5",
    ]);
    expect(readMarketPrices(isoNeFiveMinutesAutumn)).toMatchObject({
      market: "iso-ne-five-minutes",
      location: "4000",
      currency: "USD",
      filled: [],
      gaps: [],
    });
  });

  it("goes from 01:55 to 03:00 in spring, reads a leap day, and day and time in one", () => {
    expect(readLines(file('4000,"01:55:00",7', '4000,"03:00:00",8'), { date: "2024-03-10" })).toEqual([
      "2024-03-10T06:55Z 5 7",
      "2024-03-10T07:00Z 5 8",
    ]);
    expect(readLines(file('4000,"23:55:00",7'), { date: "2024-02-29" })).toEqual(["2024-03-01T04:55Z 5 7"]);
    expect(readLines(file('4000,"2024-02-29 23:55:00",7'))).toEqual(["2024-03-01T04:55Z 5 7"]);
  });

  it("takes a location by name or number where the file has names", () => {
    const named = file('4000,"01:55:00",7', '4001,"01:55:00",8')
      .replace('"LMP"', '"LMP","Location Name"')
      .replaceAll(/,(\d)$/gm, ",$1,N$1");
    expect(readLines(named, { date: "2024-07-01", location: "N8" })).toEqual(["2024-07-01T05:55Z 5 8"]);
    expect(readLines(named, { date: "2024-07-01", location: "4001" })).toEqual(["2024-07-01T05:55Z 5 8"]);
  });

  it("refuses a file without its day, another day, an invalid time, and one of the two of autumn missing", () => {
    expect(faultsOf(() => readLines(file('4000,"01:55:00",7')))[0]).toMatchObject({ line: 0, wanted: "options.date" });
    expect(faultsOf(() => readLines(isoNeFiveMinutesAutumn, { date: "2024-11-04" }))[0]).toMatchObject({
      wanted: "the day in the file, 2024-11-03",
    });
    expect(faultsOf(() => readLines(file('4000,"25:55:00",7'), { date: "2024-07-01" }))[0]).toMatchObject({
      line: 2,
      column: 3,
      given: '"25:55:00"',
    });
    expect(
      faultsOf(() => readLines(isoNeFiveMinutesAutumn.replace('"D","4000","01:05:00",21,0,0,21.125\n', ""))),
    ).toContainEqual(expect.objectContaining({ given: "2024-11-03 01:05 once" }));
    expect(
      faultsOf(() => readLines(file('4000,"01:55:00",7').replace('"D"', '"Q"'), { date: "2024-07-01" }))[0],
    ).toMatchObject({ line: 2, column: 1, given: '"Q"' });
  });
});
