import { describe, expect, it } from "vitest";
import { ercotPeaks2026_11 } from "../../src/catalogue/coincident-peaks.ts";
import { presetValues } from "../../src/catalogue/presets.ts";
import { billOf } from "../support/tariffs.ts";
import { firmAsset, fleetAsset, gridAsset, optimalPlan, readingOf } from "../support/plans.ts";

const rules = { fourCp: ercotPeaks2026_11.fourCp, twelveCp: ercotPeaks2026_11.twelveCp };
type Rule = keyof typeof rules;

/** An hour of a month in 2026, planned by 30 minutes, with 10 MW of rigs at the given strike price. */
const hourOf = (rule: Rule, month: string, usdPerMwYear: number, probability: number, hashpriceUsdPerPhDay = 48) =>
  optimalPlan({
    count: 2,
    intervalMinutes: 30,
    start: `${month}T16:00:00Z`,
    timeZone: "UTC",
    hashpriceUsdPerPhDay,
    assets: [
      gridAsset({
        importPriceUsdPerMwh: 0,
        coincidentPeak: {
          ...presetValues(rules[rule]),
          usdPerMwYear,
          intervals: [{ start: `${month}T16:00:00Z`, probability }],
        },
      }),
      firmAsset(2),
      fleetAsset(),
    ],
  });
const miningOf = (plan: ReturnType<typeof hourOf>) => [...readingOf(plan, "rigs", "mining-fleet").series.powerMw];

describe("ercotPeaks2026_11", () => {
  it("every entry has unit, source and date", () => {
    for (const entry of Object.values(ercotPeaks2026_11).flatMap((group) => Object.values(group))) {
      expect(entry.unit).not.toBe("");
      expect(entry.source.length).toBeGreaterThan(10);
      expect(entry.asOf).toMatch(/^2026-\d\d/);
    }
  });

  it("a certain peak in July costs 75,000 / 4 = 18,750 USD per MW under 4CP and 6,250 under 12CP", () => {
    // 2 MW of AI stay. Under 4CP the peak is a quarter of an hour, half of the plan's interval.
    const usd = (rule: Rule) =>
      billOf(hourOf(rule, "2026-07-14", 75_000, 1), "coincident peak").reduce((sum, line) => sum + line.usd, 0);
    expect(usd("fourCp")).toBeCloseTo(2 * 18_750, 4);
    expect(usd("twelveCp")).toBeCloseTo(2 * 6_250, 4);
  });

  it("in January only 12CP has a peak", () => {
    expect(miningOf(hourOf("twelveCp", "2026-01-14", 75_000, 1))).toEqual([0, 10].map((mw) => expect.closeTo(mw, 6)));
    expect(() => hourOf("fourCp", "2026-01-14", 75_000, 1)).toThrow(/months/);
  });

  it("25,000 USD/MW-year, four tries of 2.5 h for a peak: worth 625 USD/MWh under 4CP, 208 under 12CP", () => {
    // 6,250 USD per MW and peak over 10 h. An interval of 30 minutes is the peak with the probability 0.5 / 10; under
    // 4CP its first quarter of an hour is listed, with half of that.
    const worth = (rule: Rule, probability: number) => {
      const [line] = billOf(hourOf(rule, "2026-07-14", 25_000, probability), "coincident peak");
      return (line.usdPerMw ?? NaN) / 0.5;
    };
    expect(2 * worth("fourCp", 0.025)).toBeCloseTo(625, 6);
    expect(worth("twelveCp", 0.05)).toBeCloseTo(625 / 3, 6);
    // Rigs at 500 USD/MWh of strike price sleep under 4CP and mine under 12CP.
    expect(miningOf(hourOf("twelveCp", "2026-07-14", 25_000, 0.05, 240))[0]).toBeCloseTo(10, 6);
    expect(miningOf(hourOf("twelveCp", "2026-07-14", 25_000, 0.05, 90))[0]).toBeCloseTo(0, 6);
  });

  it("from 10 to 2 MW in all four peaks saves 400,000 USD a year at 50 USD/kW-year and 1,200,000 at 150", () => {
    for (const [usdPerMwYear, saved] of [
      [50_000, 400_000],
      [150_000, 1_200_000],
    ]) {
      const [line] = billOf(hourOf("fourCp", "2026-07-14", usdPerMwYear, 1), "coincident peak");
      expect(4 * (line.usdPerMw ?? NaN) * (10 - 2)).toBeCloseTo(saved, 3);
    }
  });
});
