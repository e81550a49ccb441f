/** A site small enough for paper: 10 MW of rigs of 20 J/TH without standby, one price of power. */
import type { PlanInput } from "../../src/plan-input/index.ts";
import type { ConversionInput, YearsInput } from "../../src/years/years-input.ts";

export const site: PlanInput = {
  horizon: { start: "2024-01-01T00:00:00Z", timeZone: "UTC", intervalMinutes: 360, count: 28 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: 40 },
    {
      kind: "mining-fleet",
      name: "rigs",
      rig: { hashrateThPerS: 100, powerW: 2000 },
      rigs: 5000,
      standbyWPerRig: 0,
      pue: 1,
      uptime: 1,
      poolFee: 0,
    },
  ],
};

export function years(given: Partial<YearsInput>): YearsInput {
  return {
    start: "2025-01",
    quarters: 2,
    discountRatePerYear: 0,
    network: { hashpriceUsdPerPhDay: 48 },
    fleets: [{ asset: "rigs" }],
    ...given,
  };
}

/** One block of 10 MW that is energised at once; `rent` in USD per kW of IT and month. */
export function oneBlock(of: { readonly rent: number; readonly capexUsdPerMw: number }): ConversionInput {
  return {
    name: "hall",
    load: { kind: "ai-firm", facilityMw: 10, vollUsdPerMwh: 5000 },
    leadMonths: 0,
    capex: { retrofitUsdPerMw: of.capexUsdPerMw },
    lease: { usdPerItKwMonth: of.rent, itMw: 10, years: 15 },
    residualLifeYears: null,
  };
}
