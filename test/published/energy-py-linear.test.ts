import { describe, expect, it } from "vitest";
import {
  batteryAsset,
  expectSeries,
  firmAsset,
  gridAsset,
  readingOf,
  renewableAsset,
  resultOf,
} from "../support/plans.ts";
import { casesAbsence, casesPresent, planned, publishedCase } from "../support/published-cases.ts";

/**
 * energy-py-linear (ADGEfficiency, GPL-3.0; the numbers are transcribed in ../shared). Its batteries lose energy only
 * when charging, and exclude charging with discharging and import with export. Power is bought and sold at one price.
 */
interface Battery {
  readonly power_mw: number;
  readonly capacity_mwh: number;
  readonly efficiency: number;
  readonly initial_mwh: number;
  readonly final_mwh: number;
}
interface Inputs {
  readonly prices_per_mwh: readonly number[];
  readonly battery: Battery;
}

const market = (prices: readonly number[], fields: Record<string, unknown> = {}) =>
  gridAsset({
    importLimitMw: 1000,
    exportLimitMw: 1000,
    importPriceUsdPerMwh: prices,
    exportPriceUsdPerMwh: prices,
    ...fields,
  });
const storage = ({ power_mw, capacity_mwh, efficiency, final_mwh }: Battery, fields: Record<string, unknown> = {}) =>
  batteryAsset({
    chargeLimitMw: power_mw,
    dischargeLimitMw: power_mw,
    maxStoredMwh: capacity_mwh,
    chargeEfficiency: efficiency,
    end: { rule: "exactly", storedMwh: final_mwh },
    ...fields,
  });
const netMw = (plan: ReturnType<typeof planned>) => readingOf(plan, "grid", "grid").netBusMw;
const arbitrage = ({ prices_per_mwh, battery }: Inputs, fields: Record<string, unknown> = {}) =>
  planned({
    count: prices_per_mwh.length,
    assets: [market(prices_per_mwh, fields), storage(battery)],
    initialState: { bess: { storedMwh: battery.initial_mwh } },
  });

describe.skipIf(!casesPresent)(`energy-py-linear${casesAbsence}`, () => {
  it.each([
    "epl_battery_price_1",
    "epl_battery_price_2",
    "epl_battery_price_3",
    "epl_battery_docs_1",
    "epl_battery_docs_2",
  ])("%s: net import and cost", (id) => {
    const { inputs, expected } = publishedCase<Inputs, { net_import_mwh: number[]; cost: number }>(id);
    const plan = arbitrage(inputs);
    expectSeries(netMw(plan), expected.net_import_mwh, 5e-7);
    expect(plan.objectiveUsd).toBeCloseTo(expected.cost, 4);
  });

  it("epl_price_vs_carbon: no energy is burnt at a negative price, whichever objective", () => {
    const { inputs, expected } = publishedCase<
      Inputs & { carbon_t_per_mwh: number[] },
      { profit_price_objective: number; profit_carbon_objective: number; emissions_carbon_objective: number }
    >("epl_price_vs_carbon");
    const byPrice = arbitrage(inputs);
    expect(-byPrice.objectiveUsd).toBeCloseTo(expected.profit_price_objective, 2);
    // Carbon as the only price, 1000 USD/t.
    const byCarbon = arbitrage({ ...inputs, prices_per_mwh: inputs.carbon_t_per_mwh.map((t) => 1000 * t) });
    expect(byCarbon.objectiveUsd / 1000).toBeCloseTo(expected.emissions_carbon_objective, 4);
    const profit = netMw(byCarbon).reduce((usd, mw, t) => usd - mw * inputs.prices_per_mwh[t], 0);
    expect(profit).toBeCloseTo(expected.profit_carbon_objective, 2);
  });

  it("epl_network_charge: a charge on import moves the battery", () => {
    const { inputs, expected } = publishedCase<
      Inputs & { network_charge_on_import: number[] },
      Record<"net_import_mwh_without" | "net_import_mwh_with", number[]> & Record<"cost_without" | "cost_with", number>
    >("epl_network_charge");
    const without = arbitrage(inputs);
    expectSeries(netMw(without), expected.net_import_mwh_without, 5e-7);
    expect(without.objectiveUsd).toBeCloseTo(expected.cost_without, 4);
    const charged = arbitrage(inputs, { importAdderUsdPerMwh: inputs.network_charge_on_import });
    expectSeries(netMw(charged), expected.net_import_mwh_with, 5e-7);
    expect(charged.objectiveUsd).toBeCloseTo(expected.cost_with, 4);
  });

  it.each(["epl_renewable_lb_0.0", "epl_renewable_lb_0.5", "epl_renewable_lb_1.0"])(
    "%s: a least share of what the sun gives",
    (id) => {
      const { inputs, expected } = publishedCase<
        { prices_per_mwh: number[]; renewable: { available_mwh: number[]; lower_bound_fraction: number } },
        { export_mwh: number[]; cost: number }
      >(id);
      const { available_mwh: availableMwh, lower_bound_fraction: leastShare } = inputs.renewable;
      const plan = planned({
        count: 4,
        assets: [
          market(inputs.prices_per_mwh, { importLimitMw: 0 }),
          renewableAsset(Math.max(...availableMwh), { leastShare }),
        ],
      });
      expectSeries(readingOf(plan, "grid", "grid").series.exportMw, expected.export_mwh);
      expect(plan.objectiveUsd).toBeCloseTo(expected.cost, 6);
    },
  );

  it("epl_site_two_batteries_two_generators: a site with fuel by the MWh of power", () => {
    const {
      inputs,
      expected,
      checked_here: checked,
    } = publishedCase<
      {
        prices_per_mwh: number[];
        batteries: Battery[];
        generators: { max_mw: number; efficiency: number; fuel_price_per_mwh: number }[];
      },
      { import_mwh: number[]; export_mwh: number[] }
    >("epl_site_two_batteries_two_generators");
    // The capacity limits charging too: 1 MW for the second battery.
    const batteries = inputs.batteries.map((battery, i) =>
      storage(battery, { name: `bess ${i}`, chargeLimitMw: Math.min(battery.power_mw, battery.capacity_mwh) }),
    );
    const generators = inputs.generators.map(({ max_mw: unitMw, efficiency, fuel_price_per_mwh: fuel }, i) => ({
      kind: "firm-generation",
      name: `gas ${i}`,
      units: 1,
      unitMw,
      fuelUsdPerMwh: fuel / efficiency,
      co2TPerMwh: 0,
      omUsdPerMwh: 0,
    }));
    const plan = planned({
      count: 5,
      assets: [market(inputs.prices_per_mwh), ...batteries, ...generators],
      initialState: { "bess 0": { storedMwh: 0 }, "bess 1": { storedMwh: 0 } },
    });
    const { importMw, exportMw } = readingOf(plan, "grid", "grid").series;
    expectSeries(importMw, expected.import_mwh, 5e-5);
    expectSeries(exportMw, expected.export_mwh, 5e-5);
    // The published cost covers traded power; fuel is separate.
    expect(plan.objectiveUsd).toBeCloseTo(checked.cost_with_extra_rule_and_no_simultaneous as number, 3);
  });

  it.each(["epl_limits_10_5", "epl_limits_20_15", "epl_limits_30_10"])("%s: neither limit is exceeded", (id) => {
    const {
      inputs,
      expected,
      checked_here: checked,
    } = publishedCase<
      Inputs & { import_limit_mw: number; export_limit_mw: number },
      { max_import_mwh_at_most: number; max_export_mwh_at_most: number }
    >(id);
    const plan = arbitrage(inputs, { importLimitMw: inputs.import_limit_mw, exportLimitMw: inputs.export_limit_mw });
    const { importMw, exportMw } = readingOf(plan, "grid", "grid").series;
    expect(Math.max(...importMw)).toBeLessThanOrEqual(expected.max_import_mwh_at_most + 1e-7);
    expect(Math.max(...exportMw)).toBeLessThanOrEqual(expected.max_export_mwh_at_most + 1e-7);
    expect(plan.objectiveUsd).toBeCloseTo(checked.lp_cost as number, 4);
  });

  it("epl_infeasible_import_limit_zero: is infeasible", () => {
    const { inputs, expected } = publishedCase<
      { prices_per_mwh: number[]; load_mwh: number; import_limit_mw: number },
      { status: string }
    >("epl_infeasible_import_limit_zero");
    const assets = [
      gridAsset({ importLimitMw: inputs.import_limit_mw, importPriceUsdPerMwh: inputs.prices_per_mwh }),
      firmAsset(inputs.load_mwh),
    ];
    expect(resultOf({ count: 5, assets }).status).toBe(expected.status);
  });
});
