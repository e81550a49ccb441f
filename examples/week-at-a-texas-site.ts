/**
 * A week at a Texas site: which loads run when, what they earn, and how much diesel their flexibility really replaces.
 * 70 MW of inference, nightly training, spot AI, three mining fleets, a battery and solar share one 130 MW connection.
 * On Wednesday the utility halves every connection for twelve hours.
 */
import type { PlanInput } from "wattsplit";
import { compareBaselines } from "wattsplit/compare";
import { scheduleRecords, summary } from "wattsplit/report";
import week from "./data/texas-week.json" with { type: "json" };

const { start, timeZone } = week;
const wednesday = (t: number) => t >= 2 * 24 + 10 && t < 2 * 24 + 22;
const limitMw = (mw: number) => week.priceUsdPerMwh.map((_, t) => (wednesday(t) ? mw / 2 : mw));
const dayStamp = (day: number, hour: string) => `2026-07-${13 + day}T${hour}:00:00-05:00`;

export const input: PlanInput = {
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
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 6700, rampUpMwPerH: 40, restartUsdPerMw: 4 },
    { kind: "mining-fleet", name: "S21", rig: "Antminer S21", rigs: 4000, restartUsdPerMw: 4 },
    { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 3000 },
  ],
  counterfactual: {
    aiOnlyImportLimitMw: limitMw(80),
    basis: "firm allocation without mining 80 MW (utility letter), curtailed pro rata",
    extraImportUsdPerMwMonth: 9500,
    assetsAiOnlyKeeps: ["gensets", "bess"],
    aiFlexibleShare: 0.1,
    initialState: { grid: { peakMw: { "2026-07": 78 } } },
  },
};

const startedMs = performance.now();
const comparison = compareBaselines(input);
const tookMs = performance.now() - startedMs;
console.log(summary(comparison));
if (comparison.hybrid.status === "optimal") {
  const wanted = new Set(["importMw", "usedMw", "storedMwh", "powerMw", "servedMw"]);
  const records = [...scheduleRecords(comparison.hybrid)].filter(({ quantity }) => wanted.has(quantity));
  console.log("\nWednesday, MW (battery: MWh in store):");
  for (const hour of ["09", "10", "14", "18", "21", "22"]) {
    const now = records.filter(({ start: at }) => at.startsWith(`2026-07-15T${hour}`));
    console.log(`${hour}:00  ${now.map(({ asset, value }) => `${asset} ${value.toFixed(1)}`).join(", ")}`);
  }
}
console.log(`8 plans in ${(tookMs / 1000).toFixed(2)} s`);

/*
WARNING: S21 XP: 0.507 MWh of standby power are cut off, first at 2026-07-14 19:00; rigs go dark, and each MWh is charged deenergizeUsdPerMwh. To do: add supply there, or state what a dark rig costs as deenergizeUsdPerMwh.
optimal plan "Texas week": 168 intervals (168 h) from 2026-07-13T00:00:00-05:00, America/Chicago
net cost -435,741 USD (cash -442,106, penalty 517.9, valuation 5,848)
already charged before the plan, and not in it: 1,064,000 USD (grid demand charge 2026-07 1,064,000)
value of power at the site: 0 to 1,550 USD/MWh
B2  AI only, AI-only import limit, 10 % of firm AI moving within its day        41.7  10,995      3.00      10,949   29.6             0    151,755
Diesel displaced: 41.7 MWh (10,995 L, as run 11,030 L) against B2, AI only, AI-only import limit, 10 % of firm AI moving within its day, the AI-only case of least total cost. Carrying: B1 50 MW x 9500 USD x 0.2258 months = 107258 USD. Basis of the AI-only limit: firm allocation without mining 80 MW (utility letter), curtailed pro rata. The AI-only site lacks solar. No counterfactual.initialState was given, so the AI-only site starts in the hybrid's state of bess.
The displacement against B0 is 107.1 MWh; its sources, added in this order: larger import 107.1 MWh (alone 107.1; dispatch -37,619 USD, carrying 107,258 USD); on-site supply (solar) 0.0 MWh (alone 107.1; dispatch -65,966 USD, carrying not stated); mining as reserve, its standby deducted, and the hybrid's own initial states 0.0 MWh (alone -4.1; dispatch -522,066 USD, carrying not stated). B2 displaces 65.4 MWh of it without mining, which leaves the headline's 41.7.
Mining's own consumption: 7,380 MWh, 2,731 t CO2 at the grid's factor. CO2 of the displaced diesel: 29.6 t. The hybrid site emits 2,274 t more than B2.
Today's threshold rule: costs 243,814 USD more than the plan (which knows all prices in advance). AI first, mine when the price is below the strike price, diesel for the rest, battery idle; does not look ahead and ignores demand charges. Lower limits ignored: bess storedMwh.
rule minus plan          asset      kind       USD (cost +)
-----------------------  ---------  ---------  ------------
import energy            grid       cash            108,488
import adders            grid       cash             -438.6
demand charge 2026-07    grid       cash            130,768
battery wear             bess       valuation        -7,309
spot AI revenue          spot GPUs  cash              878.4
mining income            S21 XP     cash              9,968
rig restarts             S21 XP     valuation         118.7
change of stored energy  bess       valuation         1,859
rigs cut off             S21 XP     penalty          -253.3
rigs cut off             S21        penalty          -151.2
rigs cut off             S19j Pro   penalty          -113.4
10:00  grid 65.0, solar 10.7, bess 70.0, gensets 0.0, inference 63.0, training 0.0, spot GPUs 5.0, S21 XP 16.3, S21 0.1, S19j Pro 0.1
*/
