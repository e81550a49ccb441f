/**
 * Does mining replace diesel where the GPUs can be throttled? The utility calls "drop 20 %" for four hours. A site with
 * 40 MW of inference and 10 MW of mining sheds mining. The same site without mining burns diesel, or puts a power cap
 * on its GPUs: on the card measured here, the last 40 % of its power buys 0.9 % of its tokens. What is lost is priced.
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
  const burnt = (id: string) => figures(id)?.dieselMwh.toFixed(0);
  const lost = figures("B3")?.lostThroughputMwh ?? NaN;
  return (
    `B0 burns ${burnt("B0")} MWh of diesel, B3 ${burnt("B3")} MWh and ` +
    `loses ${lost.toFixed(2)} MWh of work: ` +
    `displaced ${headline.displacedMwh?.toFixed(0)} MWh against ${headline.against}`
  );
}

for (const usd of [1000, 2500, 5000, 20_000]) console.log(`lost work at ${usd} USD/MWh: ${claim(usd)}`);

/*
lost work at 1000 USD/MWh: B0 burns 32 MWh of diesel, B3 0 MWh and loses 8.46 MWh of work: displaced 0 MWh against B3
lost work at 2500 USD/MWh: B0 burns 32 MWh of diesel, B3 0 MWh and loses 0.94 MWh of work: displaced 0 MWh against B3
lost work at 5000 USD/MWh: B0 burns 32 MWh of diesel, B3 0 MWh and loses 0.94 MWh of work: displaced 0 MWh against B3
lost work at 20000 USD/MWh: B0 burns 32 MWh of diesel, B3 32 MWh and loses 0.00 MWh of work: displaced 32 MWh against B0
*/
