import { describe, expect, it } from "vitest";
import { compareCases } from "../../../../src/plan/compare-cases.ts";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
  type TestSite,
} from "../../../support/plans.ts";
import { billOf } from "../../../support/tariffs.ts";

const quarter = (minute: number, day = 14) => `2026-07-${day}T00:${String(minute).padStart(2, "0")}:00-05:00`;
const charge = (intervals: unknown, fields: Record<string, unknown> = {}) => ({
  usdPerMwYear: 75_000,
  months: [7],
  intervalMinutes: 15,
  intervals,
  ...fields,
});
const site = (coincidentPeak: unknown, load: unknown, others: readonly Record<string, unknown>[] = []): TestSite => ({
  count: 4,
  intervalMinutes: 15,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [gridAsset({ importPriceUsdPerMwh: 0, coincidentPeak }), firmAsset(load), ...others],
});

describe("coincident peak, the mean over listed intervals", () => {
  it("of four intervals is rate x mean: 75 k$/MW-year x (10 + 20 + 30 + 40) / 4", () => {
    const intervals = [0, 15, 30, 45].map((minute) => ({ start: quarter(minute) }));
    const plan = optimalPlan(site(charge(intervals, { peaksPerYear: 4 }), [10, 20, 30, 40]));
    expect(plan.objectiveUsd).toBeCloseTo(75_000 * 25, 4);
    expect(usdOf(plan, "coincident peak", "cash")).toBeCloseTo(1_875_000, 4);
    // A MW more in all four is a MW more of the mean; each has a quarter of it.
    expect(billOf(plan, "coincident peak")).toMatchObject([
      { month: "2026-07", kind: "cash", at: intervals.map(({ start }) => start), usdPerMw: expect.closeTo(75_000, 6) },
    ]);
    expect(plan.ledger.lines.find(({ item }) => item === "coincident peak")?.usdByInterval?.[3]).toBeCloseTo(
      (75_000 / 4) * 40,
      5,
    );
  });

  it("of one in each of four months is ERCOT's 4CP, here by the day", () => {
    // Days of 10, 20, 30 and 40 MW hold the peaks of June to September: the same mean of 25 MW.
    const at = ["2026-06-20", "2026-07-20", "2026-08-20", "2026-09-20"];
    const load = Array.from({ length: 122 }, (_, day) =>
      new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10),
    ).map((date) => 10 * (at.indexOf(date) + 1) || 5);
    const plan = optimalPlan({
      count: 122,
      intervalMinutes: 1440,
      start: "2026-06-01T00:00:00-05:00",
      assets: [
        gridAsset({
          importPriceUsdPerMwh: 0,
          coincidentPeak: charge(
            at.map((date) => ({ start: `${date}T16:30:00-05:00` })),
            { months: [6, 7, 8, 9] },
          ),
        }),
        firmAsset(load),
      ],
    });
    expect(plan.objectiveUsd).toBeCloseTo(75_000 * 25, 3);
    expect(billOf(plan, "coincident peak").map(({ month, usd }) => [month, Math.round(usd)])).toEqual([
      ["2026-06", 187_500],
      ["2026-07", 375_000],
      ["2026-08", 562_500],
      ["2026-09", 750_000],
    ]);
    expect(plan.notices.join()).toContain("coincident peaks of 15 minutes are planned by 1440");
  });

  it("weighs intervals by their probability, as an expected cost", () => {
    // 0.5 x 10 + 0.25 x 20 = 10 MW expected.
    const plan = optimalPlan(
      site(
        charge([
          { start: quarter(0), probability: 0.5 },
          { start: quarter(15), probability: 0.25 },
        ]),
        [10, 20, 30, 40],
      ),
    );
    expect(plan.ledger.usdByKind).toMatchObject({ cash: 0, expected: expect.closeTo(750_000, 4) });
    expect(billOf(plan, "coincident peak")).toMatchObject([{ kind: "expected", usdPerMw: expect.closeTo(56_250, 6) }]);
  });

  it("sheds mining where the expected charge is above what it earns", () => {
    // A quarter of an hour of a MW earns 25; with probability p it costs 75,000 p: 0.0004 -> 30, 0.0003 -> 22.5.
    const plan = optimalPlan(
      site(
        charge([
          { start: quarter(15), probability: 0.0004 },
          { start: quarter(30), probability: 0.0003 },
        ]),
        1,
        [fleetAsset()],
      ),
    );
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [10, 0, 10, 10]);
  });

  it("shares an interval longer or shorter than the plan's among those it meets", () => {
    // 30 minutes from 00:15: half of 20 and half of 30 MW.
    expect(
      optimalPlan(site(charge([{ start: quarter(30) }], { intervalMinutes: 30 }), [10, 20, 30, 40])).objectiveUsd,
    ).toBeCloseTo(75_000 * 35, 4);
    const hours: TestSite = { ...site(charge([{ start: quarter(45) }]), [10, 20, 30, 40]), intervalMinutes: 60 };
    expect(optimalPlan(hours).objectiveUsd).toBeCloseTo(75_000 * 10, 4);
  });

  it("in two plans costs what it costs in one, and nothing outside them", () => {
    const intervals = [
      { start: quarter(0), probability: 0.2 },
      { start: quarter(30), probability: 0.3 },
      { start: quarter(0, 20), probability: 0.4 },
    ];
    const part = (from: number, load: number[]) =>
      optimalPlan({ ...site(charge(intervals), load), count: load.length, start: quarter(from) }).objectiveUsd;
    expect(part(0, [10, 20]) + part(30, [30, 40])).toBeCloseTo(75_000 * (2 + 9), 4);
  });

  it("says which month of the plan has no interval listed", () => {
    expect(optimalPlan(site(charge([{ start: quarter(0, 20) }]), 1)).notices.join()).toContain(
      "no coincident peak of 2026-07 is listed within the plan",
    );
  });
});

describe("coincident peak, the highest listed interval", () => {
  const intervals = [
    { start: quarter(0), probability: 0.5 },
    { start: quarter(15), probability: 0.25 },
  ];
  const maximum = charge(intervals, { form: "maximum" });

  it("is labelled conservative, and never less than the mean", () => {
    // 20 MW is the highest of 10 and 20; the 40 are not listed.
    const plan = optimalPlan(site(maximum, [10, 20, 30, 40]));
    expect(usdOf(plan, "coincident peak 2026-07", "cash")).toBeCloseTo(1_500_000, 4);
    expect(readingOf(plan, "grid", "grid").peaks).toMatchObject([
      { isConservative: true, at: [quarter(15)], peakMw: expect.closeTo(20, 9), usdPerMw: 75_000 },
    ]);
    expect(plan.notices.join()).toContain("conservative");
    expect(plan.endState.grid).toEqual({ coincidentPeakMw: { "2026-07": expect.closeTo(20, 9) } });
    expect(plan.objectiveUsd).toBeGreaterThan(optimalPlan(site(charge(intervals), [10, 20, 30, 40])).objectiveUsd);
  });

  it("owes what an earlier plan has set", () => {
    const plan = optimalPlan({ ...site(maximum, 10), initialState: { grid: { coincidentPeakMw: { "2026-07": 30 } } } });
    expect(plan.ledger.usdByKind).toMatchObject({ cash: expect.closeTo(0, 4), sunk: 0 });
    expect(plan.alreadySetUsd).toBeCloseTo(2_250_000, 4);
    expect(() =>
      compareCases({
        ...planOf({ ...site(maximum, 10), initialState: { grid: { coincidentPeakMw: { "2026-07": 60 } } } }),
        counterfactual: {
          aiOnlyImportLimitMw: new Float64Array(4).fill(45),
          basis: "letter",
          assetsAiOnlyKeeps: [],
          initialState: {},
        },
      }),
    ).toThrow("coincidentPeakMw of 2026-07, 60");
  });
});

describe("coincident peak, several peaks of a year", () => {
  const hour = (t: number) => `2026-07-14T${String(t).padStart(2, "0")}:00:00-05:00`;
  /** 20,000 USD/MW-year on two peaks: 10,000 USD per MW of each. */
  const two = (hours: readonly number[], fields: Record<string, unknown> = {}) => ({
    usdPerMwYear: 20_000,
    months: [7],
    peaksPerYear: 2,
    intervalMinutes: 60,
    form: "maximum",
    intervals: hours.map((t) => ({ start: hour(t) })),
    ...fields,
  });
  const hourly = (
    coincidentPeak: unknown,
    load: readonly number[],
    others: readonly Record<string, unknown>[] = [],
  ): TestSite => ({
    count: load.length,
    hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
    assets: [gridAsset({ importPriceUsdPerMwh: 0, coincidentPeak }), firmAsset(load), ...others],
  });

  it("two certain hours are billed both: 10,000 x (10 + 20)", () => {
    const plan = optimalPlan(hourly(two([0, 1]), [10, 20, 90]));
    expect(plan.objectiveUsd).toBeCloseTo(300_000, 4);
    expect(readingOf(plan, "grid", "grid").peaks).toMatchObject([
      {
        item: "coincident peaks 2026",
        peakMw: expect.closeTo(20, 9),
        billedMw: expect.closeTo(30, 9),
        usdPerMw: 10_000,
        at: [hour(0), hour(1)],
      },
    ]);
    expect(plan.endState.grid).toEqual({
      coincidentYearPeaks: {
        2026: { finishedMw: [expect.closeTo(20, 9), expect.closeTo(10, 9)], chargedMw: expect.closeTo(30, 9) },
      },
    });
  });

  it("of form maximum, two certain hours and peaksPerYear 2 bill 3,000 where one of the two would be 1,500", () => {
    // 3,000 USD/MW-year: 1,500 USD per MW of each of two peaks of 1 MW.
    const billed = (hours: readonly number[]) =>
      optimalPlan(hourly(two(hours, { usdPerMwYear: 3_000 }), [1, 1])).objectiveUsd;
    expect(billed([0, 1])).toBeCloseTo(3_000, 9);
    expect(billed([0])).toBeCloseTo(1_500, 9);
  });

  it("of more hours than peaks the highest two are billed, whatever their probability", () => {
    const listed = two([0, 1, 2, 3], { intervals: [0, 1, 2, 3].map((t) => ({ start: hour(t), probability: 0.9 })) });
    expect(optimalPlan(hourly(listed, [10, 30, 20, 5])).objectiveUsd).toBeCloseTo(500_000, 4);
  });

  it("asks for no probabilities where it uses none: one peak of the month, three hours listed", () => {
    const plan = optimalPlan(
      hourly(
        {
          usdPerMwYear: 20_000,
          months: [7],
          intervalMinutes: 60,
          form: "maximum",
          intervals: [0, 1, 2].map((t) => ({ start: hour(t) })),
        },
        [10, 30, 20],
      ),
    );
    expect(plan.objectiveUsd).toBeCloseTo(20_000 * 30, 4);
  });

  it("two peaks in three hours are what three hours of mining are weighed against", () => {
    // A MW earns 1000 in each of the three hours and costs the rate r of a peak twice.
    const rate = (usdPerMwYear: number) =>
      readingOf(
        optimalPlan({
          ...hourly(two([0, 1, 2], { usdPerMwYear }), [1, 1, 1], [fleetAsset()]),
          hashpriceUsdPerPhDay: 10 * HASHPRICE_FOR_100,
        }),
        "rigs",
        "mining-fleet",
      ).series.powerMw;
    // Per MW 2 x 1490 against 3 x 1000, then 2 x 1510.
    expectSeries(rate(2 * 1490), [10, 10, 10]);
    expectSeries(rate(2 * 1510), [0, 0, 0]);
  });

  it("goes on from the highest of the year so far: only what they rise by is charged", () => {
    // 40 and 12 MW so far: the second of this plan's hours, 20 MW, takes the place of the 12.
    const initialState = { grid: { coincidentYearPeaks: { 2026: { finishedMw: [40, 12] } } } };
    const plan = optimalPlan({ ...hourly(two([0, 1]), [10, 20]), initialState });
    expect(usdOf(plan, "coincident peaks 2026", "cash")).toBeCloseTo(10_000 * (60 - 52), 4);
    expect(plan.endState.grid).toEqual({
      coincidentYearPeaks: { 2026: { finishedMw: [40, expect.closeTo(20, 9)], chargedMw: expect.closeTo(60, 9) } },
    });
    expect(() =>
      compareCases({
        ...planOf({ ...hourly(two([0, 1]), [10, 20]), initialState }),
        counterfactual: {
          aiOnlyImportLimitMw: new Float64Array(2).fill(35),
          basis: "letter",
          assetsAiOnlyKeeps: [],
          initialState: {},
        },
      }),
    ).toThrow("coincidentYearPeaks of 2026, 40");
  });
});

describe("coincident peak, groups with rates of their own", () => {
  const at = (day: string, hour = "16") => ({ start: `2026-${day}T${hour}:00:00-05:00` });
  const groups = [
    {
      name: "summer",
      usdPerMw: 10_000,
      form: "maximum",
      intervals: [at("07-31", "22"), at("07-31", "23"), at("08-01", "00")],
    },
    {
      name: "evening",
      usdPerMw: 5000,
      form: "maximum",
      peaks: 2,
      intervals: [at("07-31", "21"), at("07-31", "22"), at("08-01", "01")],
    },
  ];
  const turn = (load: readonly number[], coincidentPeak: unknown = { intervalMinutes: 60, groups }): TestSite => ({
    count: load.length,
    start: "2026-07-31T21:00:00-05:00",
    assets: [gridAsset({ importPriceUsdPerMwh: 0, coincidentPeak }), firmAsset(load)],
  });

  it("span months, and each bills its own highest intervals", () => {
    // 21:00 to 02:00: 4, 6, 5, 9, 7. Summer: the 9 of midnight. Evening: 6 and 7.
    const plan = optimalPlan(turn([4, 6, 5, 9, 7]));
    expect(usdOf(plan, "coincident peak summer", "cash")).toBeCloseTo(90_000, 5);
    expect(usdOf(plan, "coincident peak evening", "cash")).toBeCloseTo(5000 * 13, 5);
    expect(
      readingOf(plan, "grid", "grid")
        .bill.filter(({ part }) => part === "coincidentPeak")
        .map(({ month }) => month),
    ).toEqual(["2026-08", "2026-08"]);
  });

  it("cut at the month's end cost what they cost in one", () => {
    const first = optimalPlan(turn([4, 6, 5]));
    const second = optimalPlan({ ...turn([9, 7]), start: "2026-08-01T00:00:00-05:00", initialState: first.endState });
    const usd = (plan: typeof first, item: string) => usdOf(plan, `coincident peak ${item}`, "cash");
    expect([usd(first, "summer"), usd(second, "summer")]).toEqual([
      expect.closeTo(60_000, 5),
      expect.closeTo(30_000, 5),
    ]);
    expect([usd(first, "evening"), usd(second, "evening")]).toEqual([
      expect.closeTo(5000 * 10, 5),
      expect.closeTo(5000 * 3, 5),
    ]);
  });

  it("may be expected costs, beside a rate by the year", () => {
    const plan = optimalPlan(
      turn([4, 6, 5], {
        intervalMinutes: 60,
        usdPerMwYear: 8000,
        months: [7],
        intervals: [{ ...at("07-31", "21"), probability: 0.5 }],
        groups: [
          {
            name: "likely",
            usdPerMw: 100,
            intervals: [
              { ...at("07-31", "22"), probability: 0.5 },
              { ...at("07-31", "23"), probability: 0.4 },
            ],
          },
        ],
      }),
    );
    expect(usdOf(plan, "coincident peak", "expected")).toBeCloseTo(8000 * 0.5 * 4, 6);
    expect(usdOf(plan, "coincident peak likely", "expected")).toBeCloseTo(100 * (3 + 2), 6);
  });

  it("refuse what contradicts itself", () => {
    const paths = (coincidentPeak: Record<string, unknown>) =>
      faultsOf(turn([1, 1, 1], { intervalMinutes: 60, ...coincidentPeak })).map(({ path }) =>
        path.replace("assets[0].coincidentPeak.", ""),
      );
    const one = { name: "a", usdPerMw: 5, intervals: [at("07-31", "22")] };
    expect(paths({})).toEqual(["usdPerMwYear", "months", "intervals"]);
    expect(paths({ usdPerMwYear: 5000, groups: [one] })).toEqual(["months", "intervals"]);
    expect(paths({ groups: [one], peaksPerYear: 2 })).toEqual(["peaksPerYear"]);
    expect(paths({ groups: [one, one] })).toEqual(["groups[1].name"]);
    expect(paths({ groups: [{ ...one, intervals: [at("07-31", "22"), at("07-31", "23")] }] })).toEqual([
      "groups[0].intervals",
    ]);
    expect(paths({ groups: [{ ...one, peaks: 2, intervals: [at("07-31", "22"), at("07-31", "22")] }] })).toEqual([
      "groups[0].intervals[1]",
    ]);
    expect(paths({ groups: [{ ...one, intervals: [{ start: "2026-07-31T22:30:00-05:00" }] }] })).toEqual([
      "groups[0].intervals[0]",
    ]);
  });
});

describe("coincident peak, cut inside an interval", () => {
  const from = (minutes: number) => new Date(Date.UTC(2026, 6, 14, 22) + minutes * 60_000).toISOString();
  const tariff = {
    usdPerMwYear: 40_000,
    months: [6, 7, 8, 9],
    intervalMinutes: 60,
    form: "maximum",
    intervals: [{ start: "2026-07-14T17:00:00-05:00" }],
  };
  const quarters = (
    start: number,
    load: readonly number[],
    initialState?: Record<string, unknown>,
    coincidentPeak: unknown = tariff,
  ): TestSite => ({
    count: load.length,
    intervalMinutes: 15,
    start: from(start),
    assets: [gridAsset({ importPriceUsdPerMwh: 20, coincidentPeak }), firmAsset(load)],
    ...(initialState && { initialState }),
  });

  it("keeps what the hour has had: three quarters of 10 MW and one are a mean of 10 MW", () => {
    const first = optimalPlan(quarters(0, [10, 10, 10]));
    expect(first.endState.grid).toEqual({
      coincidentPeakMw: { "2026-07": expect.closeTo(7.5, 9) },
      coincidentOpenMwh: expect.closeTo(7.5, 9),
    });
    const second = optimalPlan(quarters(45, [10], first.endState));
    expect(second.endState.grid).toEqual({ coincidentPeakMw: { "2026-07": expect.closeTo(10, 9) } });
    const cash = (plan: typeof first) => usdOf(plan, "coincident peak 2026-07", "cash");
    expect([cash(first), cash(second)]).toEqual([expect.closeTo(75_000, 4), expect.closeTo(25_000, 4)]);
  });

  it("keeps it over several plans, and drops it with the interval", () => {
    let initialState: Record<string, unknown> | undefined;
    let usd = 0;
    for (const [i, mw] of [4, 8, 12, 16, 20].entries()) {
      const plan = optimalPlan(quarters(15 * i, [mw], initialState));
      usd += i < 4 ? usdOf(plan, "coincident peak 2026-07", "cash") : 0;
      initialState = plan.endState;
      expect((plan.endState.grid as { coincidentOpenMwh?: number }).coincidentOpenMwh ?? 0).toBeCloseTo(
        [1, 3, 6, 0, 5][i],
        9,
      );
    }
    expect(usd).toBeCloseTo(10_000 * 10, 4);
  });

  it("keeps it of an hour that only the next plan lists", () => {
    const first = optimalPlan(
      quarters(0, [10, 10, 10], undefined, { ...tariff, intervals: [{ start: "2026-07-14T20:00:00-05:00" }] }),
    );
    const second = optimalPlan(quarters(45, [10], first.endState));
    expect(usdOf(second, "coincident peak 2026-07", "cash")).toBeCloseTo(100_000, 4);
  });

  it("does not count the open interval twice among several peaks", () => {
    // Two peaks at 10,000 USD/MW: hours of 8, 10 and (4 + 20) / 2 = 12 MW; cut in the third. So far 8 + 10, then 10 +
    // 12.
    const listed = {
      usdPerMwYear: 20_000,
      months: [7],
      peaksPerYear: 2,
      intervalMinutes: 60,
      form: "maximum",
      intervals: [17, 18, 19].map((hour) => ({ start: `2026-07-14T${hour}:00:00-05:00` })),
    };
    const half = (start: number, load: readonly number[], initialState?: Record<string, unknown>) =>
      optimalPlan({ ...quarters(start, load, initialState, listed), intervalMinutes: 30 });
    const first = half(0, [8, 8, 10, 10, 4]);
    const second = half(150, [20], first.endState);
    const cash = (plan: typeof first) => usdOf(plan, "coincident peaks 2026", "cash");
    expect([cash(first), cash(second)]).toEqual([expect.closeTo(180_000, 4), expect.closeTo(40_000, 4)]);
  });

  it("says what it takes where it is not known, and refuses it where nothing is open", () => {
    expect(optimalPlan(quarters(45, [10])).notices.join()).toContain(
      "without coincidentOpenMwh in initialState: 0 is taken",
    );
    expect(faultsOf(quarters(0, [10], { grid: { coincidentOpenMwh: 3 } }))).toMatchObject([
      { path: "assets[0].coincidentPeak.intervalMinutes", given: "coincidentOpenMwh 3 in initialState" },
    ]);
  });
});

describe("what is refused", () => {
  const paths = (coincidentPeak: unknown) =>
    faultsOf(site(coincidentPeak, 1)).map(({ path, given }) => [path.replace("assets[0].coincidentPeak.", ""), given]);

  it.each([
    [
      "an interval of another month",
      [{ start: "2026-08-01T00:00:00-05:00" }],
      {},
      "intervals[0]",
      "an interval of 2026-08",
    ],
    ["an end instead of a start", [{ start: quarter(10) }], {}, "intervals[0]", "a start between intervals"],
    [
      "an interval twice",
      [
        { start: quarter(0), probability: 0.1 },
        { start: quarter(0), probability: 0.1 },
      ],
      {},
      "intervals[1]",
      "an interval listed already",
    ],
    [
      "two certain peaks of one month",
      [{ start: quarter(0) }, { start: quarter(15) }],
      {},
      "intervals",
      "probabilities that add up to 2 in 2026-07",
    ],
    [
      "more peaks than a year has",
      [0, 15, 30].map((minute) => ({ start: quarter(minute) })),
      { peaksPerYear: 2 },
      "intervals",
      "probabilities that add up to 3 in 2026",
    ],
  ])("%s", (_what, intervals, fields, path, given) => {
    expect(paths(charge(intervals, fields))).toEqual([[path, given]]);
  });

  it("five peaks in one month are right where the year has five", () => {
    expect(
      paths(
        charge(
          [0, 15, 30, 45].map((minute) => ({ start: quarter(minute) })),
          { peaksPerYear: 5, months: [6, 7, 8, 9] },
        ),
      ),
    ).toEqual([]);
  });
});
