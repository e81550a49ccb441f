/**
 * Connections with the parts of a tariff that cannot stand beside each other, in the surroundings of `asset-samples.ts`
 * with sun of 30 MW: exported energy as a credit in USD, and as one in MWh.
 */
import { gridAsset, renewableAsset } from "../support/plans.ts";
import { dayWithPeak } from "../support/tariffs.ts";
import { DAY_HOURS, type AssetSample } from "./asset-samples.ts";

const schedules = { weekday: dayWithPeak(16, 20), weekend: "off-peak" };
const sun = Array.from({ length: DAY_HOURS }, (_, t) => Math.max(0, Math.sin((Math.PI * (t - 6)) / 12)));
const beside = (from: number, to: number) => [renewableAsset(30, { name: "sun", availability: sun.slice(from, to) })];

const common = {
  importLimitMw: 20,
  importPriceUsdPerMwh: 20,
  exportLimitMw: 15,
  touEnergyCharge: { usdPerMwh: { peak: 70, "off-peak": 10 }, ...schedules },
  demandCharge: { usdPerMwMonth: 900, ratchet: { share: 0.7, months: [5, 6] } },
};
const state = { peakMw: { "2026-05": 19, "2026-07": 9 } };

/** By what sets the sample apart; each with the parts of a tariff that `asset-samples.ts` lacks. */
export const tariffSamples: Readonly<Record<string, AssetSample>> = {
  "export credits": {
    asset: () =>
      gridAsset({
        ...common,
        exportPriceUsdPerMwh: 25,
        touExportPrice: { usdPerMwh: { peak: 40, "off-peak": 5 }, ...schedules },
        energyTiers: {
          periods: {
            peak: [{ upToMwh: 300, usdPerMwh: 2 }, { usdPerMwh: 9 }],
            "off-peak": [{ usdPerMwh: [3, 3, 3, 3, 3, 4, 4, 4, 3, 3, 3, 3] }],
          },
          ...schedules,
        },
        exportCredits: {
          offsets: ["importPriceUsdPerMwh", "touEnergyCharge", "energyTiers", "demandCharge"],
          leftShare: 0.6,
          trueUp: { month: 3, paidShare: 0.4 },
        },
      }),
    beside,
    state: {
      ...state,
      periodMwh: { "2026-07": { peak: 290 } },
      exportCredits: { leftUsd: 700, roomUsd: { "2026-07": 150 } },
    },
  },
  "net metering": {
    asset: () =>
      gridAsset({
        ...common,
        energyTiers: { tiers: [{ upToMwh: 1900, usdPerMwh: 3 }, { usdPerMwh: 8 }] },
        netMetering: {
          periods: { peak: { leftUsdPerMwh: 60 }, "off-peak": { leftUsdPerMwh: 30 } },
          ...schedules,
          trueUp: { month: 3, usdPerMwh: 20 },
        },
      }),
    beside,
    state: {
      ...state,
      monthMwh: { "2026-07": 1850 },
      netMetering: { creditMwh: { peak: 4 }, roomMwh: { "2026-07": { peak: 1, "off-peak": 35 } } },
    },
  },
};
