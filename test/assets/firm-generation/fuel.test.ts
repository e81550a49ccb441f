import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  ruleOf,
  usdOf,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const engines = (fields: Fields): Fields => ({
  kind: "firm-generation",
  name: "engines",
  units: 4,
  unitMw: 5,
  omUsdPerMwh: 3,
  ...fields,
});
/** 20 USD/MWh of fuel at an efficiency of 0.4 are 50 USD/MWh of power; with O&M 53. */
const byPower = { fuelUsdPerMwh: 50, co2TPerMwh: 0.4 };
const byFuel = { fuelUsdPerMmbtu: 4, heatRateMmbtuPerMwh: 8, co2KgPerMmbtu: 50 };

describe("fuel by the MWh of power", () => {
  it("costs its rate and emits its factor, and no amount of fuel is reported", () => {
    const plan = optimalPlan({
      count: 2,
      intervalMinutes: 30,
      assets: [gridAsset({ importLimitMw: 0 }), firmAsset(10), engines(byPower)],
    });
    const { totals, series, asRun } = readingOf(plan, "engines", "firm-generation");
    expect(totals).toEqual({
      energyMwh: 10,
      unitHours: 2,
      co2T: expect.closeTo(4, 9) as number,
      fuelUsd: expect.closeTo(500, 9) as number,
      omUsd: 30,
    });
    expect(Object.keys(series)).toEqual(["powerMw", "onlineMw", "unitsAsRun"]);
    expect(asRun).toMatchObject({ co2T: expect.closeTo(4, 9) as number });
    expect(asRun).not.toHaveProperty("fuelMmbtu");
    expect(usdOf(plan, "fuel", "cash")).toBeCloseTo(500, 8);
    expect(plan.objectiveUsd).toBeCloseTo(530, 8);
  });

  it("is weighed against the grid hour by hour, also under the threshold rule", () => {
    const site = {
      count: 3,
      assets: [
        gridAsset({ importPriceUsdPerMwh: [52, 54, 54] }),
        firmAsset(10),
        engines({ ...byPower, fuelUsdPerMwh: [50, 50, 52] }),
      ],
    };
    expectSeries(readingOf(optimalPlan(site), "engines", "firm-generation").series.powerMw, [0, 10, 0]);
    const [, flow] = ruleOf(site, "engines").flows;
    expect([0, 2].map((t) => flow.usdPerMwh?.(t))).toEqual([53, 55]);
  });

  it("is the same as heat rate times price of fuel", () => {
    const usd = (fuel: Fields) =>
      optimalPlan({ count: 2, assets: [gridAsset({ importPriceUsdPerMwh: [20, 90] }), firmAsset(12), engines(fuel)] })
        .objectiveUsd;
    expect(usd({ fuelUsdPerMwh: 32, co2TPerMwh: 0.4 })).toBeCloseTo(usd(byFuel), 9);
  });
});

describe("the form of the fuel", () => {
  const paths = (fuel: Fields) =>
    faultsOf({ count: 1, assets: [gridAsset(), engines(fuel)] }).map(({ path }) => path.replace("assets[1].", ""));

  it.each([
    [byPower, []],
    [byFuel, []],
    [{}, ["fuelUsdPerMmbtu", "heatRateMmbtuPerMwh", "co2KgPerMmbtu"]],
    [{ fuelUsdPerMmbtu: 4, heatRateMmbtuPerMwh: 8 }, ["co2KgPerMmbtu"]],
    [{ fuelUsdPerMwh: 50 }, ["co2TPerMwh"]],
    [{ ...byPower, heatRateMmbtuPerMwh: 8 }, ["heatRateMmbtuPerMwh"]],
    [{ ...byFuel, co2TPerMwh: 0.4 }, ["co2TPerMwh"]],
    [{ ...byPower, noLoadMmbtuPerHPerMw: 1, fuelMmbtuPerYear: 9 }, ["noLoadMmbtuPerHPerMw", "fuelMmbtuPerYear"]],
  ])("of %o: faults at %o", (fuel, wanted) => {
    expect(paths(fuel)).toEqual(wanted);
  });
});
