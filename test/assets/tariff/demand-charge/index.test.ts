import { describe, expect, it } from "vitest";
import { compareCases } from "../../../../src/plan/compare-cases.ts";
import {
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

const NEW_YEAR = "2026-12-31T23:00:00-06:00";
const JULY_END = "2026-07-31T23:00:00-05:00";
const charged = (ratchet: unknown, usdPerMwMonth = 1000) => gridAsset({ demandCharge: { usdPerMwMonth, ratchet } });

describe("a ratchet on the last months", () => {
  const ratchet = { share: 0.8, lastMonths: 11 };

  it("bills a share of the plan's own earlier peak where the month's is lower", () => {
    // An hour of July at 20 MW, one of August at 5: August is billed 0.8 x 20 = 16. 20,000 + 16,000 + 25 MWh x 50.
    const site: TestSite = {
      count: 2,
      start: JULY_END,
      assets: [charged(ratchet), firmAsset([20, 5])],
      initialState: { grid: { peakMw: { "2026-07": 0 } } },
    };
    const plan = optimalPlan(site);
    expect(plan.objectiveUsd).toBeCloseTo(36_000 + 1250, 5);
    const [july, august] = readingOf(plan, "grid", "grid").peaks;
    expect(july).toMatchObject({ billedMw: expect.closeTo(20, 9), at: [JULY_END] });
    expect(july).not.toHaveProperty("setBy");
    expect(august).toMatchObject({
      month: "2026-08",
      billedMw: expect.closeTo(16, 9),
      setBy: "2026-07",
      usdPerMw: 1000,
    });
    expect(august.peakMw).toBeCloseTo(5, 9);
    // A MW less of July's peak saves 1000 in July and 800 in August, one of August's nothing.
    expect([july.worthUsdPerMw, august.worthUsdPerMw]).toEqual([expect.closeTo(1800, 6), expect.closeTo(0, 6)]);
    // The state has peaks as metered, so a ratchet never feeds itself.
    expect(plan.endState.grid).toEqual({
      peakMw: { "2026-07": expect.closeTo(20, 9), "2026-08": expect.closeTo(5, 9) },
    });
  });

  it("costs in two plans what it costs in one", () => {
    const part = (start: string, mw: number, initialState: TestSite["initialState"]) =>
      optimalPlan({
        count: 1,
        start,
        assets: [charged(ratchet), firmAsset(mw)],
        ...(initialState && { initialState }),
      });
    const first = part(JULY_END, 20, { grid: { peakMw: { "2026-07": 0 } } });
    const second = part("2026-08-01T00:00:00-05:00", 5, first.endState);
    expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(37_250, 5);
    // No earlier plan has charged anything of August: what July obliges to is a cost of this one.
    expect(usdOf(second, "demand charge 2026-08", "cash")).toBeCloseTo(16_000, 6);
    expect(second.alreadySetUsd).toBe(0);
    const third = part("2026-08-01T01:00:00-05:00", 18, second.endState);
    expect(usdOf(third, "demand charge 2026-08", "cash")).toBeCloseTo(2000, 6);
    expect(third.alreadySetUsd).toBeCloseTo(16_000, 6);
  });

  it("keeps mining from a peak whose later months cost more than it earns", () => {
    // Nine hours of July earn 9 x (100 - 50) = 450 per MW; its peak costs 300, and by the ratchet 240 more in August.
    const mined = (own: unknown) => {
      const demandCharge = { usdPerMwMonth: 300, prorate: false, ...(own === undefined ? {} : { ratchet: own }) };
      const price = [...new Array<number>(36).fill(50), 500];
      const plan = optimalPlan({
        count: 37,
        intervalMinutes: 15,
        start: "2026-07-31T15:00:00-05:00",
        hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
        initialState: { grid: { peakMw: { "2026-07": 0 } } },
        assets: [gridAsset({ importPriceUsdPerMwh: price, demandCharge }), firmAsset(1), fleetAsset()],
      });
      return readingOf(plan, "rigs", "mining-fleet").series.powerMw[0];
    };
    expect(mined(undefined)).toBeCloseTo(10, 6);
    // Up to 1.25 MW the ratchet, 0.8 x 1.25, does not exceed August's own 1 MW.
    expect(mined(ratchet)).toBeCloseTo(0.25, 6);
  });

  it("takes earlier peaks from the state, as charged before", () => {
    // May's 30 MW oblige July to 24; July itself has 20 set and reaches 22: nothing more to pay.
    const plan = optimalPlan({
      count: 1,
      assets: [charged(ratchet), firmAsset(22)],
      initialState: { grid: { peakMw: { "2026-05": 30, "2026-07": 20 } } },
    });
    expect(usdOf(plan, "demand charge 2026-07", "cash")).toBeCloseTo(0, 6);
    expect(plan.alreadySetUsd).toBeCloseTo(24_000, 6);
    expect(billOf(plan, "demand charge")[0]).toMatchObject({
      usd: expect.closeTo(0, 6),
      alreadyUsd: expect.closeTo(24_000, 6),
      billedMw: 24,
      setBy: "2026-05",
      peakMw: expect.closeTo(22, 9),
    });
  });

  it("names the months it knows no peak of, and that later months are in no cost", () => {
    const { notices } = optimalPlan({
      count: 1,
      assets: [charged({ share: 0.8, lastMonths: 3 }), firmAsset(22)],
      initialState: { grid: { peakMw: { "2026-05": 30, "2026-07": 20 } } },
    });
    expect(notices).toEqual([
      "grid: the ratchet looks back on 2026-04, 2026-06 without a peakMw in initialState: 0 is taken.",
      "grid: what the ratchet makes of this plan's peaks in later months is in no cost here.",
    ]);
  });
});

describe("a ratchet on listed months", () => {
  it("looks back on those of the eleven months before", () => {
    // REopt's own case of `demand_lookback_months` (January, April, December at 75 %), here month by month: of the
    // peaks 20 (January), 40 (April), 50 (June, not listed) and 30 (December), February 2027 at 10 MW is billed 0.75 x
    // 40 = 30.
    const peakMw = { "2026-04": 40, "2026-06": 50, "2026-12": 30, "2027-01": 20, "2027-02": 0 };
    const plan = optimalPlan({
      count: 1,
      start: "2027-02-10T00:00:00-06:00",
      assets: [charged({ share: 0.75, months: [1, 4, 12] }), firmAsset(10)],
      initialState: { grid: { peakMw } },
    });
    expect(readingOf(plan, "grid", "grid").peaks[0]).toMatchObject({ billedMw: 30, setBy: "2026-04" });
    expect(plan.alreadySetUsd).toBeCloseTo(30_000, 6);
    expect(plan.notices).toHaveLength(1);
  });

  it("a listed month of the plan feeds the next year's, one that is not listed does not", () => {
    // December at 20 MW, January at 5: 0.5 x 20 = 10 where December is listed.
    const january = (months: number[]) => {
      const plan = optimalPlan({
        count: 2,
        start: NEW_YEAR,
        assets: [charged({ share: 0.5, months }), firmAsset([20, 5])],
        initialState: { grid: { peakMw: { "2026-12": 0 } } },
      });
      return readingOf(plan, "grid", "grid").peaks[1].billedMw;
    };
    expect(january([12])).toBeCloseTo(10, 9);
    expect(january([11])).toBeCloseTo(5, 9);
  });

  it("asks for one form, not both and not none", () => {
    for (const [form, given] of [
      [{ lastMonths: 11, months: [1] }, "both lastMonths and months"],
      [{}, "neither lastMonths nor months"],
    ] as const) {
      expect(faultsOf({ count: 1, assets: [charged({ share: 0.8, ...form }), firmAsset(1)] })).toMatchObject([
        { path: "assets[0].demandCharge.ratchet", given },
      ]);
    }
  });
});

it("an AI-only site cannot have set the peak the ratchet looks back on", () => {
  const plan = (ratchet: unknown) =>
    planOf({
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [charged(ratchet), firmAsset(10), fleetAsset()],
      initialState: { grid: { peakMw: { "2026-05": 60, "2026-07": 0 } } },
    });
  const compare = (ratchet: unknown) =>
    compareCases({
      ...plan(ratchet),
      counterfactual: {
        aiOnlyImportLimitMw: Float64Array.of(45),
        basis: "letter",
        assetsAiOnlyKeeps: [],
        initialState: {},
      },
    });
  expect(() => compare({ share: 0.8, lastMonths: 11 })).toThrow(
    "peakMw of 2026-05, 60, is above importLimitMw, 45 at most",
  );
  expect(compare({ share: 0.8, lastMonths: 1 }).cases[0].status).toBe("optimal");
});

describe("rates by month", () => {
  /** July at 20,000 and August at 5000 USD/MW-month, the others at 10,000. */
  const byMonth = [10, 10, 10, 10, 10, 10, 20, 5, 10, 10, 10, 10].map((usd) => 1000 * usd);
  const site = (demandCharge: unknown, load: readonly number[] = [20, 6]): TestSite => ({
    count: 2,
    start: JULY_END,
    assets: [gridAsset({ importPriceUsdPerMwh: 0, demandCharge }), firmAsset(load)],
    initialState: { grid: { peakMw: { "2026-07": 0 } } },
  });

  it("bill each month at its own, January first", () => {
    const plan = optimalPlan(site({ usdPerMwMonth: byMonth }));
    expect(billOf(plan, "demand charge").map(({ month, usd, usdPerMw }) => [month, Math.round(usd), usdPerMw])).toEqual(
      [
        ["2026-07", 400_000, 20_000],
        ["2026-08", 30_000, 5000],
      ],
    );
  });

  it("stand beside a ratchet: July's peak is billed in August by share, at August's rate", () => {
    const plan = optimalPlan(site({ usdPerMwMonth: byMonth, ratchet: { share: 0.8, lastMonths: 3 } }));
    expect(plan.objectiveUsd).toBeCloseTo(20 * 20_000 + 16 * 5000, 4);
  });

  it("wants twelve, judged together: one small rate beside large ones is not a slip", () => {
    const faults = (usdPerMwMonth: unknown) =>
      faultsOf(site({ usdPerMwMonth })).map(({ path, fix }) => [path, fix.split(";")[0]]);
    expect(faultsOf(site({ usdPerMwMonth: [1, 2, 3] }))).toMatchObject([
      {
        path: "assets[0].demandCharge.usdPerMwMonth",
        wanted: expect.stringContaining("or 12 of them from January on") as string,
      },
    ]);
    expect(faults(byMonth.map((usd, month) => (month === 3 ? 60 : usd)))).toEqual([]);
    expect(faults(byMonth.map((usd) => usd / 1000))).toEqual([
      ["assets[0].demandCharge.usdPerMwMonth", "is this USD/kW-month? multiply by 1000"],
    ]);
    expect(faults(byMonth.map((usd, month) => (month === 3 ? -1 : usd)))[0][0]).toBe(
      "assets[0].demandCharge.usdPerMwMonth[3]",
    );
    expect(faults(10)).toEqual([["assets[0].demandCharge.usdPerMwMonth", "is this USD/kW-month? multiply by 1000"]]);
  });
});

describe("a least billed demand", () => {
  const least = { usdPerMwMonth: 1000, leastBilledMw: 12, ratchet: { share: 0.8, lastMonths: 11 } };
  const hour = (start: string, mw: number, initialState?: TestSite["initialState"], demandCharge: unknown = least) =>
    optimalPlan({
      count: 1,
      start,
      assets: [gridAsset({ importPriceUsdPerMwh: 0, demandCharge }), firmAsset(mw)],
      ...(initialState && { initialState }),
    });

  it("is billed where the peak is lower, and does not count as a peak of later months", () => {
    const july = hour(JULY_END, 5, { grid: { peakMw: {} } });
    expect(july.objectiveUsd).toBeCloseTo(12_000, 6);
    expect(readingOf(july, "grid", "grid").peaks).toMatchObject([
      { billedMw: 12, setBy: "leastBilledMw", peakMw: expect.closeTo(5, 9) },
    ]);
    expect(july.endState.grid).toEqual({ peakMw: { "2026-07": expect.closeTo(5, 9) } });
    // Without a floor August would be billed 0.8 x 5 = 4 MW for its 1.
    expect(
      hour("2026-08-01T00:00:00-05:00", 1, july.endState, { ...least, leastBilledMw: 0 }).objectiveUsd,
    ).toBeCloseTo(4000, 6);
  });

  it("is charged once a month, however the month is cut", () => {
    const first = hour("2026-08-01T00:00:00-05:00", 5);
    const second = hour("2026-08-01T01:00:00-05:00", 14, first.endState);
    const third = hour("2026-08-01T02:00:00-05:00", 3, second.endState);
    expect([first, second, third].map(({ objectiveUsd }) => Math.round(objectiveUsd))).toEqual([12_000, 2000, 0]);
    expect(third.alreadySetUsd).toBeCloseTo(14_000, 6);
  });

  it("leaves mining free below it", () => {
    const site = {
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset({ demandCharge: { usdPerMwMonth: 1000, leastBilledMw: 12 } }), firmAsset(5), fleetAsset()],
      start: "2026-08-01T00:00:00-05:00",
    };
    // A MW earns 100 - 50 in the hour, against 1000 above the floor: 7 of the 10 MW run.
    expect(readingOf(optimalPlan(site), "rigs", "mining-fleet").series.powerMw[0]).toBeCloseTo(7, 6);
  });
});
