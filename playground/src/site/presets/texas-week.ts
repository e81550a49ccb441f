import type { PlanInput } from "wattsplit";
import week from "../../../../examples/data/texas-week.json";

/** On Wednesday the utility halves the connection for twelve hours. */
const isCurtailed = (hour: number) => hour >= 2 * 24 + 10 && hour < 2 * 24 + 22;
const limitMw = (mw: number) => week.priceUsdPerMwh.map((_, hour) => (isCurtailed(hour) ? mw / 2 : mw));
const stamp = (day: number, hour: string) => `2026-07-${13 + day}T${hour}:00:00-05:00`;

/** As `examples/week-at-a-texas-site.ts`. */
export const texasWeek: PlanInput = {
  name: "Texas week",
  horizon: { start: week.start, timeZone: week.timeZone, intervalMinutes: 60, count: 168 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { grid: { peakMw: { "2026-07": 112 } }, battery: { storedMwh: 40 }, "S21 XP": { powerMw: 24.5 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: limitMw(130),
      exportLimitMw: 20,
      importPriceUsdPerMwh: week.priceUsdPerMwh,
      importAdderUsdPerMwh: 4,
      exportPriceUsdPerMwh: week.priceUsdPerMwh,
      exportFeeUsdPerMwh: 2,
      demandCharge: { usdPerMwMonth: 9500 },
      lossFraction: 0.01,
      emissionTPerMwh: 0.37,
    },
    { kind: "renewable", name: "solar", technology: "solar", capacityMw: 30, availability: week.solarAvailability },
    {
      kind: "battery",
      name: "battery",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      minStoredMwh: 4,
      maxStoredMwh: 80,
      wearUsdPerMwh: 12,
    },
    {
      kind: "diesel",
      name: "gensets",
      sets: 30,
      unitMw: 2,
      fuelUsdPerL: 0.92,
      omUsdPerMwh: 20,
      tankL: 250_000,
      availability: week.priceUsdPerMwh.map((_, hour) => (isCurtailed(hour) ? 1 : 0)),
    },
    {
      kind: "ai-firm",
      name: "inference",
      itMw: week.inferenceShare.map((share) => Number((58 * share).toFixed(3))),
      pue: 1.25,
      vollUsdPerMwh: 5000,
    },
    {
      kind: "ai-deferrable",
      name: "training",
      capMw: 18,
      jobs: [0, 1, 2, 3, 4, 5, 6].map((day) => ({
        name: `night ${day + 1}`,
        energyFacilityMwh: 90,
        maxMw: 18,
        unmetUsdPerMwh: 900,
        release: stamp(day, "06"),
        deadline: stamp(day + 1, "06"),
      })),
    },
    { kind: "ai-spot", name: "spot GPUs", itMw: 4, pue: 1.25, revenueUsdPerGpuHour: 0.28, kwPerGpu: 1.275 },
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 6700, rampUpMwPerH: 40, restartUsdPerMw: 4 },
    { kind: "mining-fleet", name: "S21", rig: "Antminer S21", rigs: 4000, restartUsdPerMw: 4 },
    { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 3000 },
  ],
  counterfactual: {
    aiOnlyImportLimitMw: limitMw(80),
    basis: "firm allocation without mining 80 MW (utility letter), curtailed pro rata",
    extraImportUsdPerMwMonth: 9500,
    assetsAiOnlyKeeps: ["gensets", "battery"],
    aiFlexibleShare: 0.1,
    initialState: { grid: { peakMw: { "2026-07": 78 } } },
  },
};
