import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { sppOld } from "../../support/market-texts.ts";
import { faultsOf, readLines } from "../../support/price-lines.ts";

// As the column was seen third and last; the hour ending 05:00 UTC has a row in both balancing areas.
const third = [
  "Interval,GMTIntervalEnd,BAA,Settlement Location,Pnode,LMP,MLC,MCC,MEC",
  "04/12/2026 00:00:00,04/12/2026 05:00:00,SPP,HUB_A,HUB_A,-15.26,0,0,-15.26",
  "04/12/2026 00:00:00,04/12/2026 05:00:00,SWPW,HUB_A,HUB_A,22,0,0,22",
  "04/12/2026 01:00:00,04/12/2026 06:00:00,SPP,HUB_A,HUB_A,3,0,0,3",
  "04/12/2026 01:00:00,04/12/2026 06:00:00,SWPW,HUB_A,HUB_A,23,0,0,23",
].join("\n");
const last = third
  .split("\n")
  .map((line) => {
    const fields = line.split(",");
    return [...fields.slice(0, 2), ...fields.slice(3), fields[2]].join(",");
  })
  .join("\n");

describe("SPP", () => {
  it("ends its intervals at the UTC stamp, through the change of the clock", () => {
    expect(readLines(sppOld)).toEqual([
      "2024-11-03T05:00Z 60 18.25",
      "2024-11-03T06:00Z 60 -15.26",
      "2024-11-03T07:00Z 60 17.5",
    ]);
    expect(readMarketPrices(sppOld)).toMatchObject({ market: "spp", location: "SPPNORTH_HUB", currency: "USD" });
  });

  it.each([
    ["third", third],
    ["last", last],
  ])("tells the balancing areas of 2026 apart, the column %s", (_, text) => {
    expect(readLines(text, { location: "HUB_A" })).toEqual(["2026-04-12T04:00Z 60 -15.26", "2026-04-12T05:00Z 60 3"]);
    expect(readLines(text, { location: "HUB_A (SWPW)" })).toEqual([
      "2026-04-12T04:00Z 60 22",
      "2026-04-12T05:00Z 60 23",
    ]);
    expect(faultsOf(() => readLines(text))[0]).toMatchObject({ given: "2 locations: HUB_A, HUB_A (SWPW)" });
  });

  it("reads five minutes and a leap day", () => {
    const text =
      "Interval,GMTIntervalEnd,Settlement Location,Pnode,LMP\n,03/01/2024 00:00:00,A,A,1\n,03/01/2024 " +
      "00:05:00,A,A,2\n,03/01/2024 00:10:00,A,A,3\n";
    expect(readLines(text)).toEqual(["2024-02-29T23:55Z 5 1", "2024-03-01T00:00Z 5 2", "2024-03-01T00:05Z 5 3"]);
  });

  it("reads its own other spelling of the headings", () => {
    const text =
      "INTERVAL,GMTINTERVALEND,BAA,SETTLEMENT_LOCATION,PNODE,LMP,MLC,MCC,MEC\n6/4/2026 1:00,6/4/2026 " +
      "6:00,SPP,SPPNORTH_HUB,SPPNORTH_HUB,12.5,0,0,12.5\n6/4/2026 2:00,6/4/2026 " +
      "7:00,SPP,SPPNORTH_HUB,SPPNORTH_HUB,-3,0,0,-3\n";
    expect(readLines(text)).toEqual(["2026-06-04T05:00Z 60 12.5", "2026-06-04T06:00Z 60 -3"]);
    // A file of one interval has no distance of rows.
    const one = text.split("\n").slice(0, 2).join("\n");
    expect(readLines(one)).toEqual(["2026-06-04T05:00Z 60 12.5"]);
    expect(readMarketPrices(one).notices[0]).toContain("read as an hour of the day-ahead market");
    expect(readLines(one, { minutes: 5 })).toEqual(["2026-06-04T05:55Z 5 12.5"]);
    expect(faultsOf(() => readLines(one.replace("6:00,", "6:05,")))[0].fix).toBe("give options.minutes");
  });
});
