/**
 * Does mining replace diesel where the GPUs can be throttled? The utility calls "drop 20 %" for four hours. A site with
 * 40 MW of inference and 10 MW of mining sheds mining. The same site without mining burns diesel, or puts a power cap
 * on its GPUs: on the card measured here, the last 40 % of its power buys 0.9 % of its tokens. What is lost has a price.
 */
import { gpuThrottling2026_11, presetValues } from "wattsplit";
import { compareBaselines } from "wattsplit/compare";

function claim(lostThroughputUsdPerMwh: number) {
  const { headline, cases } = compareBaselines({
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 60, importPriceUsdPerMwh: 50 },
      {
        kind: "ai-firm",
        name: "inference",
        facilityMw: 40,
        vollUsdPerMwh: 5000,
        // The GPU takes 0.6 of 0.8 kW: a cap leaves the rest of the server as it is.
        kwPerGpu: 0.8,
        ...presetValues(gpuThrottling2026_11.rtx6000ProBatch),
        throughputFloor: 0.9,
        lostThroughputUsdPerMwh,
      },
      { kind: "diesel", name: "gensets", sets: 24, unitMw: 2, fuelUsdPerL: 0.92, omUsdPerMwh: 20 },
      {
        kind: "mining-fleet",
        name: "rigs",
        rig: { hashrateThPerS: 200, powerW: 4000 },
        rigs: 2500,
        standbyWPerRig: 0,
        pue: 1,
        uptime: 1,
      },
      {
        kind: "curtailment-call",
        name: "utility",
        calls: [
          {
            start: "2026-07-14T16:00:00-05:00",
            end: "2026-07-14T20:00:00-05:00",
            reduceByFraction: 0.2,
            baseline: "own-load",
          },
        ],
      },
    ],
    counterfactual: {
      aiOnlyImportLimitMw: 60,
      basis: "the connection is the same without mining; the call is in proportion to load",
      assetsAiOnlyKeeps: ["gensets"],
    },
  });
  const figures = (id: string) => cases.find((one) => one.id === id)?.figures;
  const lost = figures("B3")?.lostThroughputMwh ?? NaN;
  return (
    `diesel of B0 ${figures("B0")?.dieselMwh.toFixed(0)} MWh, of B3 ${figures("B3")?.dieselMwh.toFixed(0)} MWh with ` +
    `${lost.toFixed(2)} MWh of work lost; displaced ${headline.displacedMwh?.toFixed(0)} MWh against ${headline.against}`
  );
}

for (const usd of [1000, 2500, 5000, 20_000]) console.log(`lost work at ${usd} USD/MWh: ${claim(usd)}`);

/*
lost work at 1000 USD/MWh: diesel of B0 32 MWh, of B3 0 MWh with 8.46 MWh of work lost; displaced 0 MWh against B3
lost work at 2500 USD/MWh: diesel of B0 32 MWh, of B3 0 MWh with 0.94 MWh of work lost; displaced 0 MWh against B3
lost work at 5000 USD/MWh: diesel of B0 32 MWh, of B3 0 MWh with 0.94 MWh of work lost; displaced 0 MWh against B3
lost work at 20000 USD/MWh: diesel of B0 32 MWh, of B3 32 MWh with 0.00 MWh of work lost; displaced 32 MWh against B0
*/
