/**
 * When does mining yield to AI? One site, 20 MW of import, room for 20 MW of spot GPUs or 20 MW of S21 XP rigs: at
 * which price of a GPU-hour do the GPUs take the power? The plan answers; the strike price says why.
 */
import { planPower } from "wattsplit";

const GPU_KW = 1.275; // IT power of an H100 with its share of the server
const PUE = 1.25;

function split(usdPerGpuHour: number) {
  const result = planPower({
    horizon: { start: "2026-10-05T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: 45 },
      { kind: "ai-spot", name: "gpus", itMw: 16, pue: PUE, revenueUsdPerGpuHour: usdPerGpuHour, kwPerGpu: GPU_KW },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 5444, standbyWPerRig: 0 },
    ],
  });
  if (result.status !== "optimal") throw new Error(result.status);
  const { gpus, rigs } = result.assets;
  if (gpus.kind !== "ai-spot" || rigs.kind !== "mining-fleet") throw new Error("unexpected kinds");
  return { gpuMw: gpus.series.servedMw[0], miningMw: rigs.series.powerMw[0], strike: rigs.series.strikeUsdPerMwh[0] };
}

for (const usd of [0.1, 0.15, 0.18, 0.19, 0.2, 0.5]) {
  const { gpuMw, miningMw } = split(usd);
  console.log(`${usd.toFixed(2)} USD/GPU-h: GPUs ${gpuMw.toFixed(1)} MW, mining ${miningMw.toFixed(1)} MW`);
}
const { strike } = split(0.1);
console.log(
  `strike price ${strike.toFixed(2)} USD/MWh, so GPUs take over above ` +
    `${((strike * PUE * GPU_KW) / 1000).toFixed(3)} USD/GPU-h`,
);

/*
0.10 USD/GPU-h: GPUs 0.0 MW, mining 20.0 MW
0.15 USD/GPU-h: GPUs 0.0 MW, mining 20.0 MW
0.18 USD/GPU-h: GPUs 0.0 MW, mining 20.0 MW
0.19 USD/GPU-h: GPUs 20.0 MW, mining 0.0 MW
0.20 USD/GPU-h: GPUs 20.0 MW, mining 0.0 MW
0.50 USD/GPU-h: GPUs 20.0 MW, mining 0.0 MW
strike price 116.40 USD/MWh, so GPUs take over above 0.186 USD/GPU-h
*/
