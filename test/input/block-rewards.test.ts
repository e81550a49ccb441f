import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashpriceUsdPerPhDay } from "../../src/catalogue/bitcoin.ts";
import { parseRequest } from "../../src/input/parse-request.ts";

const START = "2026-07-14T00:00:00Z";
const stamp = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString();
const hashprice = (bitcoin: Record<string, unknown>, horizon: Record<string, unknown> = {}) => {
  const plan = parseRequest({
    horizon: { start: START, timeZone: "UTC", intervalMinutes: 60, count: 2, ...horizon },
    bitcoin: { subsidyBtc: 3.125, feesBtcPerBlock: 0, btcUsd: 60_000, difficulty: 8e13, ...bitcoin },
    assets: [{ kind: "grid", name: "g", importLimitMw: 1, importPriceUsdPerMwh: 9 }],
  });
  return plan.hashpriceUsdPerPhDay as Float64Array;
};
const at = (difficulty: number, btcUsd = 60_000) =>
  hashpriceUsdPerPhDay({ difficulty, subsidyBtc: 3.125, feesBtcPerBlock: 0, btcUsd });

describe("what changes inside an interval", () => {
  it("is the mean of rewards, not the reward at the mean difficulty", () => {
    // Half an hour at 80 T, half at 100 T: the reward at 90 T is 1.2 % less.
    const [first, second] = hashprice({
      difficulty: [
        { start: START, value: 8e13 },
        { start: stamp(30), value: 1e14 },
      ],
    });
    expect(first / ((at(8e13) + at(1e14)) / 2)).toBeCloseTo(1, 12);
    expect(first / at(9e13)).toBeCloseTo(1.0125, 6);
    expect(second).toBe(at(1e14));
  });

  it("price and difficulty that change at different instants make a reward each", () => {
    const [first] = hashprice({
      difficulty: [
        { start: START, value: 8e13 },
        { start: stamp(30), value: 1e14 },
      ],
      btcUsd: [
        { start: START, value: 60_000, minutes: 15 },
        { start: stamp(15), value: 90_000 },
      ],
    });
    expect(first / (0.25 * at(8e13) + 0.25 * at(8e13, 90_000) + 0.5 * at(1e14, 90_000))).toBeCloseTo(1, 12);
  });

  it("is the mean of rewards where difficulty grows: from 80 to 100 T in one interval of a year", () => {
    // 1 / d falls from 1/80 to 1/100 as e^(-k h): its mean is (1/80 - 1/100) / ln 1.25.
    const mean = (1 / 8e13 - 1 / 1e14) / Math.log(1.25);
    const hours = 8765.82;
    const horizon = { intervalMinutes: 1440, count: 366 };
    const byDay = hashprice({ difficultyGrowthPerYear: 0.25 }, horizon);
    const days = hours / 24;
    const year = byDay.subarray(0, 365).reduce((sum, usd) => sum + usd, 0) / days + (byDay[365] * (days - 365)) / days;
    expect(year / (at(1) * mean)).toBeCloseTo(1, 6);
    // The first day alone: d grows by 1.25^(1 / 365.2425), so its mean reward is that at noon to 1e-8.
    expect(byDay[0] / at(8e13 * 1.25 ** (0.5 / days))).toBeCloseTo(1, 7);
  });

  it("values per interval hold throughout theirs", () => {
    expect([...hashprice({ difficulty: [8e13, 1e14], btcUsd: [{ start: START, value: 60_000 }] })]).toEqual([
      at(8e13),
      at(1e14),
    ]);
  });
});

it("an interval earns what its parts earn, planned one by one", () => {
  const difficulty = fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { maxLength: 4 }).chain((quarters) =>
    fc
      .array(fc.integer({ min: 50, max: 150 }), { minLength: quarters.length + 1, maxLength: quarters.length + 1 })
      .map((sizes) =>
        sizes.map((size, i) => ({
          start: stamp(15 * [0, ...quarters.toSorted((a, b) => a - b)][i]),
          value: size * 1e12,
        })),
      ),
  );
  fc.assert(
    fc.property(difficulty, (stamps) => {
      const coarse = hashprice({ difficulty: stamps }, { intervalMinutes: 120, count: 3 });
      const fine = hashprice({ difficulty: stamps }, { intervalMinutes: 15, count: 24 });
      coarse.forEach((usd, t) => {
        const mean = fine.subarray(8 * t, 8 * t + 8).reduce((sum, one) => sum + one, 0) / 8;
        expect(Math.abs(usd / mean - 1)).toBeLessThan(1e-12);
      });
    }),
    { seed: 20260714, numRuns: 100 },
  );
});

it("an interval in which difficulty grows earns the mean of its parts, also where it halves the subsidy", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.5, max: 3, noNaN: true }),
      fc.constantFrom(START, "2024-04-19T00:00:00Z"),
      (growth, start) => {
        const given = { difficultyGrowthPerYear: growth, subsidyBtc: undefined };
        const coarse = hashprice(given, { start, intervalMinutes: 1440, count: 4 });
        const fine = hashprice(given, { start, intervalMinutes: 15, count: 4 * 96 });
        coarse.forEach((usd, t) => {
          const mean = fine.subarray(96 * t, 96 * t + 96).reduce((sum, one) => sum + one, 0) / 96;
          expect(Math.abs(usd / mean - 1)).toBeLessThan(1e-12);
        });
      },
    ),
    { seed: 20260714, numRuns: 60 },
  );
});

it("names every halving inside the plan in the notice", () => {
  const notices = (start: string, count: number) =>
    parseRequest({
      horizon: { start, timeZone: "UTC", intervalMinutes: 60 * 24, count },
      bitcoin: { feesBtcPerBlock: 0, btcUsd: 60_000, difficulty: 8e13 },
      assets: [{ kind: "grid", name: "g", importLimitMw: 1, importPriceUsdPerMwh: 9 }],
    }).notices.filter((notice) => notice.startsWith("bitcoin"));
  expect(notices("2024-04-01T00:00:00Z", 30)).toEqual([
    "bitcoin: by default subsidyBtc 6.25, from 2024-04-20 00:09+00:00 (halving at block 840000) 3.125, by " +
      "the table of halvings.",
  ]);
  expect(notices("2016-01-01T00:00:00Z", 1826)[0]).toMatch(
    /25, from 2016-07-09 .*420000\) 12\.5, from 2020-05-11 .*630000\) 6\.25,/,
  );
  expect(notices("2028-04-01T00:00:00Z", 30).join(" ")).toContain(
    "from 2028-04-13 00:00+00:00 (halving at block 1050000) 1.5625",
  );
});
