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
  ruleOf,
} from "../../../support/plans.ts";
import { billOf, dayWithPeak } from "../../../support/tariffs.ts";

const tiers = [{ upToMwh: 15, usdPerMwh: 5 }, { usdPerMwh: 60 }];
const grid = (fields: Record<string, unknown> = {}) => gridAsset({ energyTiers: { tiers }, ...fields });
const taken = (mwh: number) => ({ grid: { monthMwh: { "2026-07": mwh } } });

describe("energy by the month's volume", () => {
  it("fills the tiers in order", () => {
    // 30 MWh at 50, and 15 x 5 + 15 x 60.
    const plan = optimalPlan({ count: 3, assets: [grid(), firmAsset(10)], initialState: taken(0) });
    expect(plan.objectiveUsd).toBeCloseTo(1500 + 75 + 900, 6);
    expect(billOf(plan, "energy tier 1")).toMatchObject([{ usd: expect.closeTo(75, 6) }]);
    expect(billOf(plan, "energy tier 2")).toMatchObject([
      { usd: expect.closeTo(900, 6), importMwh: expect.closeTo(30, 9), nextUsdPerMwh: expect.closeTo(60, 6) },
    ]);
    expect(plan.endState.grid).toEqual({ monthMwh: { "2026-07": expect.closeTo(30, 9) } });
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(110, 6);
  });

  it("begins where the month's volume stands", () => {
    // 12 of the first 15 MWh are gone: 3 x 5 + 27 x 60.
    expect(
      optimalPlan({ count: 3, assets: [grid(), firmAsset(10)], initialState: taken(12) }).objectiveUsd,
    ).toBeCloseTo(1500 + 15 + 1620, 6);
    expect(
      optimalPlan({ count: 3, assets: [grid(), firmAsset(10)], initialState: taken(40) }).objectiveUsd,
    ).toBeCloseTo(1500 + 1800, 6);
  });

  it("each month begins anew; a plan in two parts costs what it costs in one", () => {
    // 10 MWh of July and 20 of August: 10 x 5, and 15 x 5 + 5 x 60.
    const part = (hour: number, load: number[], initialState: Record<string, unknown>) =>
      optimalPlan({
        count: load.length,
        start: `2026-0${hour < 24 ? "7-31" : "8-01"}T${String(hour % 24).padStart(2, "0")}:00:00-05:00`,
        assets: [grid({ importPriceUsdPerMwh: 0 }), firmAsset(load)],
        initialState,
      });
    const whole = part(23, [10, 10, 10], taken(0));
    expect(whole.objectiveUsd).toBeCloseTo(50 + 375, 6);
    const first = part(23, [10, 10], taken(0));
    const second = part(25, [10], first.endState);
    expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(425, 6);
  });

  it("mining stops where the tier costs more than it earns", () => {
    // 50 + 5 < 100 < 50 + 60: firm 2 x 3 and 9 MWh of mining fill the first 15.
    const site = {
      count: 3,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [grid(), firmAsset(2), fleetAsset()],
      initialState: taken(0),
    };
    const { powerMw } = readingOf(optimalPlan(site), "rigs", "mining-fleet").series;
    expect(powerMw.reduce((sum, mw) => sum + mw, 0)).toBeCloseTo(9, 6);
    // A rule that looks at prices alone sees the tier in which the month stands.
    expect(ruleOf(site, "grid").flows[0].usdPerMwh?.(0)).toBeCloseTo(55, 9);
    expect(ruleOf({ ...site, initialState: taken(15) }, "grid").flows[0].usdPerMwh?.(0)).toBeCloseTo(110, 9);
  });

  it("refuses rates that fall, and says why and what to do", () => {
    const [fault] = faultsOf({
      count: 1,
      assets: [grid({ energyTiers: { tiers: [{ upToMwh: 15, usdPerMwh: 60 }, { usdPerMwh: 5 }] } }), firmAsset(1)],
    });
    expect(fault).toMatchObject({ path: "assets[0].energyTiers.tiers[1].usdPerMwh", given: "5 after 60" });
    expect(fault.wanted).toContain("a linear program would use the cheapest tier first");
    expect(fault.fix).toContain("importAdderUsdPerMwh");
  });

  it("refuses tiers that do not follow each other", () => {
    const paths = (...list: unknown[]) =>
      faultsOf({ count: 1, assets: [grid({ energyTiers: { tiers: list } }), firmAsset(1)] }).map(({ path }) =>
        path.replace("assets[0].energyTiers.", ""),
      );
    expect(paths({ usdPerMwh: 5 }, { usdPerMwh: 6 })).toEqual(["tiers[0].upToMwh"]);
    expect(paths({ upToMwh: 9, usdPerMwh: 5 })).toEqual(["tiers[0].upToMwh"]);
    expect(paths({ upToMwh: 9, usdPerMwh: 5 }, { upToMwh: 9, usdPerMwh: 6 }, { usdPerMwh: 7 })).toEqual([
      "tiers[1].upToMwh",
    ]);
    expect(paths({ usdPerMwh: 5 })).toEqual([]);
  });

  it("says that an unknown volume is taken as none", () => {
    expect(optimalPlan({ count: 1, assets: [grid(), firmAsset(1)] }).notices.join()).toContain(
      "inside 2026-07 without its monthMwh",
    );
    expectSeries(
      readingOf(optimalPlan({ count: 1, assets: [grid(), firmAsset(1)] }), "grid", "grid").series.importMw,
      [1],
    );
  });
});

describe("bounds and rates by month", () => {
  /** Up to 15 MWh in July and 8 in every other month; the expensive tier at 60, in August at 90. */
  const byMonth = (july: number, other: number) =>
    Array.from({ length: 12 }, (_, month) => (month === 6 ? july : other));
  const seasonal = { tiers: [{ upToMwh: byMonth(15, 8), usdPerMwh: 5 }, { usdPerMwh: byMonth(60, 90) }] };
  const site = (load: readonly number[]) => ({
    count: load.length,
    start: "2026-07-31T22:00:00-05:00",
    assets: [grid({ importPriceUsdPerMwh: 0, energyTiers: seasonal }), firmAsset(load)],
    initialState: taken(0),
  });

  it("hold in their own month", () => {
    // 20 MWh in each: 15 x 5 + 5 x 60, then 8 x 5 + 12 x 90.
    const plan = optimalPlan(site([10, 10, 10, 10]));
    expect(billOf(plan, "energy tier 1").map(({ usd }) => Math.round(usd))).toEqual([75, 40]);
    expect(billOf(plan, "energy tier 2").map(({ usd }) => Math.round(usd))).toEqual([300, 1080]);
  });

  it("are refused where they do not follow each other in some month, which is named", () => {
    const faults = (tierList: unknown[]) =>
      faultsOf({ count: 1, assets: [grid({ energyTiers: { tiers: tierList } }), firmAsset(1)] }).map(
        ({ path, given }) => [path.replace("assets[0].energyTiers.", ""), given],
      );
    expect(faults([{ upToMwh: 9, usdPerMwh: 5 }, { upToMwh: byMonth(9, 12), usdPerMwh: 6 }, { usdPerMwh: 7 }])).toEqual(
      [["tiers[1].upToMwh", "9"]],
    );
    expect(faults([{ upToMwh: 9, usdPerMwh: byMonth(8, 5) }, { usdPerMwh: 7 }])).toEqual([
      ["tiers[1].usdPerMwh", "7 after 8 in month 7"],
    ]);
    expect(faults([{ upToMwh: [1, 2], usdPerMwh: 5 }, { usdPerMwh: 7 }])[0][0]).toBe("tiers[0].upToMwh");
  });
});

describe("tiers of each period", () => {
  const periods = { peak: [{ upToMwh: 12, usdPerMwh: 10 }, { usdPerMwh: 100 }], "off-peak": [{ usdPerMwh: 3 }] };
  const byPeriod = { periods, weekday: dayWithPeak(1, 3), weekend: "off-peak" };
  const site = (
    load: readonly number[],
    fields: Record<string, unknown> = {},
    initialState: Record<string, unknown> = { grid: { periodMwh: { "2026-07": {} } } },
  ) => ({
    count: load.length,
    assets: [grid({ importPriceUsdPerMwh: 0, energyTiers: { ...byPeriod, ...fields } }), firmAsset(load)],
    initialState,
  });

  it("count the import of their own hours", () => {
    // 00:00 off-peak 10, 01:00 and 02:00 peak 10 each, 03:00 off-peak 10: 20 x 3, 12 x 10 + 8 x 100.
    const plan = optimalPlan(site([10, 10, 10, 10]));
    expect(billOf(plan, "energy tier 1 off-peak")).toMatchObject([
      { usd: expect.closeTo(60, 6), importMwh: expect.closeTo(20, 6) },
    ]);
    expect(billOf(plan, "energy tier 1 peak")).toMatchObject([{ usd: expect.closeTo(120, 6) }]);
    expect(billOf(plan, "energy tier 2 peak")).toMatchObject([
      { usd: expect.closeTo(800, 6), nextUsdPerMwh: expect.closeTo(100, 6) },
    ]);
    expect(plan.endState.grid).toEqual({
      periodMwh: { "2026-07": { peak: expect.closeTo(20, 6), "off-peak": expect.closeTo(20, 6) } },
    });
  });

  it("cost in two plans what they cost in one, wherever they are cut", () => {
    const load = [10, 11, 12, 13];
    const whole = optimalPlan(site(load)).objectiveUsd;
    for (const cut of [1, 2, 3]) {
      const first = optimalPlan(site(load.slice(0, cut)));
      const second = optimalPlan({
        ...site(load.slice(cut), {}, first.endState),
        start: `2026-07-14T0${cut}:00:00-05:00`,
      });
      expect(first.objectiveUsd + second.objectiveUsd, `cut at ${cut}`).toBeCloseTo(whole, 6);
    }
  });

  it("price the rule's power by the tier each hour's period stands in", () => {
    const [supply] = ruleOf(site([1, 1, 1, 1], {}, { grid: { periodMwh: { "2026-07": { peak: 12 } } } }), "grid").flows;
    expect([0, 1, 2, 3].map((t) => supply.usdPerMwh?.(t))).toEqual([3, 100, 100, 3]);
  });

  it("are refused without schedules, beside tiers of the month, and for what has none", () => {
    const paths = (energyTiers: unknown, initialState: Record<string, unknown> = {}) =>
      faultsOf({ count: 1, assets: [grid({ energyTiers }), firmAsset(1)], initialState }).map(({ path }) => path);
    expect(paths({})).toEqual(["assets[0].energyTiers.tiers"]);
    expect(paths({ tiers, ...byPeriod })).toEqual(["assets[0].energyTiers.tiers"]);
    expect(paths({ periods })).toEqual(["assets[0].energyTiers.weekday"]);
    expect(paths({ ...byPeriod, weekend: "sunday" })).toEqual(["assets[0].energyTiers.weekend"]);
    expect(
      paths({ ...byPeriod, periods: { ...periods, peak: [{ upToMwh: 5, usdPerMwh: 9 }, { usdPerMwh: 8 }] } }),
    ).toEqual(['assets[0].energyTiers.periods["peak"][1].usdPerMwh']);
    expect(paths(byPeriod, { grid: { periodMwh: { "2026-07": { noon: 5 } } } })).toEqual([
      'initialState.grid.periodMwh["2026-07"]',
    ]);
  });
});
