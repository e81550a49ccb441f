import { describe, expect, it } from "vitest";
import {
  expectSeries,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  resultOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Four engines of 5 MW at 8 MMBtu/MWh x 4 USD/MMBtu + 3 USD/MWh = 35 USD/MWh and 8 x 50 kg = 0.4 t/MWh. */
const engines = (fields: Fields = {}): Fields => ({
  kind: "firm-generation",
  name: "engines",
  units: 4,
  unitMw: 5,
  fuelUsdPerMmbtu: 4,
  heatRateMmbtuPerMwh: 8,
  omUsdPerMwh: 3,
  co2KgPerMmbtu: 50,
  ...fields,
});

const noGrid = gridAsset({ importLimitMw: 0 });

const powerOf = (site: TestSite) => readingOf(optimalPlan(site), "engines", "firm-generation").series.powerMw;

describe("fuel and money", () => {
  it("runs where it is cheaper than the grid, by each hour's price of fuel", () => {
    // 35 USD/MWh, in the last hour 8 x 9 + 3 = 75; the grid costs 30, 50, 50.
    expectSeries(
      powerOf({
        count: 3,
        assets: [
          gridAsset({ importPriceUsdPerMwh: [30, 50, 50] }),
          firmAsset(10),
          engines({ fuelUsdPerMmbtu: [4, 4, 9] }),
        ],
      }),
      [0, 10, 0],
    );
  });

  it("holds a commitment with its minimum load and its no-load fuel", () => {
    // 10 MW online at 40 %: 4 MW at 30 USD/MWh of the grid, 10 at 50. Fuel 8 x 4 + 10 and 8 x 10 + 10 MMBtu.
    const plan = optimalPlan({
      count: 2,
      initialState: { engines: { powerMw: 10 } },
      assets: [
        gridAsset({ importPriceUsdPerMwh: [30, 50] }),
        firmAsset(12),
        engines({ onlineShare: 0.5, minLoadFraction: 0.4, noLoadMmbtuPerHPerMw: 1 }),
      ],
    });
    const { series, totals, asRun } = readingOf(plan, "engines", "firm-generation");
    expectSeries(series.powerMw, [4, 10]);
    expectSeries(series.onlineMw, [10, 10]);
    expectSeries(series.fuelMmbtu as Float64Array, [42, 90]);
    expect(totals.unitHours).toBeCloseTo(4, 9);
    // As committed, so nothing is left to whole units; two ran before the plan.
    expect(asRun).toMatchObject({ fuelMmbtu: 132, unitHours: 4, starts: 0, intervalsUnderMinLoad: 0 });
    expect(plan.objectiveUsd).toBeCloseTo(4 * 132 + 3 * 14 + 8 * 30 + 2 * 50, 6);
  });

  it("names minimum load where it is too much", () => {
    // 10 MW online at 40 % are 4 MW; 3 are drawn and nothing can be exported.
    const result = resultOf({
      count: 1,
      assets: [noGrid, firmAsset(3), engines({ onlineShare: 0.5, minLoadFraction: 0.4 })],
    });
    expect(result.status).toBe("infeasible");
    expect(result.status === "infeasible" && result.conflicts[0].sentence).toContain("too much by 1 MW");
  });
});

describe("ramps", () => {
  const expensive = gridAsset({ importPriceUsdPerMwh: 100 });

  it("are per hour, whatever the step, from the power before the plan", () => {
    // 8 MW/h are 4 MW in half an hour: 2 -> 6 -> 10 -> 12 of load.
    const site = { count: 3, intervalMinutes: 30, assets: [expensive, firmAsset(12), engines({ rampUpMwPerH: 8 })] };
    expectSeries(powerOf({ ...site, initialState: { engines: { powerMw: 2 } } }), [6, 10, 12]);
    // Not known, the first step is free, and said to be.
    const plan = optimalPlan(site);
    expectSeries(readingOf(plan, "engines", "firm-generation").series.powerMw, [12, 12, 12]);
    expect(plan.notices).toContain("engines: no powerMw in initialState; the first step has no ramp.");
  });

  it("hold it up when the grid becomes cheap", () => {
    // Down 4 MW/h. A MW less in hour 1 would cost 100 - 35 there and save 15 in each of two hours.
    const site = {
      count: 4,
      initialState: { engines: { powerMw: 12 } },
      assets: [gridAsset({ importPriceUsdPerMwh: [100, 100, 20, 20] }), firmAsset(12), engines({ rampDownMwPerH: 4 })],
    };
    const plan = optimalPlan(site);
    expectSeries(readingOf(plan, "engines", "firm-generation").series.powerMw, [12, 12, 8, 4]);
    // One more MW/h: in hour 2 one MW less for two hours, in hour 3 one for one; 15 USD/MWh each.
    expectSeries(
      plan.prices.limits.find(({ limit }) => limit === "rampDownMwPerH")?.value as Float64Array,
      [0, 0, 30, 15],
    );
    // Handed on, the next plan goes on falling.
    expectSeries(
      powerOf({
        ...site,
        count: 1,
        initialState: plan.endState,
        assets: [gridAsset({ importPriceUsdPerMwh: 20 }), firmAsset(12), engines({ rampDownMwPerH: 4 })],
      }),
      [0],
    );
  });

  it("let go what falls away, and let in what is committed at minimum load", () => {
    const initialState = { engines: { powerMw: 12 } };
    expectSeries(
      powerOf({
        count: 3,
        initialState,
        assets: [expensive, firmAsset(12), engines({ rampDownMwPerH: 1, availability: [1, 0.2, 0] })],
      }),
      [12, 4, 0],
    );
    // From nothing to 40 % of 10 MW at once, then 1 MW/h.
    const rising = engines({ rampUpMwPerH: 1, onlineShare: [0, 0.5, 0.5], minLoadFraction: 0.4 });
    expectSeries(
      powerOf({ count: 3, initialState: { engines: { powerMw: 0 } }, assets: [expensive, firmAsset(12), rising] }),
      [0, 5, 6],
    );
  });
});

describe("caps of a calendar year", () => {
  // 5 MW at 40, 60, 50 USD/MWh: the engines save 5, 25, 15. 8 MWh go to the second hour and 3 to the third.
  const site = (fields: Fields, used?: Fields): TestSite => ({
    count: 3,
    ...(used && { initialState: { engines: used } }),
    assets: [gridAsset({ importPriceUsdPerMwh: [40, 60, 50] }), firmAsset(5), engines(fields)],
  });

  it.each([
    // In units of 8 MWh: 8 MWh; 1.6 hours of a unit of 5 MW; 64 MMBtu. A MWh more saves 15 USD.
    ["energyMwhPerYear", "energyMwhByYear", 20, 12, "USD/MWh", 15],
    ["unitHoursPerYear", "unitHoursByYear", 5, 3.4, "USD/h", 75],
    ["fuelMmbtuPerYear", "fuelMmbtuByYear", 100, 36, "USD/MMBtu", 15 / 8],
  ])("%s binds, with what was used before", (limit, field, cap, used, unit, usd) => {
    const plan = optimalPlan(site({ [limit]: cap }, { [field]: { 2025: 7, 2026: used } }));
    expectSeries(readingOf(plan, "engines", "firm-generation").series.powerMw, [0, 5, 3]);
    const price = plan.prices.limits.find((priced) => priced.limit === limit);
    expect(price).toMatchObject({ asset: "engines", unit });
    expectSeries(price?.value as Float64Array, [usd]);
    expect(plan.endState.engines).toMatchObject({ [field]: { 2025: 7, 2026: cap } });
    // Used up: the plan that goes on takes the state, and burns nothing.
    expectSeries(powerOf({ ...site({ [limit]: cap }), initialState: plan.endState }), [0, 0, 0]);
  });

  it("begins anew with the local year", () => {
    // From 22:00 on New Year's Eve in Chicago: 2 of 5 MWh are left of 2026, all 5 of 2027.
    const plan = optimalPlan({
      count: 4,
      start: "2026-12-31T22:00:00-06:00",
      initialState: { engines: { energyMwhByYear: { 2026: 3 } } },
      assets: [gridAsset({ importPriceUsdPerMwh: 60 }), firmAsset(5), engines({ energyMwhPerYear: 5 })],
    });
    const { powerMw } = readingOf(plan, "engines", "firm-generation").series;
    expect(powerMw[0] + powerMw[1]).toBeCloseTo(2, 7);
    expect(powerMw[2] + powerMw[3]).toBeCloseTo(5, 7);
    expect(plan.endState.engines).toMatchObject({ energyMwhByYear: { 2026: 5, 2027: 5 } });
  });

  it("counts committed units by the hours they are online", () => {
    // 10 MW online: two unit-hours an hour, however little they give.
    const plan = optimalPlan(site({ onlineShare: 0.5, unitHoursPerYear: 9 }, { unitHoursByYear: { 2026: 3 } }));
    expect(plan.endState.engines).toMatchObject({ unitHoursByYear: { 2026: 9 } });
    expect(resultOf(site({ onlineShare: 0.5, unitHoursPerYear: 8 }, { unitHoursByYear: { 2026: 3 } })).status).toBe(
      "infeasible",
    );
  });
});
