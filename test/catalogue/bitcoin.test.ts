import { describe, expect, it } from "vitest";
import {
  halvings,
  hashpriceUsdPerPhDay,
  lastKnownSubsidyMs,
  subsidyBtcAt,
  subsidyBtcAtHeight,
} from "../../src/catalogue/bitcoin.ts";

const close = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);

describe("hashprice", () => {
  // D = 145,042,165,424,850 is 622.95e21 hashes per block; 1 TH/s earns 4.362e-7 BTC a day at 3.125 + 0.02 BTC per
  // block.
  it("follows from difficulty as a published model prints it", () => {
    const difficulty = 145_042_165_424_850;
    close(difficulty * 2 ** 32, 622.95e21, 1e-5);
    const btcPerPhDay = hashpriceUsdPerPhDay({ difficulty, subsidyBtc: 3.125, feesBtcPerBlock: 0.02, btcUsd: 1 });
    close(btcPerPhDay / 1000, 4.362e-7, 2e-4);
  });

  // 2026-10-03: 964 EH/s is D = 964e18 * 600 / 2^32 = 134.7e12; with 0.05 BTC of fees and 84,714 USD: 40.18 USD/PH/day.
  it("agrees with the market of 2026-10-03", () => {
    const difficulty = (964e18 * 600) / 2 ** 32;
    close(difficulty, 134.7e12, 1e-3);
    close(hashpriceUsdPerPhDay({ difficulty, subsidyBtc: 3.125, feesBtcPerBlock: 0.05, btcUsd: 84_714 }), 40.18, 5e-4);
  });

  // The other form, H / H_net * 144 blocks, is the same where H_net = D 2^32 / 600.
  it("is one PH/s's share of 144 blocks a day", () => {
    const difficulty = 1e14;
    const share = 1e15 / ((difficulty * 2 ** 32) / 600);
    close(
      hashpriceUsdPerPhDay({ difficulty, subsidyBtc: 3.125, feesBtcPerBlock: 0.1, btcUsd: 50_000 }),
      share * 144 * 3.225 * 50_000,
      1e-12,
    );
  });
});

describe("subsidy", () => {
  it.each([
    [0, 50],
    [209_999, 50],
    [210_000, 25],
    [630_000, 6.25],
    [839_999, 6.25],
    [840_000, 3.125],
    [1_050_000, 1.5625],
    [1_260_000, 0.78125],
    // 50e8 >> 10 = 4,882,812 satoshi: halves are cut to whole satoshi.
    [2_100_000, 0.04882812],
    [64 * 210_000, 0],
  ])("at height %d is %d BTC", (height, btc) => {
    expect(subsidyBtcAtHeight(height)).toBe(btc);
  });

  it.each([
    ["2012-11-28T15:24:37Z", 50],
    ["2012-11-28T15:24:38Z", 25],
    ["2016-07-09T16:46:13Z", 12.5],
    ["2020-05-11T19:23:43Z", 6.25],
    ["2024-04-20T00:09:26Z", 6.25],
    ["2024-04-20T00:09:27Z", 3.125],
    ["2026-10-03T00:00:00Z", 3.125],
    ["2028-04-13T00:00:00Z", 1.5625],
  ])("at %s is %d BTC", (text, btc) => {
    expect(subsidyBtcAt(Date.parse(text))).toBe(btc);
  });

  it("lists halvings 210,000 blocks apart; only the last is estimated, within a day of 10 minutes per block", () => {
    expect(halvings.map(({ height }) => height)).toEqual([1, 2, 3, 4, 5].map((n) => n * 210_000));
    expect(halvings.map(({ estimated }) => estimated)).toEqual([false, false, false, false, true]);
    for (let i = 1; i < halvings.length; i++) expect(halvings[i].atMs).toBeGreaterThan(halvings[i - 1].atMs);
    const estimate = Date.UTC(2026, 9, 3) + (1_050_000 - 969_763) * 600_000;
    expect(Math.abs(halvings[4].atMs - estimate)).toBeLessThan(86_400_000);
    expect(lastKnownSubsidyMs).toBeGreaterThan(halvings[4].atMs);
  });
});
