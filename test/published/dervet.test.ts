import { describe, expect, it } from "vitest";
import { batteryAsset, firmAsset, gridAsset, renewableAsset, usdOf } from "../support/plans.ts";
import {
  caseColumns,
  caseFile,
  casesAbsence,
  casesPresent,
  isNear,
  planned,
  publishedCase,
} from "../support/published-cases.ts";

/**
 * DER-VET (EPRI, BSD-3-Clause): a year of hours with sun, a battery, time-of-use energy and a monthly demand charge.
 */
describe.skipIf(!casesPresent)(`DER-VET${casesAbsence}`, () => {
  const {
    inputs,
    expected,
    checked_here: checked,
  } = casesPresent
    ? publishedCase<
        {
          timeseries_file: string;
          pv_rated_kw: number;
          demand_charge_per_kw_month: number;
          battery: Record<
            "charge_kw" | "discharge_kw" | "energy_kwh" | "round_trip_efficiency" | "initial_soc" | "final_soc",
            number
          >;
        },
        { annual_energy_plus_demand: number; annual_without_der: number }
      >("dervet_bill_reduction")
    : ({} as ReturnType<typeof publishedCase<never, never>>);

  function year(hasDer: boolean) {
    const columns = caseColumns(inputs.timeseries_file);
    const { battery } = inputs;
    const mwh = battery.energy_kwh / 1000;
    const storedMwh = battery.initial_soc * mwh;
    return planned({
      count: columns.site_load_kw.length,
      start: `${caseFile(inputs.timeseries_file).split("\n")[1].slice(0, 10)}T00:00:00Z`,
      ...(hasDer && { initialState: { bess: { storedMwh } } }),
      assets: [
        gridAsset({
          importPriceUsdPerMwh: columns.energy_price_per_kwh.map((usd) => 1000 * usd),
          demandCharge: { usdPerMwMonth: 1000 * inputs.demand_charge_per_kw_month },
        }),
        firmAsset(columns.site_load_kw.map((kw) => kw / 1000)),
        ...(hasDer
          ? [
              renewableAsset(inputs.pv_rated_kw / 1000, { availability: columns.pv_per_rated_kw }),
              batteryAsset({
                chargeLimitMw: battery.charge_kw / 1000,
                dischargeLimitMw: battery.discharge_kw / 1000,
                maxStoredMwh: mwh,
                chargeEfficiency: battery.round_trip_efficiency,
                end: { rule: "exactly", storedMwh: battery.final_soc * mwh },
              }),
            ]
          : []),
      ],
    });
  }

  it("dervet_bill_reduction: the bill of the year and the demand charge of every month", () => {
    const plan = year(true);
    expect(isNear(plan.objectiveUsd, expected.annual_energy_plus_demand, 1e-8)).toBe(true);
    const monthly = plan.ledger.lines.filter(({ item }) => item.startsWith("demand charge")).map(({ usd }) => usd);
    const wanted = checked.monthly_demand_charges as readonly number[];
    expect(monthly).toHaveLength(wanted.length);
    monthly.forEach((usd, month) => expect(usd).toBeCloseTo(wanted[month], 1));
  });

  it("dervet_bill_reduction: the bill without sun and battery", () => {
    const plan = year(false);
    expect(isNear(plan.objectiveUsd, expected.annual_without_der, 1e-8)).toBe(true);
    expect(usdOf(plan, "import energy")).toBeGreaterThan(0);
  });
});
