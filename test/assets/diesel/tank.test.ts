import { describe, expect, it } from "vitest";
import {
  dieselAsset,
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  resultOf,
  ruleOf,
  usdOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const noGrid = gridAsset({ importLimitMw: 0 });
/** What 5 MWh burn, at 263.7 L/MWh. */
const FIVE_MWH_L = 1318.5;
const hour = (t: string) => `2026-07-14T${t}:00-05:00`;
const readDiesel = (site: TestSite) => readingOf(optimalPlan(site), "gensets", "diesel");
/** 5 MW at 1000 USD/MWh of lost load, no grid, and a tank with `fuelL`. */
const outage = (count: number, fuelL: number, fields: Fields, load: unknown = 5): TestSite => ({
  count,
  initialState: { gensets: { fuelL } },
  assets: [noGrid, firmAsset(load, { vollUsdPerMwh: 1000 }), dieselAsset({ tankL: 5000, ...fields })],
});

describe("a delivery", () => {
  it("in the middle of the plan saves the tank", () => {
    // 5 MWh at hand for two hours of 5 MW, 5 more come at 2:00 for the other two.
    const { series, totals, deliveries, endState } = readDiesel(
      outage(4, FIVE_MWH_L, { deliveries: [{ at: hour("02:00"), orderedL: FIVE_MWH_L, usdPerL: 1 }] }),
    );
    expect(series.powerMw[0] + series.powerMw[1]).toBeCloseTo(5, 7);
    expect(series.powerMw[2] + series.powerMw[3]).toBeCloseTo(5, 7);
    expect(series.tankL?.[1]).toBeCloseTo(0, 4);
    expect(series.tankL?.[2]).toBeCloseTo(FIVE_MWH_L - 263.7 * series.powerMw[2], 4);
    expect(totals.deliveredL).toBeCloseTo(FIVE_MWH_L, 8);
    expect(deliveries).toEqual([{ at: "2026-07-14T07:00:00.000Z", litres: FIVE_MWH_L, usd: FIVE_MWH_L }]);
    expect(endState.fuelL).toBeCloseTo(0, 4);
  });

  it("saves nothing that is burnt before it comes", () => {
    // Two hours without a grid, then there is one: the fuel of 2:00 comes too late.
    const late = outage(
      4,
      FIVE_MWH_L,
      { deliveries: [{ at: hour("02:00"), orderedL: FIVE_MWH_L, usdPerL: 1 }] },
      [5, 5, 0, 0],
    );
    const plan = optimalPlan(late);
    expect(readingOf(plan, "gensets", "diesel").totals.energyMwh).toBeCloseTo(5, 7);
    expect((plan.endState.gensets as { fuelL: number }).fuelL).toBeCloseTo(FIVE_MWH_L, 4);
    // One more litre at hand saves 1/263.7 MWh of lost load less what it and its O&M cost.
    expectSeries(plan.prices.limits.find(({ limit }) => limit === "initialState.fuelL")?.value as Float64Array, [
      (1000 - 283.7) / 263.7,
    ]);
  });

  it("inside an interval serves from the next one on, also past the plan's end", () => {
    const { series } = readDiesel(
      outage(3, 0, { deliveries: [{ at: hour("00:30"), orderedL: FIVE_MWH_L, usdPerL: 1 }] }),
    );
    expectSeries(series.powerMw, [0, series.powerMw[1], 5 - series.powerMw[1]]);
    expectSeries(series.tankL as Float64Array, [FIVE_MWH_L, FIVE_MWH_L - 263.7 * series.powerMw[1], 0], 1e-3);
    const last = readDiesel(outage(1, 0, { deliveries: [{ at: hour("00:30"), orderedL: FIVE_MWH_L, usdPerL: 1 }] }));
    expectSeries(last.series.powerMw, [0]);
    expect(last.endState.fuelL).toBeCloseTo(FIVE_MWH_L, 6);
  });

  it("is counted once where plans follow each other", () => {
    // Deliveries at 1:30, within the first plan's last interval, and at 2:00, the second plan's start.
    const deliveries = [
      { at: hour("01:30"), orderedL: 300, usdPerL: 1 },
      { at: hour("02:00"), orderedL: 400, usdPerL: 1 },
    ];
    const first = optimalPlan(outage(2, 0, { deliveries }));
    expect((first.endState.gensets as { fuelL: number }).fuelL).toBeCloseTo(300, 6);
    const second = optimalPlan({ ...outage(2, 0, { deliveries }), start: hour("02:00"), initialState: first.endState });
    expect(readingOf(second, "gensets", "diesel").totals.fuelL).toBeCloseTo(700, 5);
    for (const plan of [first, second])
      expect(plan.notices).toContain("gensets: 1 of 2 deliveries fall outside the plan and are left out.");
  });

  it("that overflows the tank is refused", () => {
    const site = (loadMw: number) =>
      outage(2, 4800, { deliveries: [{ at: hour("01:00"), orderedL: 600, usdPerL: 1 }] }, loadMw);
    // 1 MW burns 263.7 L before it comes: 4800 - 263.7 + 600 are 136.3 more than the 5000 of the tank.
    const result = resultOf(site(1));
    expect(result.status).toBe("infeasible");
    if (result.status === "infeasible")
      expect(result.detail).toContain(
        "gensets: fuel in tank before deliveries[0] is missed by 136.3 L: gensets tankL 5000 L",
      );
    // 2 MW burn 527.4 and make room.
    expect(resultOf(site(2)).status).toBe("optimal");
    expect(
      faultsOf(outage(1, 0, { deliveries: [{ at: hour("00:00"), orderedL: 5001, usdPerL: 1 }] })).map(
        ({ path }) => path,
      ),
    ).toEqual(["assets[2].deliveries[0].orderedL"]);
  });
});

describe("what may be ordered", () => {
  it("is ordered as far as it is worth more than it costs", () => {
    // 10 MWh of load, fuel for 5: 1318.5 L more at 1.1 USD, worth 1000 USD/MWh; none at 4 USD/L, 1054.8 USD/MWh.
    const site = (usdPerL: number) =>
      outage(4, FIVE_MWH_L, { deliveries: [{ at: hour("02:00"), upToL: 4000, usdPerL }] }, [2.5, 2.5, 2.5, 2.5]);
    const plan = optimalPlan(site(1.1));
    expect(readingOf(plan, "gensets", "diesel").totals.deliveredL).toBeCloseTo(FIVE_MWH_L, 4);
    // Paid when it comes; the stock, valued at 1 USD/L, has lost 1318.5 L.
    expect(usdOf(plan, "fuel deliveries", "cash")).toBeCloseTo(1.1 * FIVE_MWH_L, 4);
    expect(usdOf(plan, "change of fuel in tank", "valuation")).toBeCloseTo(FIVE_MWH_L, 4);
    expect(plan.objectiveUsd).toBeCloseTo(2.1 * FIVE_MWH_L + 10 * 20, 3);
    expect(readDiesel(site(4)).totals.deliveredL).toBeCloseTo(0, 4);
  });

  it("is ordered for the stock where it costs less than that is worth, as far as the tank has room", () => {
    // Valued at 1 USD/L, offered at 0.9 to a tank of 5000 with 1318.5 L less 1318.5 burnt: 4000 fit, then 5000 -
    // 1318.5.
    const site = (loadMw: number) =>
      outage(2, FIVE_MWH_L, { deliveries: [{ at: hour("01:00"), upToL: 4000, usdPerL: 0.9 }] }, [loadMw, 0]);
    expect(readDiesel(site(5)).totals.deliveredL).toBeCloseTo(4000, 5);
    const full = optimalPlan(site(0));
    expect(readingOf(full, "gensets", "diesel").totals.deliveredL).toBeCloseTo(5000 - FIVE_MWH_L, 5);
    // Room for one more litre saves 0.1 USD; a litre at hand takes that room away and is worth no more.
    expect(
      full.prices.limits
        .filter(({ limit }) => limit === "tankL")
        .map(({ value }) => [...value].map((usd) => Math.round(1e6 * usd) / 1e6)),
    ).toContainEqual([0.1]);
  });

  it("what is ordered already is owed anyway", () => {
    const plan = optimalPlan(outage(1, 0, { deliveries: [{ at: hour("00:00"), orderedL: 100, usdPerL: 3 }] }));
    expect(usdOf(plan, "fuel deliveries", "sunk")).toBeCloseTo(300, 9);
    // 100 L come and 100 L are burnt: the stock is as before.
    expect(usdOf(plan, "change of fuel in tank", "valuation")).toBeCloseTo(0, 6);
  });
});

describe("input", () => {
  const paths = (fields: Fields) =>
    faultsOf({ count: 1, assets: [noGrid, firmAsset(1), dieselAsset(fields)] }).map(({ path }) => path);
  const one = { at: hour("00:00"), usdPerL: 1 };

  it.each([
    [{ tankL: 500, deliveries: [{ ...one, upToL: 900 }] }, []],
    [{ deliveries: [{ ...one, upToL: 900 }] }, ["assets[2].tankL"]],
    [{ tankL: 500, deliveries: [one] }, ["assets[2].deliveries[0]"]],
    [{ tankL: 500, deliveries: [{ ...one, upToL: 9, orderedL: 9 }] }, ["assets[2].deliveries[0]"]],
    [{ tankL: 500, deliveries: [{ ...one, at: "2026-07-14T00:00:00", upToL: 9 }] }, ["assets[2].deliveries[0].at"]],
  ])("%o", (fields, wanted) => {
    expect(paths(fields)).toEqual(wanted);
  });

  it("may come in any order", () => {
    const [early, late] = [
      { at: hour("01:00"), orderedL: 263.7, usdPerL: 1 },
      { at: hour("03:00"), orderedL: 527.4, usdPerL: 1 },
    ];
    for (const deliveries of [
      [early, late],
      [late, early],
    ]) {
      const { series } = readDiesel(outage(4, 0, { deliveries }));
      expect(series.powerMw[0]).toBeCloseTo(0, 7);
      expect(series.powerMw[1] + series.powerMw[2]).toBeCloseTo(1, 6);
      expect(series.powerMw[3]).toBeCloseTo(2, 6);
    }
  });
});

it("under the threshold rule what is ordered counts from when it serves, and nothing is ordered", () => {
  const deliveries = [
    { at: hour("01:30"), orderedL: 263.7, usdPerL: 1 },
    { at: hour("02:00"), upToL: 900, usdPerL: 1 },
  ];
  const {
    flows: [flow],
    idle,
  } = ruleOf(outage(4, 263.7, { deliveries }), "gensets");
  expect(flow.reachMw(0)).toBeCloseTo(1, 9);
  flow.tookMw?.(0, 0.5);
  expect([1, 2, 3].map((t) => Math.round(1e6 * flow.reachMw(t)) / 1e6)).toEqual([0.5, 1.5, 1.5]);
  expect(idle?.map(({ name }) => name)).toEqual(["deliveries[1]"]);
});
