import { describe, expect, it } from "vitest";
import { capitalRecoveryFactor } from "wattsplit/sizing";
import { caseColumns, casesAbsence, casesPresent, isNear, publishedCase } from "../support/published-cases.ts";
import { chargedPerHour, sized } from "../support/sizing-cases.ts";

const plant = (name: string, fuelUsdPerMwh: number, fields: object = {}) => ({
  kind: "firm-generation",
  name,
  units: 1,
  unitMw: 1000,
  fuelUsdPerMwh,
  co2TPerMwh: 0,
  omUsdPerMwh: 0,
  ...fields,
});

// PyPSA (MIT), examples/notebooks/generation-investment-screening-curve.ipynb at 2894ef09: load 1000 - 1000 z MW at
// 1001 points; coal at 2 a MWh and 15 a MW, gas at 12 and 10, load shedding at 1012; a MW's cost is for the whole span.
// "The screening curve intersections are at 0.01 and 0.5", so coal is 500 MW, gas 490 and 10 MW are shed. "Demonstrate
// zero-profit condition": what a plant earns at the marginal price is what it costs.
describe("PyPSA: the screening curve of generation investment", () => {
  const count = 1001;
  const load = Array.from({ length: count }, (_, t) => 1000 - t);
  const { sizes, plan, redispatchGap } = sized(
    {
      count,
      assets: [
        plant("coal", 2),
        plant("gas", 12),
        { kind: "ai-firm", name: "load", facilityMw: load, vollUsdPerMwh: 1012 },
      ],
    },
    {
      choices: [
        chargedPerHour({ asset: "coal", size: "capacityMw", most: 2000 }, 15),
        chargedPerHour({ asset: "gas", size: "capacityMw", most: 2000 }, 10),
      ],
    },
  );

  it("builds 500 MW of coal and 490 of gas, and sheds the last 10", () => {
    expect(sizes.map(({ chosen }) => Number(chosen.toFixed(6)))).toEqual([500, 490]);
    expect(redispatchGap).toBeLessThan(1e-9);
    if (plan.status !== "optimal" || plan.assets.load.kind !== "ai-firm") throw new Error(plan.status);
    expect(Math.max(...plan.assets.load.series.unservedMw)).toBeCloseTo(10, 6);
  });

  it("has break-even capex around what each costs", () => {
    for (const { more, less, capexUsdPerUnit } of sizes) {
      expect(more?.breakEvenCapexUsdPerUnit).toBeLessThan(capexUsdPerUnit * (1 + 1e-9));
      expect(less?.breakEvenCapexUsdPerUnit).toBeGreaterThan(capexUsdPerUnit * (1 - 1e-9));
    }
    // 501 hours at 10 a MWh beside 5 x 1001 of capital: 5 of the last MW's worth is left.
    expect(sizes[0].less?.worthUsdPerUnitYear).toBeCloseTo(((10 * 501 + 10 * 1001) * 8760) / 1001, 3);
  });
});

// PyPSA (MIT), test/test_modular_components.py at 31bbbcc1: gas at 10 a MWh in modules of 1000 MW up to 5000, a store
// in modules of 100 MWh at 100 each MWh, load 4000, 5000, 6000 and 800 MW. Published: 5 modules of gas, 10 of the
// store.
it("PyPSA: gas and a store for a load above the gas that may be built", () => {
  const { sizes } = sized(
    {
      count: 4,
      initialState: { store: { storedMwh: 0 } },
      assets: [
        plant("gas", 10),
        { kind: "ai-firm", name: "load", facilityMw: [4000, 5000, 6000, 800] },
        {
          kind: "battery",
          name: "store",
          chargeLimitMw: 10_000,
          dischargeLimitMw: 10_000,
          maxStoredMwh: 100,
          chargeEfficiency: 1,
          dischargeEfficiency: 1,
          wearUsdPerMwh: 0,
          end: { rule: "free" },
        },
      ],
    },
    {
      choices: [
        chargedPerHour({ asset: "gas", size: "capacityMw", most: 5000 }, 0),
        // 100 for the span of 4 hours.
        chargedPerHour({ asset: "store", size: "energyMwh", most: 2000 }, 25),
      ],
    },
  );
  expect(sizes[0].chosen / 1000).toBeCloseTo(5, 9);
  expect(sizes[1].chosen / 100).toBeCloseTo(10, 9);
});

// oemof-solph (MIT), tests/test_scripts/test_solph/test_storage_investment at 5131b060. In units of 1000 of its powers
// and of 1e9 of its money: costs of 1e11 a MWh charged and discharged are 2.25e11 (1 + 1 / 0.8) a MWh discharged, since
// the store ends as it starts.
describe.skipIf(!casesPresent)(`oemof${casesAbsence}`, () => {
  it("oemof_storage_investment: the objective of 4.2317e17 and 2,040,000 of storage", () => {
    const { inputs, expected } = publishedCase<
      {
        timeseries_file: string;
        wind_cap: number;
        pv_cap: number;
        gas_plant: { efficiency: number; cost_per_mwh: number };
        gas_budget: number;
        storage: Record<
          | "inflow_cost"
          | "outflow_cost"
          | "input_output_capacity_ratio"
          | "outflow_eff"
          | "existing"
          | "annuity"
          | "capex"
          | "n"
          | "wacc",
          number
        >;
      },
      Record<"objective" | "storage_invest" | "gas_el" | "discharge" | "charge", number>
    >("oemof_storage_investment");
    const [power, money] = [1000, 1e9];
    const { storage, gas_plant: gas } = inputs;
    const series = caseColumns(inputs.timeseries_file);
    const count = series.demand_el.length;
    const perMwh = (cost: number) => (cost * power) / money;
    const sun = (name: string, capacity: number, availability: readonly number[]) => ({
      kind: "renewable",
      name,
      technology: "other",
      capacityMw: capacity / power,
      availability,
    });
    const result = sized(
      {
        count,
        initialState: { store: { storedMwh: 0 } },
        assets: [
          sun("wind", inputs.wind_cap, series.wind),
          sun("pv", inputs.pv_cap, series.pv),
          plant("gas", perMwh(gas.cost_per_mwh), {
            unitMw: 10_000,
            energyMwhPerYear: (inputs.gas_budget * gas.efficiency) / power,
          }),
          { kind: "ai-firm", name: "load", facilityMw: series.demand_el.map((kw) => kw / power) },
          {
            kind: "battery",
            name: "store",
            chargeLimitMw: storage.input_output_capacity_ratio,
            dischargeLimitMw: storage.input_output_capacity_ratio,
            maxStoredMwh: 1,
            chargeEfficiency: 1,
            dischargeEfficiency: storage.outflow_eff,
            wearUsdPerMwh: perMwh(storage.outflow_cost + storage.inflow_cost / storage.outflow_eff),
            end: { rule: "cyclic" },
          },
        ],
      },
      {
        rate: { realPerYear: storage.wacc },
        choices: [
          {
            asset: "store",
            size: "systemMwh",
            // Their annuity is for the span of 400 hours.
            capexUsdPerUnit: (perMwh(storage.capex) * 8760) / count,
            lifeYears: storage.n,
            existing: storage.existing / power,
            most: 10_000,
          },
        ],
      },
    );
    const { capex, wacc, n, annuity } = storage;
    expect(isNear(capex * capitalRecoveryFactor(wacc, n), annuity, 1e-12)).toBe(true);
    expect(isNear(result.totalUsd * money, expected.objective, 1e-6)).toBe(true);
    expect(isNear(result.sizes[0].built * power, expected.storage_invest, 1e-6)).toBe(true);
    expect(result.redispatchGap).toBeLessThan(1e-9);
    if (result.plan.status !== "optimal") throw new Error(result.plan.status);
    const { store, gas: burnt } = result.plan.assets;
    if (store.kind !== "battery" || burnt.kind !== "firm-generation") throw new Error("other kinds");
    expect(isNear(store.totals.dischargedMwh * power, expected.discharge, 1e-6)).toBe(true);
    expect(isNear(store.totals.chargedMwh * power, expected.charge, 1e-6)).toBe(true);
    expect(isNear(burnt.totals.energyMwh * power, expected.gas_el, 1e-6)).toBe(true);
  });
});
