/** The week of `examples/week-at-a-texas-site.ts` with prices of its own. */
import type { PlanInput } from "wattsplit";
import week from "../../examples/data/texas-week.json" with { type: "json" };

const { start, timeZone } = week;
const wednesday = (t: number) => t >= 2 * 24 + 10 && t < 2 * 24 + 22;
const limitMw = (mw: number) => week.priceUsdPerMwh.map((_, t) => (wednesday(t) ? mw / 2 : mw));
const dayStamp = (day: number, hour: string) => `2026-07-${13 + day}T${hour}:00:00-05:00`;

export function texasWeek(prices: readonly number[]): PlanInput {
  return {
    name: "Texas week",
    horizon: { start, timeZone, intervalMinutes: 60, count: 168 },
    bitcoin: { hashpriceUsdPerPhDay: 40 }, // 2026-10, see presets
    initialState: { grid: { peakMw: { "2026-07": 112 } }, bess: { storedMwh: 40 }, "S21 XP": { powerMw: 24.5 } },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: limitMw(130),
        exportLimitMw: 20,
        importPriceUsdPerMwh: prices,
        importAdderUsdPerMwh: 4,
        exportPriceUsdPerMwh: prices,
        exportFeeUsdPerMwh: 2,
        demandCharge: { usdPerMwMonth: 9500 },
        lossFraction: 0.01,
        emissionTPerMwh: 0.37,
      },
      { kind: "renewable", name: "solar", technology: "solar", capacityMw: 30, availability: week.solarAvailability },
      {
        kind: "battery",
        name: "bess",
        chargeLimitMw: 20,
        dischargeLimitMw: 20,
        minStoredMwh: 4,
        maxStoredMwh: 80,
        wearUsdPerMwh: 12,
      },
      {
        // Emergency sets: the permit lets them run in the curtailment only.
        kind: "diesel",
        name: "gensets",
        sets: 30,
        unitMw: 2,
        fuelUsdPerL: 0.92,
        omUsdPerMwh: 20,
        tankL: 250_000,
        availability: week.priceUsdPerMwh.map((_, t) => (wednesday(t) ? 1 : 0)),
      },
      {
        kind: "ai-firm",
        name: "inference",
        itMw: week.inferenceShare.map((share) => 58 * share),
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
          release: dayStamp(day, "06"),
          deadline: dayStamp(day + 1, "06"),
        })),
      },
      { kind: "ai-spot", name: "spot GPUs", itMw: 4, pue: 1.25, revenueUsdPerGpuHour: 0.28, kwPerGpu: 1.275 },
      {
        kind: "mining-fleet",
        name: "S21 XP",
        rig: "Antminer S21 XP",
        rigs: 6700,
        rampUpMwPerH: 40,
        restartUsdPerMw: 4,
      },
      { kind: "mining-fleet", name: "S21", rig: "Antminer S21", rigs: 4000, restartUsdPerMw: 4 },
      { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 3000 },
    ],
  };
}
