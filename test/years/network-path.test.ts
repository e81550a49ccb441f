import { describe, expect, test } from "vitest";
import { NetworkPath } from "../../src/years/network-path.ts";
import type { NetworkTerms } from "../../src/years/years-model.ts";

const start = Date.UTC(2027, 0, 1);
const year = 365.2425 * 86_400_000;
const end = start + 10 * year;
const terms: NetworkTerms = {
  given: undefined,
  btcUsd: 84_714,
  btcGrowthPerYear: 0,
  difficulty: 134.7e12,
  growthPerYear: [0],
  feesBtcPerBlock: 0.05,
  feeShare: 0,
  halvingExit: 0,
  halvingsMs: [],
};

describe("NetworkPath", () => {
  test("of the figures of 2026-10-03 is the published hashprice", () => {
    // 964 EH/s, 84,714 USD and 0.05 BTC of fees: 40.18 USD/PH/day (domain sheet).
    expect(new NetworkPath(terms, start, end).hashpriceAt(start)).toBeCloseTo(40.2, 1);
  });

  test("halvings follow from the last known one at ten minutes per block, or from given dates", () => {
    const dates = (path: NetworkPath) =>
      path.halvings.filter(({ atMs }) => atMs > start).map(({ atMs }) => new Date(atMs).toISOString().slice(0, 7));
    expect(dates(new NetworkPath(terms, start, end))).toEqual(["2028-04", "2032-04", "2036-04", "2040-04"].slice(0, 4));
    const given = new NetworkPath({ ...terms, halvingsMs: [Date.UTC(2028, 2, 20)] }, start, end);
    expect(dates(given)[0]).toBe("2028-03");
    expect(given.halvings.find(({ atMs }) => atMs === Date.UTC(2028, 2, 20))).toMatchObject({ estimated: false });
    expect(given.subsidyAt(Date.UTC(2028, 2, 19))).toBe(3.125);
    expect(given.subsidyAt(Date.UTC(2028, 2, 20))).toBe(1.5625);
  });

  test("a halving in the middle of a quarter counts from its own day", () => {
    // No fees, no growth: H before, H / 2 after; 45 of 90 days each make 0.75 H.
    const path = new NetworkPath({ ...terms, feesBtcPerBlock: 0, halvingsMs: [Date.UTC(2027, 1, 15)] }, start, end);
    const { hashpriceUsdPerPhDay, halving, subsidyBtc } = path.quarter(0, start, start + 90 * 86_400_000);
    expect(hashpriceUsdPerPhDay).toBeCloseTo(0.75 * path.hashpriceAt(start), 6);
    expect(halving).toBe("2027-02-15");
    expect(subsidyBtc).toBe(1.5625);
  });

  test("difficulty grows by year, may fall, and drops with rigs that leave at a halving", () => {
    const path = new NetworkPath({ ...terms, growthPerYear: [0.2, -0.1], halvingExit: 0.05 }, start, end);
    expect(path.difficultyAt(start + year / 2)).toBeCloseTo(134.7e12 * 1.2 ** 0.5, -6);
    expect(path.difficultyAt(start + 1.25 * year)).toBeCloseTo(134.7e12 * 1.2 * 0.9 ** 0.25, -6);
    expect(path.difficultyAt(start + 2 * year)).toBeCloseTo(134.7e12 * 1.2 * 0.9 * 0.95, -6);
  });

  test("the mean of an exponential is its logarithmic mean", () => {
    // Price x e^(a t): mean over a year of 1.2^t is 0.2 / ln 1.2.
    const path = new NetworkPath({ ...terms, btcGrowthPerYear: 0.2, halvingsMs: [end] }, start, end);
    expect(path.quarter(0, start, start + year).btcUsd).toBeCloseTo((84_714 * 0.2) / Math.log(1.2), 0);
  });

  test("a fee share is a share of subsidy and fees together", () => {
    const path = new NetworkPath({ ...terms, feesBtcPerBlock: undefined, feeShare: 0.5 }, start, end);
    const none = new NetworkPath({ ...terms, feesBtcPerBlock: 0 }, start, end);
    expect(path.hashpriceAt(start)).toBeCloseTo(2 * none.hashpriceAt(start), 9);
  });

  test("a given hashprice is taken by quarter", () => {
    const path = new NetworkPath({ ...terms, given: [50, 40] }, start, end);
    expect(path.quarter(1, start, end)).toEqual({ hashpriceUsdPerPhDay: 40 });
  });
});
