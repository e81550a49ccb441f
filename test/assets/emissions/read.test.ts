import { describe, expect, it } from "vitest";
import { expectSeries, firmAsset, gridAsset, optimalPlan, readingOf, type TestSite } from "../../support/plans.ts";

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

describe("a price of CO2", () => {
  it("is paid by each source, and reported", () => {
    const plan = optimalPlan(site({ priceUsdPerT: [49, 51] }));
    // 10 MWh of grid are 5 t at 49, 10 of the engines 4 t at 51.
    expect(
      plan.ledger.lines
        .filter(({ item }) => item === "CO2")
        .map(({ asset, kind, usd }) => [asset, kind, Math.round(usd)]),
    ).toEqual([
      ["grid", "cash", 245],
      ["engines", "cash", 204],
    ]);
    const { totals, series, caps, netBusMw, endState } = readingOf(plan, "co2", "emissions");
    expect(totals.co2T).toBeCloseTo(9, 8);
    expect(totals.priceUsd).toBeCloseTo(449, 6);
    expectSeries(series.co2T, [5, 4]);
    expectSeries(netBusMw, [0, 0]);
    expect(caps).toEqual([]);
    expect(endState).toEqual({});
  });
});

describe("a cap on CO2", () => {
  it("binds at its price, with what was emitted before", () => {
    // Without it 10 t. Each MWh of the engines saves 0.1 t for 5 USD, so 9 t take 10 MWh and a tonne more is worth 50
    // USD.
    const capped = {
      ...site({ cap: { co2T: 100, period: "year" } }),
      initialState: { co2: { co2TByPeriod: { 2026: 91 } } },
    };
    const plan = optimalPlan(capped);
    const { caps, totals, endState } = readingOf(plan, "co2", "emissions");
    expect(readingOf(plan, "engines", "firm-generation").totals.energyMwh).toBeCloseTo(10, 6);
    expect(caps).toMatchObject([{ period: "2026", capT: 100, alreadyT: 91 }]);
    expect(caps[0].emittedT).toBeCloseTo(9, 7);
    expect(caps[0].marginalUsdPerT).toBeCloseTo(50, 5);
    expect(totals).toMatchObject({ priceUsd: 0 });
    expect(endState).toEqual({ co2TByPeriod: { 2026: 100 } });
    expect(plan.prices.limits.find(({ limit }) => limit === "cap.co2T")).toMatchObject({ asset: "co2", unit: "USD/t" });
    // The cap's price is the cost of a tonne by finite difference, too.
    const more = optimalPlan({ ...capped, initialState: { co2: { co2TByPeriod: { 2026: 90.9 } } } });
    expect((plan.objectiveUsd - more.objectiveUsd) / 0.1).toBeCloseTo(50, 4);
  });
});
