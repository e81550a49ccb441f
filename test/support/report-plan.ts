import type { OptimalPlan } from "../../src/plan/plan-result.ts";
import { compareBaselines } from "./untyped.ts";

/** A day of a small hybrid site with everything that a chart can show: two fleets, a battery, sun, sets, a call. */
const HOURS = 24;
const hours = (value: (hour: number) => number): number[] => Array.from({ length: HOURS }, (_, hour) => value(hour));

export const reportInput = {
  name: 'Site "A" <north>',
  horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: HOURS },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { bess: { storedMwh: 5 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: hours((hour) => (hour >= 17 && hour < 20 ? 14 : 40)),
      exportLimitMw: 5,
      importPriceUsdPerMwh: hours((hour) => (hour === 18 ? 900 : hour < 6 ? 15 : 45)),
      exportPriceUsdPerMwh: hours((hour) => (hour === 18 ? 880 : 10)),
      emissionTPerMwh: 0.4,
    },
    {
      kind: "renewable",
      name: "sun",
      technology: "solar",
      capacityMw: 8,
      availability: hours((h) => (h > 6 && h < 19 ? 0.6 : 0)),
    },
    {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 4,
      dischargeLimitMw: 4,
      minStoredMwh: 0,
      maxStoredMwh: 10,
      wearUsdPerMwh: 3,
    },
    {
      kind: "diesel",
      name: "sets",
      sets: 6,
      unitMw: 2,
      fuelUsdPerL: 1,
      omUsdPerMwh: 20,
      permit: { class: "non-emergency", hoursPerYear: 100 },
      tankL: 20_000,
    },
    { kind: "ai-firm", name: "inference", facilityMw: hours((hour) => 15 + (hour % 5)), vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "new rigs", rig: "Antminer S21 XP", rigs: 2000 },
    { kind: "mining-fleet", name: "old rigs", rig: "Antminer S19j Pro", rigs: 2000 },
  ],
  counterfactual: {
    aiOnlyImportLimitMw: 14,
    basis: "letter",
    assetsAiOnlyKeeps: ["sets"],
    extraImportUsdPerMwMonth: 5000,
  },
};

export const reportComparison = compareBaselines(reportInput);

export const reportPlan: OptimalPlan = (() => {
  const { hybrid } = reportComparison;
  if (hybrid.status !== "optimal") throw new Error(`wanted an optimal plan, got ${hybrid.status}: ${hybrid.detail}`);
  return hybrid;
})();
