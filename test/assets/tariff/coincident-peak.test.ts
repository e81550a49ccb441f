import { describe, expect, it } from "vitest";
import { compareCases } from "../../../src/plan/compare-cases.ts";
import { expectSeries, faultsOf, firmAsset, fleetAsset, gridAsset, HASHPRICE_FOR_100, optimalPlan, planOf, readingOf, usdOf, type TestSite } from "../../support/plans.ts";
import { billOf } from "../../support/tariffs.ts";

const quarter = (minute: number, day = 14) => `2026-07-${day}T00:${String(minute).padStart(2, "0")}:00-05:00`;
const charge = (intervals: unknown, fields: Record<string, unknown> = {}) => ({ usdPerMwYear: 75_000, months: [7], intervalMinutes: 15, intervals, ...fields });
const site = (coincidentPeak: unknown, load: unknown, others: readonly Record<string, unknown>[] = []): TestSite => ({
  count: 4, intervalMinutes: 15, hashpriceUsdPerPhDay: HASHPRICE_FOR_100, assets: [gridAsset({ importPriceUsdPerMwh: 0, coincidentPeak }), firmAsset(load), ...others],
});

describe("coincident peak, the mean over listed intervals", () => {
  it("of four intervals is rate x mean: 75 k$/MW-year x (10 + 20 + 30 + 40) / 4", () => {
    const intervals = [0, 15, 30, 45].map((minute) => ({ start: quarter(minute) }));
    const plan = optimalPlan(site(charge(intervals, { peaksPerYear: 4 }), [10, 20, 30, 40]));
    expect(plan.objectiveUsd).toBeCloseTo(75_000 * 25, 4);
    expect(usdOf(plan, "coincident peak", "cash")).toBeCloseTo(1_875_000, 4);
    // A MW more in all four is a MW more of the mean; each has a quarter of it.
    expect(billOf(plan, "coincident peak")).toMatchObject([{ month: "2026-07", kind: "cash", at: intervals.map(({ start }) => start), usdPerMw: expect.closeTo(75_000, 6) }]);
    expect(plan.ledger.lines.find(({ item }) => item === "coincident peak")?.usdByInterval?.[3]).toBeCloseTo((75_000 / 4) * 40, 5);
  });

  it("of one in each of four months is ERCOT's 4CP, here by the day", () => {
    // Days of 10, 20, 30 and 40 MW hold the peaks of June to September: the same mean of 25 MW.
    const at = ["2026-06-20", "2026-07-20", "2026-08-20", "2026-09-20"];
    const load = Array.from({ length: 122 }, (_, day) => new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10)).map((date) => 10 * (at.indexOf(date) + 1) || 5);
    const plan = optimalPlan({ count: 122, intervalMinutes: 1440, start: "2026-06-01T00:00:00-05:00", assets: [gridAsset({ importPriceUsdPerMwh: 0, coincidentPeak: charge(at.map((date) => ({ start: `${date}T16:30:00-05:00` })), { months: [6, 7, 8, 9] }) }), firmAsset(load)] });
    expect(plan.objectiveUsd).toBeCloseTo(75_000 * 25, 3);
    expect(billOf(plan, "coincident peak").map(({ month, usd }) => [month, Math.round(usd)])).toEqual([["2026-06", 187_500], ["2026-07", 375_000], ["2026-08", 562_500], ["2026-09", 750_000]]);
    expect(plan.notices.join()).toContain("coincident peaks of 15 minutes are planned by 1440");
  });

  it("weighs intervals by their probability, as an expected cost", () => {
    // 0.5 x 10 + 0.25 x 20 = 10 MW expected.
    const plan = optimalPlan(site(charge([{ start: quarter(0), probability: 0.5 }, { start: quarter(15), probability: 0.25 }]), [10, 20, 30, 40]));
    expect(plan.ledger.usdByKind).toMatchObject({ cash: 0, expected: expect.closeTo(750_000, 4) });
    expect(billOf(plan, "coincident peak")).toMatchObject([{ kind: "expected", usdPerMw: expect.closeTo(56_250, 6) }]);
  });

  it("sheds mining where the expected charge is above what it earns", () => {
    // A quarter of an hour of a MW earns 25; with probability p it costs 75,000 p: 0.0004 -> 30, 0.0003 -> 22.5.
    const plan = optimalPlan(site(charge([{ start: quarter(15), probability: 0.0004 }, { start: quarter(30), probability: 0.0003 }]), 1, [fleetAsset()]));
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [10, 0, 10, 10]);
  });

  it("shares an interval longer or shorter than the plan's among those it meets", () => {
    // 30 minutes from 00:15: half of 20 and half of 30 MW.
    expect(optimalPlan(site(charge([{ start: quarter(30) }], { intervalMinutes: 30 }), [10, 20, 30, 40])).objectiveUsd).toBeCloseTo(75_000 * 35, 4);
    const hours: TestSite = { ...site(charge([{ start: quarter(45) }]), [10, 20, 30, 40]), intervalMinutes: 60 };
    expect(optimalPlan(hours).objectiveUsd).toBeCloseTo(75_000 * 10, 4);
  });

  it("in two plans costs what it costs in one, and nothing outside them", () => {
    const intervals = [{ start: quarter(0), probability: 0.2 }, { start: quarter(30), probability: 0.3 }, { start: quarter(0, 20), probability: 0.4 }];
    const part = (from: number, load: number[]) => optimalPlan({ ...site(charge(intervals), load), count: load.length, start: quarter(from) }).objectiveUsd;
    expect(part(0, [10, 20]) + part(30, [30, 40])).toBeCloseTo(75_000 * (2 + 9), 4);
  });

  it("says which month of the plan has no interval listed", () => {
    expect(optimalPlan(site(charge([{ start: quarter(0, 20) }]), 1)).notices.join()).toContain("no coincident peak of 2026-07 is listed within the plan");
  });
});

describe("coincident peak, the highest listed interval", () => {
  const intervals = [{ start: quarter(0), probability: 0.5 }, { start: quarter(15), probability: 0.25 }];
  const maximum = charge(intervals, { form: "maximum" });

  it("is labelled conservative, and never less than the mean", () => {
    // 20 MW is the highest of 10 and 20; the 40 are not listed.
    const plan = optimalPlan(site(maximum, [10, 20, 30, 40]));
    expect(usdOf(plan, "coincident peak 2026-07", "cash")).toBeCloseTo(1_500_000, 4);
    expect(readingOf(plan, "grid", "grid").peaks).toMatchObject([{ isConservative: true, at: [quarter(15)], peakMw: expect.closeTo(20, 9), usdPerMw: 75_000 }]);
    expect(plan.notices.join()).toContain("conservative");
    expect(plan.endState.grid).toEqual({ coincidentPeakMw: { "2026-07": expect.closeTo(20, 9) } });
    expect(plan.objectiveUsd).toBeGreaterThan(optimalPlan(site(charge(intervals), [10, 20, 30, 40])).objectiveUsd);
  });

  it("owes what an earlier plan has set", () => {
    const plan = optimalPlan({ ...site(maximum, 10), initialState: { grid: { coincidentPeakMw: { "2026-07": 30 } } } });
    expect(plan.ledger.usdByKind).toMatchObject({ cash: expect.closeTo(0, 4), sunk: 0 });
    expect(plan.alreadySetUsd).toBeCloseTo(2_250_000, 4);
    expect(() => compareCases({ ...planOf({ ...site(maximum, 10), initialState: { grid: { coincidentPeakMw: { "2026-07": 60 } } } }), counterfactual: { aiOnlyImportLimitMw: new Float64Array(4).fill(45), basis: "letter", assetsAiOnlyKeeps: [], initialState: {} } })).toThrow("coincidentPeakMw of 2026-07, 60");
  });
});

describe("what is refused", () => {
  const paths = (coincidentPeak: unknown) => faultsOf(site(coincidentPeak, 1)).map(({ path, given }) => [path.replace("assets[0].coincidentPeak.", ""), given]);

  it.each([
    ["an interval of another month", [{ start: "2026-08-01T00:00:00-05:00" }], {}, "intervals[0]", "an interval of 2026-08"],
    ["an end instead of a start", [{ start: quarter(10) }], {}, "intervals[0]", "a start between intervals"],
    ["an interval twice", [{ start: quarter(0), probability: 0.1 }, { start: quarter(0), probability: 0.1 }], {}, "intervals[1]", "an interval listed already"],
    ["two certain peaks of one month", [{ start: quarter(0) }, { start: quarter(15) }], {}, "intervals", "probabilities that add up to 2 in 2026-07"],
    ["more peaks than a year has", [0, 15, 30].map((minute) => ({ start: quarter(minute) })), { peaksPerYear: 2 }, "intervals", "probabilities that add up to 3 in 2026"],
  ])("%s", (_what, intervals, fields, path, given) => {
    expect(paths(charge(intervals, fields))).toEqual([[path, given]]);
  });

  it("five peaks in one month are right where the year has five", () => {
    expect(paths(charge([0, 15, 30, 45].map((minute) => ({ start: quarter(minute) })), { peaksPerYear: 5, months: [6, 7, 8, 9] }))).toEqual([]);
  });
});
