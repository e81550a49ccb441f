/**
 * What does a curtailment do to diesel? The utility calls "drop 20 %" for four hours. A site with 40 MW of firm AI and
 * M MW of mining may then import 0.8 (40 + M); the same site without mining may import 32 and burns diesel for 8 MW.
 * How much mining does it take to displace that diesel, and what if the call were a full blackout?
 */
import { compareBaselines } from "wattsplit/compare";

const hours = Array.from({ length: 24 }, (_, t) => t);
const called = (t: number) => t >= 16 && t < 20;

function displaced(miningMw: number, leftInCall: (loadMw: number) => number) {
  const limit = (loadMw: number) => hours.map((t) => (called(t) ? leftInCall(loadMw) : loadMw));
  const { headline } = compareBaselines({
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 24 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: limit(40 + miningMw), importPriceUsdPerMwh: 50 },
      { kind: "ai-firm", name: "inference", facilityMw: 40, vollUsdPerMwh: 5000 },
      { kind: "diesel", name: "gensets", sets: 24, unitMw: 2, fuelUsdPerL: 0.92, omUsdPerMwh: 20 },
      ...(miningMw === 0
        ? []
        : [
            {
              kind: "mining-fleet" as const,
              name: "rigs",
              rig: { hashrateThPerS: 200, powerW: 4000 },
              standbyWPerRig: 0,
              pue: 1,
              uptime: 1,
              rigs: (miningMw * 1e6) / 4000,
            },
          ]),
    ],
    counterfactual: {
      aiOnlyImportLimitMw: limit(40),
      basis: "40 MW firm allocation, pro-rata calls",
      extraImportUsdPerMwMonth: 60_000,
      assetsAiOnlyKeeps: ["gensets"],
    },
  });
  if (headline.displacedMwh === undefined) throw new Error(headline.sentence);
  return headline.displacedMwh;
}

for (const mw of [0, 2.5, 5, 10, 20]) {
  console.log(
    `${mw} MW of mining, "drop 20 %": ${Math.abs(displaced(mw, (load) => 0.8 * load)).toFixed(1)} MWh of ` +
      "diesel displaced",
  );
}
console.log(`10 MW of mining, blackout: ${Math.abs(displaced(10, () => 0)).toFixed(1)} MWh of diesel displaced`);

/*
0 MW of mining, "drop 20 %": 0.0 MWh of diesel displaced
2.5 MW of mining, "drop 20 %": 8.0 MWh of diesel displaced
5 MW of mining, "drop 20 %": 16.0 MWh of diesel displaced
10 MW of mining, "drop 20 %": 32.0 MWh of diesel displaced
20 MW of mining, "drop 20 %": 32.0 MWh of diesel displaced
10 MW of mining, blackout: 0.0 MWh of diesel displaced
*/
