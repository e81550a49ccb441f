import { describe, expect, it } from "vitest";
import {
  dieselAsset,
  expectSeries,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  resultOf,
  usdOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const co2 = (fields: Fields): Fields => ({ kind: "emissions", name: "co2", ...fields });

/** 50 USD/MWh and 0.5 t/MWh. */
const grid = (fields: Fields = {}): Fields => gridAsset({ emissionTPerMwh: 0.5, ...fields });

/** 8 MMBtu/MWh x 6.5 USD/MMBtu + 3 = 55 USD/MWh, and 8 x 50 kg = 0.4 t/MWh. */
const engines: Fields = {
  kind: "firm-generation",
  name: "engines",
  units: 2,
  unitMw: 5,
  fuelUsdPerMmbtu: 6.5,
  heatRateMmbtuPerMwh: 8,
  omUsdPerMwh: 3,
  co2KgPerMmbtu: 50,
};

const site = (fields: Fields, count = 2): TestSite => ({
  count,
  assets: [co2(fields), grid(), engines, firmAsset(10)],
});

const powerOf = (of: TestSite) => readingOf(optimalPlan(of), "engines", "firm-generation").series.powerMw;

describe("a price of CO2", () => {
  it("moves the merit order", () => {
    // 5 USD/MWh more expensive and 0.1 t/MWh cleaner: the engines come first from 50 USD/t on.
    expectSeries(powerOf(site({ priceUsdPerT: [49, 51] })), [0, 10]);
  });

  it("is on diesel and on imports by the hour's factor", () => {
    // 2 MW over the import limit: 2 x 263.7 L x 2.69 kg = 1.4187 t; 8 MWh at 0.1 and 0.3 t/MWh.
    const plan = optimalPlan({
      count: 2,
      assets: [
        grid({ importLimitMw: [8, 10], emissionTPerMwh: [0.1, 0.3] }),
        firmAsset(10),
        dieselAsset(),
        co2({ priceUsdPerT: 10 }),
      ],
    });
    expectSeries(readingOf(plan, "co2", "emissions").series.co2T, [0.8 + 0.5274 * 2.69, 3], 1e-5);
    expect(usdOf(plan, "CO2", "cash")).toBeCloseTo(10 * (3.8 + 0.5274 * 2.69), 4);
  });

  it("of two assets is paid twice", () => {
    const plan = optimalPlan({
      ...site({ priceUsdPerT: 30 }),
      assets: [...site({ priceUsdPerT: 30 }).assets, co2({ name: "own budget", priceUsdPerT: 21 })],
    });
    expectSeries(readingOf(plan, "engines", "firm-generation").series.powerMw, [10, 10]);
  });
});

describe("a cap on CO2", () => {
  it("that does not bind is worth nothing", () => {
    const { caps } = readingOf(optimalPlan(site({ cap: { co2T: 100, period: "year" } })), "co2", "emissions");
    expect(caps[0]).toMatchObject({ alreadyT: 0, marginalUsdPerT: 0 });
    expect(caps[0].emittedT).toBeCloseTo(10, 7);
  });

  it("of a month begins anew with the local month", () => {
    // From 22:00 on 31 July: 2 h of July with 9 t left of 100, 2 h of August with 100.
    const plan = optimalPlan({
      ...site({ cap: { co2T: 100, period: "month" } }, 4),
      start: "2026-07-31T22:00:00-05:00",
      initialState: { co2: { co2TByPeriod: { "2026-07": 91 } } },
    });
    const { caps, endState } = readingOf(plan, "co2", "emissions");
    expect(
      caps.map(({ period, emittedT, marginalUsdPerT }) => [
        period,
        Math.round(1e5 * emittedT) / 1e5,
        Math.round(1e3 * marginalUsdPerT) / 1e3,
      ]),
    ).toEqual([
      ["2026-07", 9, 50],
      ["2026-08", 10, 0],
    ]);
    expect(endState.co2TByPeriod?.["2026-08"]).toBeCloseTo(10, 7);
  });

  it("that cannot be kept is named", () => {
    const result = resultOf(site({ cap: { co2T: 1, period: "year" } }));
    expect(result.status).toBe("infeasible");
    expect(
      result.status === "infeasible" &&
        result.conflicts.some(
          ({ asset, bindingLimits }) => asset === "co2" || bindingLimits.some((binding) => binding.asset === "co2"),
        ),
    ).toBe(true);
  });
});
