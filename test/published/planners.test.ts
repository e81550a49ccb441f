import { describe, expect, it } from "vitest";
import {
  batteryAsset,
  dieselAsset,
  expectSeries,
  firmAsset,
  gridAsset,
  readingOf,
  renewableAsset,
  usdOf,
} from "../support/plans.ts";
import {
  caseColumns,
  caseFile,
  casesAbsence,
  casesPresent,
  isNear,
  planned,
  publishedCase,
} from "../support/published-cases.ts";

const HOUR_MS = 3_600_000;
const json = <Shape>(name: string) => JSON.parse(caseFile(name)) as Shape;
const startOf = (year: number, hour = 0) => new Date(Date.UTC(year, 0, 1) + hour * HOUR_MS).toISOString();

describe.skipIf(!casesPresent)(`PyPSA${casesAbsence}`, () => {
  it("pypsa_store_holding_cost: stored energy is charged at the end of each step", () => {
    const { inputs, expected } = publishedCase<
      {
        load_mw: number[];
        generator: { p_nom_mw: number; availability: number[]; cost_per_mwh: number };
        store: { e_nom_mwh: number; e_initial_mwh: number; [costField: string]: number };
      },
      { objective: number }
    >("pypsa_store_holding_cost");
    const { generator, store } = inputs;
    const plan = planned({
      count: 3,
      initialState: { bess: { storedMwh: store.e_initial_mwh } },
      assets: [
        renewableAsset(generator.p_nom_mw, {
          availability: generator.availability,
          costUsdPerMwh: generator.cost_per_mwh,
        }),
        firmAsset(inputs.load_mw),
        batteryAsset({ maxStoredMwh: store.e_nom_mwh, holdingUsdPerMwhHour: store["cost_per_mwh_held_per_step"] }),
      ],
    });
    expect(plan.objectiveUsd).toBeCloseTo(expected.objective, 9);
  });
});

describe.skipIf(!casesPresent)(`REopt${casesAbsence}`, () => {
  it("reopt_mpc_24h: no peak exceeds the previous one, nothing is exported, the hourly limit is respected", () => {
    const { expected } = publishedCase<
      unknown,
      {
        max_grid_to_load_steps_1_15_at_most: number;
        max_grid_to_load_steps_16_24_at_most: number;
        pv_to_grid_sum: number;
        grid_draw_step_10_at_most: number;
      }
    >("reopt_mpc_24h");
    const { PV, ElectricStorage, ElectricLoad, ElectricTariff, Limits } = json<{
      PV: { size_kw: number; production_factor_series: number[] };
      ElectricStorage: { size_kw: number; size_kwh: number };
      ElectricLoad: { loads_kw: number[] };
      ElectricTariff: {
        energy_rates: number[];
        export_rates: number[];
        monthly_demand_rates: number[];
        monthly_previous_peak_demands: number[];
        tou_demand_rates: number[];
        tou_previous_peak_demands: number[];
      };
      Limits: { grid_draw_limit_kw_by_time_step: number[]; export_limit_kw_by_time_step: number[] };
    }>("reopt_mpc_24h_input.json");
    const [early, late] = ElectricTariff.tou_demand_rates.map((usd) => 1000 * usd);
    const plan = planned({
      count: 24,
      initialState: {
        bess: { storedMwh: 0.5 * ElectricStorage.size_kwh },
        grid: {
          peakMw: { "2026-01": ElectricTariff.monthly_previous_peak_demands[0] },
          touPeakMw: {
            "2026-01": {
              early: ElectricTariff.tou_previous_peak_demands[0],
              late: ElectricTariff.tou_previous_peak_demands[1],
            },
          },
        },
      },
      assets: [
        gridAsset({
          importLimitMw: Limits.grid_draw_limit_kw_by_time_step,
          exportLimitMw: Limits.export_limit_kw_by_time_step,
          importPriceUsdPerMwh: ElectricTariff.energy_rates.map((usd) => 1000 * usd),
          exportPriceUsdPerMwh: ElectricTariff.export_rates.map((usd) => 1000 * usd),
          demandCharge: { usdPerMwMonth: 1000 * ElectricTariff.monthly_demand_rates[0] },
          touDemandCharge: {
            usdPerMwMonth: { early, late },
            weekday: Array.from({ length: 24 }, (_, hour) => (hour < 15 ? "early" : "late")),
            weekend: Array.from({ length: 24 }, (_, hour) => (hour < 15 ? "early" : "late")),
          },
        }),
        renewableAsset(PV.size_kw, { availability: PV.production_factor_series }),
        firmAsset(ElectricLoad.loads_kw),
        batteryAsset({
          chargeLimitMw: ElectricStorage.size_kw,
          dischargeLimitMw: ElectricStorage.size_kw,
          maxStoredMwh: ElectricStorage.size_kwh,
          chargeEfficiency: 0.948,
          dischargeEfficiency: 0.948,
          end: { rule: "free" },
        }),
        dieselAsset({ sets: 1, unitMw: 30, fuelUsdPerL: 1, omUsdPerMwh: 0 }),
      ],
    });
    const { importMw, exportMw } = readingOf(plan, "grid", "grid").series;
    expect(Math.max(...importMw.subarray(0, 15))).toBeLessThanOrEqual(
      expected.max_grid_to_load_steps_1_15_at_most + 1e-6,
    );
    expect(Math.max(...importMw.subarray(15))).toBeLessThanOrEqual(
      expected.max_grid_to_load_steps_16_24_at_most + 1e-6,
    );
    expect(exportMw.reduce((sum, mw) => sum + mw, 0)).toBeCloseTo(expected.pv_to_grid_sum, 6);
    expect(importMw[9]).toBeLessThanOrEqual(expected.grid_draw_step_10_at_most + 1e-6);
  });

  it("reopt_nogridcost_multiscenario: outages of 1 and 5 h leave 60 kWh unserved, at the published cost", () => {
    const { expected } = publishedCase<
      unknown,
      { unserved_load_kwh: number; expected_outage_cost: number; max_outage_cost_1: number }
    >("reopt_nogridcost_multiscenario");
    const { ElectricUtility, ElectricLoad, Financial } = json<{
      ElectricUtility: {
        outage_durations: number[];
        outage_start_time_steps: number[];
        outage_probabilities: number[];
      };
      ElectricLoad: { annual_kwh: number; critical_load_fraction: number };
      Financial: { value_of_lost_load_per_kwh: number };
    }>("reopt_nogridcost_multiscenario_input.json");
    const criticalKw = (ElectricLoad.annual_kwh / 8760) * ElectricLoad.critical_load_fraction;
    const plans = ElectricUtility.outage_durations.map((hours) =>
      planned({
        count: hours,
        start: startOf(2026, ElectricUtility.outage_start_time_steps[0] - 1),
        assets: [
          gridAsset({ importLimitMw: 0, importPriceUsdPerMwh: 0 }),
          firmAsset(criticalKw, { vollUsdPerMwh: 1000 * Financial.value_of_lost_load_per_kwh }),
        ],
      }),
    );
    expect(
      plans.reduce((sum, plan) => sum + readingOf(plan, "inference", "ai-firm").totals.unservedMwh, 0),
    ).toBeCloseTo(expected.unserved_load_kwh, 9);
    const outageUsd = plans.map((plan) => plan.objectiveUsd / 1000);
    // Factor between the published costs and those of one year: the present worth factor of REopt's financial model.
    const presentWorth = expected.max_outage_cost_1 / outageUsd[0];
    expect(presentWorth).toBeCloseTo(16.18109, 5);
    const expectedUsd = outageUsd.reduce((sum, usd, i) => sum + usd * ElectricUtility.outage_probabilities[i], 0);
    expect(expectedUsd * presentWorth).toBeCloseTo(expected.expected_outage_cost, 3);
  });

  it("reopt_nogridcost_minresilhours: of 12 outages of 169 h the last hour of each is not worth its fuel", () => {
    const { expected } = publishedCase<unknown, { unserved_load_kwh: number }>("reopt_nogridcost_minresilhours");
    const { ElectricUtility, Site, Financial, Generator } = json<{
      ElectricUtility: { outage_durations: number[]; outage_start_time_steps: number[] };
      Site: { min_resil_time_steps: number };
      Financial: { value_of_lost_load_per_kwh: number };
      Generator: { fuel_cost_per_gallon: number; electric_efficiency_full_load: number };
    }>("reopt_nogridcost_minresilhours_input.json");
    const [hours] = ElectricUtility.outage_durations;
    const must = Array.from({ length: hours }, (_, t) => (t < Site.min_resil_time_steps ? 1 : 0));
    const unserved = ElectricUtility.outage_start_time_steps.map(
      (step) =>
        readingOf(
          planned({
            count: hours,
            start: startOf(2026, step - 1),
            assets: [
              firmAsset(must),
              firmAsset(
                must.map((mw) => 1 - mw),
                { name: "the rest", vollUsdPerMwh: 1000 * Financial.value_of_lost_load_per_kwh },
              ),
              // 40.7 kWh in a gallon of diesel.
              {
                kind: "firm-generation",
                name: "gensets",
                units: 1,
                unitMw: 1,
                fuelUsdPerMwh:
                  (1000 * Generator.fuel_cost_per_gallon) / (40.7 * Generator.electric_efficiency_full_load),
                co2TPerMwh: 0.8,
                omUsdPerMwh: 0,
              },
            ],
          }),
          "the rest",
          "ai-firm",
        ).totals.unservedMwh,
    );
    expect(unserved.reduce((sum, mwh) => sum + mwh, 0)).toBeCloseTo(expected.unserved_load_kwh, 9);
  });

  it("reopt_no_techs: a blended tariff on a flat load", () => {
    const { expected } = publishedCase<unknown, { year_one_energy_cost: number; year_one_demand_cost: number }>(
      "reopt_no_techs",
    );
    const { ElectricLoad, ElectricTariff } = json<{
      ElectricLoad: { annual_kwh: number };
      ElectricTariff: { blended_annual_energy_rate: number; blended_annual_demand_rate: number };
    }>("reopt_no_techs_input.json");
    const plan = planned({
      count: 365,
      intervalMinutes: 1440,
      assets: [
        gridAsset({
          importPriceUsdPerMwh: 1000 * ElectricTariff.blended_annual_energy_rate,
          demandCharge: { usdPerMwMonth: 1000 * ElectricTariff.blended_annual_demand_rate },
        }),
        firmAsset(ElectricLoad.annual_kwh / 8760),
      ],
    });
    expect(usdOf(plan, "import energy") / 1000).toBeCloseTo(expected.year_one_energy_cost, 6);
    const demandUsd = plan.ledger.lines
      .filter(({ item }) => item.startsWith("demand charge"))
      .reduce((sum, { usd }) => sum + usd, 0);
    expect(demandUsd / 1000).toBeCloseTo(expected.year_one_demand_cost, 2);
  });

  it("reopt_coincident_peak: two groups of hours with their own rates cost 10 + 5", () => {
    const { expected } = publishedCase<unknown, { coincident_peak_cost: number }>("reopt_coincident_peak");
    const { ElectricLoad, ElectricTariff } = json<{
      ElectricLoad: { annual_kwh: number };
      ElectricTariff: {
        coincident_peak_load_active_time_steps: number[][];
        coincident_peak_load_charge_per_kw: number[];
      };
    }>("reopt_coincident_peak_input.json");
    const groups = ElectricTariff.coincident_peak_load_active_time_steps.map((steps, i) => ({
      name: `group ${i + 1}`,
      usdPerMw: 1000 * ElectricTariff.coincident_peak_load_charge_per_kw[i],
      intervals: steps.map((step) => ({ start: startOf(2026, step - 1) })),
    }));
    // The last of these hours is hour 7000; the rest of the year has none.
    const plan = planned({
      count: 7000,
      assets: [
        gridAsset({ importPriceUsdPerMwh: 0, coincidentPeak: { intervalMinutes: 60, form: "maximum", groups } }),
        firmAsset(ElectricLoad.annual_kwh / 8760),
      ],
    });
    expect(plan.objectiveUsd / 1000).toBeCloseTo(expected.coincident_peak_cost, 9);
  });

  it.each(["reopt_demand_lookback_months", "reopt_demand_lookback_range"])(
    "%s: rates by month beside a ratchet",
    (id) => {
      const { inputs, expected } = publishedCase<
        {
          monthly_demand_rates: number[];
          lookback_fraction: number;
          lookback_months?: number[];
          lookback_range_months?: number;
        },
        { billed_peaks_kw: number[]; demand_cost: number }
      >(id);
      const peaks = new Map([
        [22, 200],
        [2403, 400],
        [4088, 500],
        [8333, 300],
      ]);
      const load = Array.from({ length: 8760 }, (_, t) => peaks.get(t + 1) ?? 100);
      // The look-back is cyclic: the previous year had the same peaks.
      const peakMw: Record<string, number> = {};
      load.forEach((mw, t) => {
        const label = `2021-${new Date(Date.UTC(2021, 0, 1) + t * HOUR_MS).toISOString().slice(5, 7)}`;
        peakMw[label] = Math.max(peakMw[label] ?? 0, mw);
      });
      const { lookback_months: months, lookback_range_months: lastMonths } = inputs;
      const ratchet = { share: inputs.lookback_fraction, ...(months ? { months } : { lastMonths }) };
      const plan = planned({
        count: 8760,
        start: startOf(2022),
        initialState: { grid: { peakMw } },
        assets: [
          gridAsset({
            importLimitMw: 1000,
            importPriceUsdPerMwh: 0,
            demandCharge: { usdPerMwMonth: inputs.monthly_demand_rates.map((usd) => 1000 * usd), ratchet },
          }),
          firmAsset(load),
        ],
      });
      expectSeries(
        Float64Array.from(readingOf(plan, "grid", "grid").peaks, ({ billedMw = Number.NaN }) => billedMw),
        expected.billed_peaks_kw,
      );
      expect(plan.objectiveUsd / 1000).toBeCloseTo(expected.demand_cost, 3);
    },
  );
});

describe.skipIf(!casesPresent)(`EMHASS${casesAbsence}`, () => {
  it.each(["emhass_perfect_cost", "emhass_perfect_profit"])(
    "%s: the published schedule has the published cost, and the planner's own costs no more",
    (id) => {
      const { inputs, expected } = publishedCase<
        { file: string; deferrable: { power_w: number }[] },
        { sum_cost_profit: number }
      >(id);
      const columns = caseColumns(inputs.file);
      const count = columns.P_PV.length;
      const start = caseFile(inputs.file).split("\n")[1].split(",")[0].replace(" ", "T");
      const kw = (name: string) => columns[name].map((watt) => watt / 1000);
      const site = (others: readonly Record<string, unknown>[]) =>
        planned({
          count,
          intervalMinutes: 30,
          start,
          timeZone: "Europe/Paris",
          assets: [
            gridAsset({
              importPriceUsdPerMwh: columns.unit_load_cost.map((eur) => 1000 * eur),
              exportLimitMw: 100,
              exportPriceUsdPerMwh: columns.unit_prod_price.map((eur) => 1000 * eur),
            }),
            renewableAsset(10, { availability: columns.P_PV.map((watt) => watt / 10_000) }),
            firmAsset(kw("P_Load")),
            ...others,
          ],
        });
      const names = ["P_deferrable0", "P_deferrable1"];
      const published = site(names.map((name) => firmAsset(kw(name), { name })));
      expect(isNear(-published.objectiveUsd / 1000, expected.sum_cost_profit, 1e-5)).toBe(true);
      // The energy of a day may be drawn at any time of that day.
      const days = Array.from(
        { length: Math.ceil(count / 48) },
        (_, day) => [48 * day, Math.min(count, 48 * (day + 1))] as const,
      );
      const at = (t: number) => new Date(Date.parse(start) + t * 1_800_000).toISOString();
      const own = site(
        names.map((name, i) => ({
          kind: "ai-deferrable",
          name,
          jobs: days.flatMap(([from, to]) => {
            const energyFacilityMwh = kw(name)
              .slice(from, to)
              .reduce((sum, power) => sum + power / 2, 0);
            return energyFacilityMwh > 0
              ? [
                  {
                    name: `day ${from / 48 + 1}`,
                    energyFacilityMwh,
                    release: at(from),
                    deadline: at(to),
                    maxMw: inputs.deferrable[i].power_w / 1000,
                  },
                ]
              : [];
          }),
        })),
      );
      expect(own.objectiveUsd).toBeLessThanOrEqual(published.objectiveUsd + 1e-6);
    },
  );
});
