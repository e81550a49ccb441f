import { describe, expect, it } from "vitest";
import { emissions } from "../../../src/assets/emissions/index.ts";
import { compareCases } from "../../../src/plan/compare-cases.ts";
import {
  dieselAsset,
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
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
    // 5 USD/MWh dearer and 0.1 t/MWh cleaner: the engines come first from 50 USD/t on.
    expectSeries(powerOf(site({ priceUsdPerT: [49, 51] })), [0, 10]);
  });

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
        result.conflicts.some(({ asset, heldBy }) => asset === "co2" || heldBy.some((held) => held.asset === "co2")),
    ).toBe(true);
  });
});

describe("input", () => {
  const paths = (fields: Fields, state?: Fields, assets: readonly Fields[] = [grid()]) =>
    faultsOf({ count: 1, ...(state && { initialState: { co2: state } }), assets: [...assets, co2(fields)] }).map(
      ({ path }) => path,
    );

  it("asks for a price or a cap, and for periods of the cap", () => {
    expect(paths({})).toEqual(["assets[1].priceUsdPerT"]);
    expect(paths({ priceUsdPerT: 5 }, { co2TByPeriod: { 2026: 5 } })).toEqual(["assets[1].cap"]);
    expect(paths({ cap: { co2T: 9, period: "year" } }, { co2TByPeriod: { "2026-07": 5 } })).toEqual([
      'initialState.co2.co2TByPeriod["2026-07"]',
    ]);
    expect(paths({ cap: { co2T: 9, period: "month" } }, { co2TByPeriod: { 2026: 5 } })).toEqual([
      'initialState.co2.co2TByPeriod["2026"]',
    ]);
    expect(paths({ cap: { co2T: 9, period: "year" } }, { co2TByPeriod: { 2026: 10 } })).toEqual(["assets[1].cap.co2T"]);
  });

  it("asks every connection for its factor", () => {
    expect(paths({ priceUsdPerT: 5 }, undefined, [gridAsset()])).toEqual(["assets[0].emissionTPerMwh"]);
    expect(paths({ priceUsdPerT: 5 }, undefined, [gridAsset({ emissionTPerMwh: 0 })])).toEqual([]);
  });
});

it("holds for the AI-only site too", () => {
  expect(emissions.forAiOnly?.({ kind: "emissions", name: "co2", priceUsdPerT: Float64Array.of(5) })).toMatchObject({
    name: "co2",
  });
  const plan = planOf({ count: 1, assets: [grid({ importLimitMw: 20 }), firmAsset(10), co2({ priceUsdPerT: 40 })] });
  const { cases } = compareCases({
    ...plan,
    counterfactual: {
      aiOnlyImportLimitMw: Float64Array.of(12),
      basis: "letter",
      assetsAiOnlyKeeps: [],
      initialState: {},
    },
  });
  // 10 MWh at 50, 5 t at 40.
  for (const { plan: aiOnly } of cases) expect(aiOnly?.objectiveUsd).toBeCloseTo(700, 6);
});
