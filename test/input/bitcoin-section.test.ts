import { describe, expect, it } from "vitest";
import { hashpriceUsdPerPhDay } from "../../src/catalogue/bitcoin.ts";
import { parseBitcoin } from "../../src/input/bitcoin-section.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

const timeZone = "America/Chicago";
const summer = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 3, timeZone);
const market = { btcUsd: 84_714, difficulty: 134.7e12, feesBtcPerBlock: 0.05 };

function read(input: unknown, context: Partial<ParseContext> = { time: summer, timeZone }) {
  const whole: ParseContext = { faults: [], notices: [], ...context };
  return { hashprice: parseBitcoin(input, whole), faults: whole.faults, notices: whole.notices };
}

describe("bitcoin", () => {
  it("takes a hashprice as given", () => {
    expect(read({ hashpriceUsdPerPhDay: [40, 41, 42] }).hashprice).toEqual(Float64Array.of(40, 41, 42));
  });

  it("makes one of price, difficulty, fees and the subsidy of the day", () => {
    const { hashprice, faults } = read({ ...market, btcUsd: [80_000, 84_714, 90_000] });
    expect(faults).toEqual([]);
    [80_000, 84_714, 90_000].forEach((btcUsd, t) => {
      expect(hashprice?.[t]).toBe(hashpriceUsdPerPhDay({ ...market, btcUsd, subsidyBtc: 3.125 }));
    });
    expect(hashprice?.[1]).toBeCloseTo(40.17, 2);
  });

  it("takes a subsidy of the user's own", () => {
    const own = read({ ...market, subsidyBtc: 1.5625 }).hashprice?.[0] ?? Number.NaN;
    expect(own).toBe(hashpriceUsdPerPhDay({ ...market, subsidyBtc: 1.5625 }));
  });

  // Difficulty grows by 20 % over 8,765.82 h: the hashprice falls to 1 / 1.2; at -10 % it rises to 1 / 0.9.
  it.each([0.2, -0.1])("lets difficulty grow by %d a year from the plan's start", (difficultyGrowthPerYear) => {
    const time = timeGrid(Date.parse("2026-01-01T00:00:00-06:00"), 60, 8767, timeZone);
    const { hashprice } = read({ ...market, difficultyGrowthPerYear }, { time, timeZone });
    const first = hashprice?.[0] ?? Number.NaN;
    // The mean over the first hour is the reward half an hour in, but for (k h)^2 / 24, some 1e-11.
    const halfAnHour = (1 + difficultyGrowthPerYear) ** (0.5 / 8765.82);
    const wanted = hashpriceUsdPerPhDay({ ...market, subsidyBtc: 3.125, difficulty: market.difficulty * halfAnHour });
    expect(first / wanted).toBeCloseTo(1, 10);
    expect((hashprice?.[8766] ?? Number.NaN) / first).toBeCloseTo(1 / (1 + difficultyGrowthPerYear), 4);
  });

  // Block 840,000 came at 00:09:27 UTC: of that hour 567 s had 6.25 BTC and 3,033 s 3.125.
  it("halves the subsidy at the halving's instant", () => {
    const time = timeGrid(Date.parse("2024-04-19T23:00:00Z"), 60, 3, timeZone);
    const { hashprice, notices } = read(
      { btcUsd: 64_000, difficulty: 86.4e12, feesBtcPerBlock: 0 },
      { time, timeZone },
    );
    const ratio = (t: number) => (hashprice?.[t] ?? Number.NaN) / (hashprice?.[2] ?? Number.NaN);
    expect(ratio(0)).toBeCloseTo(2, 12);
    expect(ratio(1)).toBeCloseTo((567 * 2 + 3033) / 3600, 12);
    expect(notices).toEqual([expect.stringMatching(/^bitcoin: by default subsidyBtc .*, by the table of halvings\.$/)]);
  });

  it("says that the next halving's date is an estimate, and refuses to guess the one after", () => {
    const after = timeGrid(Date.parse("2028-06-01T00:00:00Z"), 60, 2, timeZone);
    expect(read(market, { time: after, timeZone }).notices[0]).toContain(
      "halving at block 1050000 is estimated for 2028-04-12",
    );
    expect(read({ ...market, subsidyBtc: 1.5625 }, { time: after, timeZone }).notices).toEqual([]);
    const far = timeGrid(Date.parse("2033-06-01T00:00:00Z"), 60, 2, timeZone);
    expect(read(market, { time: far, timeZone }).faults).toMatchObject([
      { path: "bitcoin.subsidyBtc", given: "nothing", fix: "give subsidyBtc" },
    ]);
  });

  it("refuses both a hashprice and what makes one", () => {
    expect(read({ ...market, hashpriceUsdPerPhDay: 40 }).faults).toMatchObject([
      { path: "bitcoin", given: "hashpriceUsdPerPhDay and btcUsd, difficulty, feesBtcPerBlock" },
    ]);
  });

  it("refuses growth of a difficulty that varies already", () => {
    expect(read({ ...market, difficulty: [1e14, 1e14, 1e14], difficultyGrowthPerYear: 0.1 }).faults).toMatchObject([
      { path: "bitcoin.difficultyGrowthPerYear", given: "0.1" },
    ]);
    expect(read({ ...market, difficulty: [1e14, 1e14, 1e14] }).faults).toEqual([]);
  });

  it("names what is missing, mistaken or unknown", () => {
    expect(read({ btcUsd: 84_714, difficulty: 134.7 }).faults).toMatchObject([
      { path: "bitcoin.feesBtcPerBlock", given: "nothing", fix: "add it" },
      { path: "bitcoin.difficulty", given: "134.7", fix: expect.stringMatching(/^is this in T\? multiply by 1e12;/) },
    ]);
    expect(read({}).faults).toMatchObject([{ path: "bitcoin.hashpriceUsdPerPhDay", given: "nothing" }]);
    expect(read({ hashprice: 40 }).faults.map(({ path }) => path)).toEqual([
      "bitcoin.hashpriceUsdPerPhDay",
      "bitcoin.hashprice",
    ]);
    expect(read({ hashpriceUsdPerPhDay: 0.04 }).faults).toMatchObject([
      { fix: expect.stringMatching(/^is this USD\/TH\/day\? multiply by 1000;/) },
    ]);
    expect(read({ ...market, difficultyGrowthPerYear: 150 }).faults).toMatchObject([
      { fix: "is this a percentage? divide by 100" },
    ]);
    expect(read("40").faults).toMatchObject([{ path: "bitcoin", wanted: "an object" }]);
  });
});
