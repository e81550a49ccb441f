import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { ercotDayAheadAutumn, isoNeAutumn, sppOld } from "../support/market-texts.ts";
import { faultsOf } from "../support/price-lines.ts";

const faultOf = (text: string, options = {}) => faultsOf(() => readMarketPrices(text, options))[0];

describe("headings of no known market", () => {
  it("are answered with the nearest market, what is missing of it, and what may be meant", () => {
    expect(faultOf(ercotDayAheadAutumn.replace("SettlementPointPrice", "SettlementPointPrces"))).toEqual({
      line: 1,
      given: '"DeliveryDate,HourEnding,SettlementPoint,SettlementPointPr..."',
      wanted:
        "the headings of ercot-day-ahead, the nearest market: DeliveryDate, HourEnding, SettlementPoint, " +
        'SettlementPointPrice, DSTFlag; "SettlementPointPrice" is missing',
      fix:
        'for "SettlementPointPrice" did you mean "SettlementPointPrces"?; if it is that ' +
        "market's file, correct the headings; otherwise read the table with readSeries",
    });
    expect(faultOf(sppOld.replace("GMTIntervalEnd", "End").replace("LMP", "Price")).wanted).toMatch(
      /^the headings of spp,.*; "GMTIntervalEnd", "LMP" are missing$/,
    );
  });

  it("are found below lines of title, with their line", () => {
    expect(faultOf(isoNeAutumn.replace('"Hour Ending"', '"HE"'))).toMatchObject({
      line: 5,
      wanted: expect.stringMatching(/^the headings of iso-ne,.*"Hour Ending" is missing$/),
    });
  });

  it("are held against the market that is named alone", () => {
    expect(faultOf("Time Stamp,x\n1,2\n", { market: "nyiso" }).wanted).toMatch(
      /^the headings of nyiso.*"Name", "PTID", "LBMP \(\$\/MWHr\)" are missing$/,
    );
  });

  it("that resemble no market are answered with the list of all", () => {
    expect(faultOf("when,what\n1,2\n").wanted).toContain("smard (Datum von");
  });
});
