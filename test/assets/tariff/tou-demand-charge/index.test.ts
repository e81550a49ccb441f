import { describe, expect, it } from "vitest";
import { compareCases } from "../../../../src/plan/compare-cases.ts";
import {
  batteryAsset,
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
} from "../../../support/plans.ts";
import { dayWithPeak } from "../../../support/tariffs.ts";

const touDemandCharge = {
  usdPerMwMonth: { peak: 3000, "off-peak": 500 },
  weekday: dayWithPeak(2, 4),
  weekend: "off-peak",
};
const grid = (fields: Record<string, unknown> = {}) =>
  gridAsset({ importPriceUsdPerMwh: 0, touDemandCharge, ...fields });
const none = { grid: { touPeakMw: { "2026-07": {} } } };

describe("demand by time of use", () => {
  it("charges each period's own highest demand", () => {
    // Tuesday 00:00 to 05:00: off-peak 10, 30, .., 20 MW, peak 15 and 12: 30 x 500 + 15 x 3000.
    const plan = optimalPlan({ count: 5, assets: [grid(), firmAsset([10, 30, 15, 12, 20])], initialState: none });
    expect(usdOf(plan, "demand charge off-peak 2026-07")).toBeCloseTo(15_000, 5);
    expect(usdOf(plan, "demand charge peak 2026-07")).toBeCloseTo(45_000, 5);
    expect(plan.objectiveUsd).toBeCloseTo(60_000, 5);
    const lines = readingOf(plan, "grid", "grid").peaks;
    expect(lines.map(({ item, at, usdPerMw }) => [item, at, usdPerMw])).toEqual([
      ["demand charge peak 2026-07", ["2026-07-14T02:00:00-05:00"], 3000],
      ["demand charge off-peak 2026-07", ["2026-07-14T01:00:00-05:00"], 500],
    ]);
    expect(plan.endState.grid).toEqual({
      touPeakMw: { "2026-07": { "off-peak": expect.closeTo(30, 9), peak: expect.closeTo(15, 9) } },
    });
  });

  it("moves load out of the expensive period", () => {
    // 10 MW for four hours, two of them peak, 5 MW of battery: peak 5, off-peak 15 = 15 x 500 + 5 x 3000.
    const plan = optimalPlan({
      count: 4,
      assets: [grid(), firmAsset(10), batteryAsset()],
      initialState: { ...none, bess: { storedMwh: 0 } },
    });
    expectSeries(readingOf(plan, "grid", "grid").series.importMw, [15, 15, 5, 5]);
    expect(plan.objectiveUsd).toBeCloseTo(22_500, 4);
  });

  it("bills the mean of the billing intervals that begin in the period", () => {
    // 01:30 to 02:30 in steps of 5 minutes, hours billed: the peak's hour has 6 steps of 40 MW, then the state hands on
    // 20 MWh.
    const load = [...new Array<number>(6).fill(10), ...new Array<number>(6).fill(40)];
    const plan = optimalPlan({
      count: 12,
      intervalMinutes: 5,
      start: "2026-07-14T01:30:00-05:00",
      assets: [grid({ billingIntervalMinutes: 60 }), firmAsset(load)],
      initialState: { grid: { touPeakMw: { "2026-07": {} }, openIntervalMwh: 4 } },
    });
    const [peak, offPeak] = readingOf(plan, "grid", "grid").peaks;
    // 4 MWh and half an hour at 10 MW; half an hour at 40 MW so far.
    expect([offPeak.peakMw, peak.peakMw]).toEqual([expect.closeTo(9, 9), expect.closeTo(20, 9)]);
    expect(peak.at).toEqual(["2026-07-14T02:00:00-05:00"]);
    expect(plan.endState.grid).toMatchObject({ openIntervalMwh: expect.closeTo(20, 9) });
  });

  it("two plans in a row charge what one does, by period", () => {
    const load = [10, 30, 15, 12, 20];
    const part = (from: number, to: number, initialState: Record<string, unknown>) =>
      optimalPlan({
        count: to - from,
        start: `2026-07-14T0${from}:00:00-05:00`,
        assets: [grid(), firmAsset(load.slice(from, to))],
        initialState,
      });
    const first = part(0, 3, none);
    const second = part(3, 5, first.endState);
    expect(first.ledger.usdByKind.cash + second.ledger.usdByKind.cash).toBeCloseTo(60_000, 4);
    // Peaks already set were charged in the first: 30 x 500 + 15 x 3000.
    expect(second.alreadySetUsd).toBeCloseTo(60_000, 4);
    expect(second.ledger.usdByKind.sunk).toBe(0);
  });

  it("shows what is owed for a period that does not occur", () => {
    const plan = optimalPlan({
      count: 1,
      assets: [grid(), firmAsset(10)],
      initialState: { grid: { touPeakMw: { "2026-07": { peak: 7, "off-peak": 12 } } } },
    });
    expect(plan.ledger.usdByKind).toMatchObject({ cash: expect.closeTo(0, 6), sunk: 0 });
    expect(plan.alreadySetUsd).toBeCloseTo(7 * 3000 + 12 * 500, 5);
  });

  it("prorates on request, says what it takes for granted, and refuses a state of other periods", () => {
    // 2 of July's 744 hours.
    const plan = optimalPlan({
      count: 2,
      assets: [
        grid({
          touDemandCharge: { ...touDemandCharge, usdPerMwMonth: { peak: 0, "off-peak": 744_000 }, prorate: true },
        }),
        firmAsset(10),
      ],
    });
    expect(plan.objectiveUsd).toBeCloseTo(20_000, 4);
    expect(plan.notices.join()).toContain("inside 2026-07 without its touPeakMw");
    expect(
      faultsOf({
        count: 1,
        assets: [grid(), firmAsset(1)],
        initialState: { grid: { touPeakMw: { "2026-07": { night: 5 } } } },
      }),
    ).toMatchObject([{ path: 'initialState.grid.touPeakMw["2026-07"]', given: 'a peak of "night"' }]);
    expect(
      faultsOf({
        count: 1,
        assets: [grid({ touDemandCharge: { ...touDemandCharge, weekday: "night" } }), firmAsset(1)],
      }),
    ).toMatchObject([{ path: "assets[0].touDemandCharge.weekday" }]);
  });

  it("an AI-only site cannot have set a higher peak than it may import", () => {
    const plan = planOf({
      count: 1,
      assets: [grid(), firmAsset(10)],
      initialState: { grid: { touPeakMw: { "2026-07": { peak: 60 } } } },
    });
    expect(() =>
      compareCases({
        ...plan,
        counterfactual: {
          aiOnlyImportLimitMw: Float64Array.of(45),
          basis: "letter",
          assetsAiOnlyKeeps: [],
          initialState: {},
        },
      }),
    ).toThrow("touPeakMw of peak in 2026-07, 60, is above importLimitMw, 45 at most");
  });
});

describe("a ratchet on one period alone", () => {
  /** Peak from 02:00 to 04:00 at 3000 with a ratchet of 80 %, off-peak at 500 without. */
  const ratcheted = { ...touDemandCharge, ratchets: { peak: { share: 0.8, lastMonths: 2 } } };
  const START = "2026-07-31T02:00:00-05:00";
  const load = (july: number, night: number, august: number) => [
    july,
    july,
    ...Array.from({ length: 22 }, () => night),
    august,
  ];
  const site = (
    hours: readonly number[],
    start = START,
    state: Record<string, unknown> = none,
    charge: unknown = ratcheted,
  ) =>
    optimalPlan({
      count: hours.length,
      start,
      assets: [grid({ touDemandCharge: charge }), firmAsset(hours)],
      initialState: state,
    });
  // Friday 31 July 02:00 to Saturday; August begins at a weekend, so give its weekends the hours of weekdays.
  const daily = { ...ratcheted, weekend: dayWithPeak(2, 4) };

  it("bills the period's earlier peak by share, and leaves the other period as metered", () => {
    // July: peak 20, off-peak 5; August: off-peak 5 at 00:00 and 01:00, peak 10 at 02:00: billed 16.
    const plan = site(load(20, 5, 10), START, none, daily);
    expect(usdOf(plan, "demand charge peak 2026-08")).toBeCloseTo(16 * 3000, 4);
    expect(usdOf(plan, "demand charge off-peak 2026-08")).toBeCloseTo(5 * 500, 4);
    expect(
      readingOf(plan, "grid", "grid").peaks.find(({ item }) => item === "demand charge peak 2026-08"),
    ).toMatchObject({ billedMw: expect.closeTo(16, 9), setBy: "2026-07", peakMw: expect.closeTo(10, 9) });
    expect(plan.objectiveUsd).toBeCloseTo(3000 * (20 + 16) + 500 * (5 + 5), 4);
  });

  it("costs in two plans what it costs in one, wherever they are cut", () => {
    const hours = load(20, 5, 10);
    for (const cut of [1, 2, 22, 23, 24]) {
      const first = site(hours.slice(0, cut), START, none, daily);
      const second = site(
        hours.slice(cut),
        new Date(Date.parse(START) + cut * 3_600_000).toISOString(),
        first.endState,
        daily,
      );
      expect(first.objectiveUsd + second.objectiveUsd, `cut at ${cut}`).toBeCloseTo(3000 * 36 + 500 * 10, 4);
    }
  });

  it("looks back on a month whose rate was 0", () => {
    const byMonth = {
      ...daily,
      usdPerMwMonth: {
        ...touDemandCharge.usdPerMwMonth,
        peak: Array.from({ length: 12 }, (_, month) => (month === 6 ? 0 : 3000)),
      },
    };
    expect(site(load(20, 5, 10), START, none, byMonth).objectiveUsd).toBeCloseTo(3000 * 16 + 500 * 10, 4);
  });

  it("stands beside a least billed demand of the period, which no ratchet sees", () => {
    const least = { ...daily, leastBilledMw: { peak: 30 } };
    // 30 in both months, not 0.8 x 30 = 24 of a later one that has 10.
    expect(site(load(20, 5, 10), START, none, least).objectiveUsd).toBeCloseTo(3000 * 60 + 500 * 10, 4);
    const alone = site(
      [10],
      "2026-08-03T02:00:00-05:00",
      { grid: { touPeakMw: { "2026-07": { peak: 20 }, "2026-08": {} } } },
      daily,
    );
    expect(usdOf(alone, "demand charge peak 2026-08")).toBeCloseTo(3000 * 16, 4);
  });

  it("is refused for a period without a rate, or in two forms", () => {
    const paths = (fields: Record<string, unknown>) =>
      faultsOf({ count: 1, assets: [grid({ touDemandCharge: { ...touDemandCharge, ...fields } }), firmAsset(1)] }).map(
        ({ path }) => path.replace("assets[0].touDemandCharge.", ""),
      );
    expect(paths({ ratchets: { noon: { share: 0.8, lastMonths: 2 } } })).toEqual(['ratchets["noon"]']);
    expect(paths({ ratchets: { peak: { share: 0.8 } } })).toEqual(['ratchets["peak"]']);
    expect(paths({ leastBilledMw: { noon: 3 } })).toEqual(['leastBilledMw["noon"]']);
  });
});

it("a least billed demand by the day goes on in a plan without its period, where the month has had it", () => {
  // Peak from 16:00 on weekdays. Five hours from midnight, 5 of July's 744: least billed 7 MW at 3,000 USD/MW-month.
  const night = (touPeakMw: unknown) =>
    optimalPlan({
      count: 5,
      assets: [
        gridAsset({
          importPriceUsdPerMwh: 0,
          touDemandCharge: {
            usdPerMwMonth: { peak: 3000, "off-peak": 0 },
            weekday: dayWithPeak(16, 20),
            weekend: "off-peak",
            leastBilledMw: { peak: 7 },
            prorate: true,
          },
        }),
        firmAsset(1),
      ],
      initialState: { grid: { touPeakMw, proratedShare: { "2026-07": 0.4 } } },
    }).objectiveUsd;
  expect(night({ "2026-07": { peak: 0 } })).toBeCloseTo((5 / 744) * 7 * 3000, 6);
  expect(night({ "2026-07": { peak: 2 } })).toBeCloseTo((5 / 744) * 7 * 3000, 6);
  expect(night({ "2026-07": {} })).toBe(0);
});
