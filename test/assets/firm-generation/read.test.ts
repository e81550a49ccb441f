import { describe, expect, it } from "vitest";
import { expectSeries, firmAsset, gridAsset, optimalPlan, readingOf, usdOf } from "../../support/plans.ts";

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

describe("fuel and money", () => {
  it("burns its heat rate and pays for it", () => {
    // 10 MW for two hours: 20 MWh, 160 MMBtu, 640 USD, 60 USD O&M, 8 t.
    const plan = optimalPlan({ count: 2, assets: [noGrid, firmAsset(10), engines()] });
    const { totals, series } = readingOf(plan, "engines", "firm-generation");
    expectSeries(series.fuelMmbtu as Float64Array, [80, 80]);
    expect(totals).toMatchObject({ energyMwh: 20, fuelMmbtu: 160, unitHours: 4, co2T: 8, fuelUsd: 640, omUsd: 60 });
    expect(usdOf(plan, "fuel", "cash")).toBeCloseTo(640, 8);
    expect(usdOf(plan, "generation O&M", "cash")).toBeCloseTo(60, 8);
  });

  it("without a commitment takes no-load fuel as at full load, and says what whole units would burn", () => {
    // 7 MW: 9 x 7 = 63 MMBtu by the program; two units of 5 MW, 8 x 7 + 1 x 10 = 66. Loaded to 70 %, under 80 %.
    const { totals, asRun, series } = readingOf(
      optimalPlan({
        count: 1,
        assets: [noGrid, firmAsset(7), engines({ noLoadMmbtuPerHPerMw: 1, minLoadFraction: 0.8 })],
      }),
      "engines",
      "firm-generation",
    );
    expect(totals.fuelMmbtu).toBeCloseTo(63, 9);
    expect(totals.unitHours).toBeCloseTo(1.4, 9);
    expect(asRun).toMatchObject({ fuelMmbtu: 66, unitHours: 2, hours: 1, starts: 2, intervalsUnderMinLoad: 1 });
    expect(asRun.co2T).toBeCloseTo(3.3, 9);
    expectSeries(series.unitsAsRun, [2]);
  });
});
