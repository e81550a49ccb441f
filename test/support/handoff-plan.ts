import type { OptimalPlan } from "../../src/plan/plan-result.ts";
import { planPower } from "./untyped.ts";

/**
 * Six hours of a site with firm AI of 10 MW, spot AI of 4 MW that earns 90 USD/MWh, and 2,000 Antminer S21 (200 TH/s,
 * 3,500 W: 7 MW at full power). Import is limited to 12 MW in hour 2 and costs 300 USD/MWh in hour 3. With hashprice
 * 40, pool fee 1 %, PUE 1.05 and uptime 1 the strike price is 41.667 x 40 / 17.5 x 0.99 / 1.05 = 89.8 USD/MWh.
 */
export const handOffInput = {
  name: "Six hours",
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 6 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: [30, 30, 12, 30, 30, 30],
      importPriceUsdPerMwh: [20, 20, 20, 300, 20, 20],
    },
    { kind: "ai-firm", name: "inference", facilityMw: 10, vollUsdPerMwh: 5000 },
    { kind: "ai-spot", name: "spot", facilityMw: 4, revenueUsdPerFacilityMwh: 90 },
    {
      kind: "mining-fleet",
      name: "rigs",
      rig: { hashrateThPerS: 200, powerW: 3500 },
      rigs: 2000,
      uptime: 1,
      standbyWPerRig: 0,
    },
  ],
};

export const HANDOFF_AT = "2026-07-14T05:00:00Z";

export function optimal(input: unknown): OptimalPlan {
  const result = planPower(input);
  if (result.status !== "optimal") throw new Error(`wanted an optimal plan, got ${result.status}: ${result.detail}`);
  return result;
}

export const handOffPlan = optimal(handOffInput);
