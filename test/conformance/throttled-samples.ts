/** AI loads with power modes, which exclude other fields of their kinds. */
import { gpuThrottling2026_11 } from "../../src/catalogue/gpu-throttling.ts";
import { presetValues } from "../../src/catalogue/presets.ts";
import type { AssetSample } from "./asset-samples.ts";

const hour = (t: number) => `2026-07-${14 + Math.floor(t / 24)}T${String(t % 24).padStart(2, "0")}:00:00-05:00`;

export const throttledSamples: Readonly<Record<string, AssetSample>> = {
  "ai-spot": {
    asset: (from, to) => ({
      kind: "ai-spot",
      name: "spot",
      gpus: new Array<number>(to - from).fill(2400),
      kwPerGpu: 0.8,
      pue: 1.2,
      revenueUsdPerGpuHour: 0.06,
      interruptionCap: { hoursPerYear: 30 },
      ...presetValues(gpuThrottling2026_11.rtx6000ProBatch),
    }),
    state: { interruptedHours: { 2026: 15 } },
    idle: {
      asset: {
        kind: "ai-spot",
        name: "spot",
        facilityMw: 3,
        revenueUsdPerFacilityMwh: 60,
        powerModes: [
          { powerMw: 2, throughput: 9 },
          { powerMw: 3, throughput: 10 },
        ],
      },
    },
  },
  "ai-deferrable": {
    asset: () => ({
      kind: "ai-deferrable",
      name: "batch",
      capMw: 6.5,
      pue: 1.2,
      kwPerGpu: 0.35,
      ...presetValues(gpuThrottling2026_11.rtx3090Prefill),
      jobs: [
        { name: "night", energyItMwh: 8, release: hour(2), deadline: hour(9), maxMw: 4, unmetUsdPerMwh: 700 },
        { name: "by day", energyGpuHours: 30_000, release: hour(8), deadline: hour(17), maxMw: 3, unmetUsdPerMwh: 700 },
        { name: "into tomorrow", energyItMwh: 9, release: hour(20), deadline: hour(28), maxMw: 5, unmetUsdPerMwh: 700 },
      ],
    }),
    state: { openMwh: { night: 9 } },
  },
};
