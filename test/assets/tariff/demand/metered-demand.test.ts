import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  usdOf,
} from "../../../support/plans.ts";
import { billOf } from "../../../support/tariffs.ts";

const demandCharge = { usdPerMwMonth: 1000 };
const spike = [10, 40, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
const hour = (billingIntervalMinutes: number | undefined, load: readonly number[] = spike) => ({
  count: load.length,
  intervalMinutes: 5,
  assets: [gridAsset({ demandCharge, ...(billingIntervalMinutes && { billingIntervalMinutes }) }), firmAsset(load)],
});

describe("demand metered over a billing interval", () => {
  it.each([
    // A spike of 40 MW for 5 minutes over 10 MW: (10 + 40 + 10) / 3, (40 + 5 x 10) / 6, (40 + 11 x 10) / 12.
    [undefined, 40, "2026-07-14T00:05:00-05:00"],
    [15, 20, "2026-07-14T00:00:00-05:00"],
    [30, 15, "2026-07-14T00:00:00-05:00"],
    [60, 12.5, "2026-07-14T00:00:00-05:00"],
  ])("of %s minutes bills a five-minute spike of 40 MW as %s MW", (minutes, peakMw, at) => {
    const plan = optimalPlan(hour(minutes));
    const [peak] = readingOf(plan, "grid", "grid").peaks;
    expect(peak.peakMw).toBeCloseTo(peakMw, 9);
    expect(peak.at).toEqual([at]);
    expect(peak.worthUsdPerMw).toBeCloseTo(1000, 6);
    expect(usdOf(plan, "demand charge 2026-07")).toBeCloseTo(1000 * peakMw, 5);
  });

  it("leaves mining what the interval's mean has room for", () => {
    // 25 MW already set are 75 MW-steps of 5 minutes in a quarter of an hour; firm load takes 10 + 40 + 10, mining the
    // 15 left.
    const site = hour(15, [10, 40, 10]);
    const plan = optimalPlan({
      ...site,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      initialState: { grid: { peakMw: { "2026-07": 25 } } },
      assets: [...site.assets, fleetAsset()],
    });
    const { powerMw } = readingOf(plan, "rigs", "mining-fleet").series;
    expect(powerMw.reduce((sum, mw) => sum + mw, 0)).toBeCloseTo(15, 6);
  });

  it("counts what the interval had before the plan, in energy: a plan in two parts is billed as in one", () => {
    // 10, 40 | 10 MW: 50 / 12 = 4.1667 MWh are open after two steps; the first part is sure of 50 / 3 MW, the second of
    // 60 / 3.
    const first = optimalPlan({ ...hour(15, [10, 40]), initialState: { grid: { peakMw: { "2026-07": 0 } } } });
    expect(readingOf(first, "grid", "grid").peaks[0].peakMw).toBeCloseTo(50 / 3, 9);
    const open = readingOf(first, "grid", "grid").endState?.openIntervalMwh;
    expect(open).toBeCloseTo(50 / 12, 9);
    const second = optimalPlan({
      ...hour(15, [10, 10]),
      start: "2026-07-14T00:10:00-05:00",
      initialState: first.endState,
    });
    expect(readingOf(second, "grid", "grid").peaks[0]).toMatchObject({ at: ["2026-07-14T00:00:00-05:00"] });
    expect(readingOf(second, "grid", "grid").peaks[0].peakMw).toBeCloseTo(20, 9);
    const charged = [first, second].reduce((usd, plan) => usd + usdOf(plan, "demand charge 2026-07", "cash"), 0);
    expect(charged).toBeCloseTo(20_000, 5);
    // The second part ends 5 minutes into the next interval; one that ends with an interval has none open.
    expect(readingOf(second, "grid", "grid").endState?.openIntervalMwh).toBeCloseTo(10 / 12, 9);
    expect(readingOf(optimalPlan(hour(15)), "grid", "grid").endState).not.toHaveProperty("openIntervalMwh");
  });

  it("an interval longer than the whole plan stays open through it", () => {
    const part = optimalPlan({
      ...hour(60, [12]),
      start: "2026-07-14T00:10:00-05:00",
      initialState: { grid: { peakMw: { "2026-07": 0 }, openIntervalMwh: 2 } },
    });
    // 2 + 12 / 12 MWh in an hour.
    expect(readingOf(part, "grid", "grid").endState).toMatchObject({
      openIntervalMwh: expect.closeTo(3, 9),
      peakMw: { "2026-07": expect.closeTo(3, 9) },
    });
  });

  it("says where an open interval is not known, and refuses one that cannot be", () => {
    const inside = { ...hour(15, [10]), start: "2026-07-14T00:10:00-05:00" };
    expect(optimalPlan(inside).notices.join()).toContain("without openIntervalMwh in initialState: 0 is taken");
    for (const minutes of [15, undefined]) {
      expect(faultsOf({ ...hour(minutes), initialState: { grid: { openIntervalMwh: 1 } } })).toMatchObject([
        { path: "assets[0].billingIntervalMinutes", given: "openIntervalMwh 1 in initialState" },
      ]);
    }
    expect(faultsOf(hour(20))).toMatchObject([{ path: "assets[0].billingIntervalMinutes", given: "20" }]);
  });

  it("shorter than the plan's interval is said to hide peaks", () => {
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ demandCharge, billingIntervalMinutes: 15 }), firmAsset([10, 20])],
    });
    expect(plan.notices.join()).toContain("billed by 15 minutes and planned by 60");
    expect(readingOf(plan, "grid", "grid").peaks[0].peakMw).toBeCloseTo(20, 9);
  });

  it("shares one peak of the month among parts that ask for it", () => {
    const site = hour(15);
    const [grid, firm] = site.assets;
    const plan = optimalPlan({
      ...site,
      assets: [{ ...grid, contractedCapacity: { mw: 15, usdPerMwMonth: 200, aboveUsdPerMwMonth: 3000 } }, firm],
    });
    expect(billOf(plan, "above contracted capacity")[0].usd).toBeCloseTo(3000 * 5, 5);
    expectSeries(
      Float64Array.from(readingOf(plan, "grid", "grid").peaks, ({ peakMw }) => peakMw),
      [20, 20],
    );
  });
});
