/**
 * Which rigs of a fleet run at which price? An inventory saved from a spreadsheet becomes the mining fleets of a plan.
 * A rig that does not exist is refused with its line and the nearest names.
 */
import { planPower } from "wattsplit";
import { readFleet } from "wattsplit/io";

const inventory = `Model,Quantity,Power (W),TH/s,Location
Antminer S21 XP,3000,,,Hall 1
Antminer S19j Pro,1200,,,Hall 2
Antminer S19j Pro,800,3080,102,Hall 3
Bitmain Antminer S21-XP,500,,,Hall 3
`;

const fleet = readFleet(inventory);
console.log(`${fleet.rigs} rigs, ${fleet.powerMw.toFixed(2)} MW at their plugs`);
for (const notice of fleet.notices) console.log(notice);

const prices = [20, 40, 60, 90, 140];
const plan = planPower({
  horizon: {
    start: "2026-10-05T00:00:00-05:00",
    timeZone: "America/Chicago",
    intervalMinutes: 60,
    count: prices.length,
  },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 40, importPriceUsdPerMwh: prices },
    ...fleet.assets.map((rigs) => ({ ...rigs, pue: 1.05 })),
  ],
});
if (plan.status !== "optimal") throw new Error(plan.detail);
for (const [name, reading] of Object.entries(plan.assets)) {
  if (reading.kind !== "mining-fleet") continue;
  const on = prices.filter((_, t) => reading.series.rigsOn[t] > 0);
  console.log(
    `${name}: strike price ${reading.series.strikeUsdPerMwh[0].toFixed(1)} USD/MWh, hashes at ${on.join(", ")}`,
  );
}

try {
  readFleet("model,count\nAntminer S21 Ultra,100\nWhatsminer M60X,50\n");
} catch (error) {
  console.log((error as Error).message);
}

/*
5500 rigs, 18.76 MW at their plugs
nothing is read from "Location".
Antminer S21 XP: lines 2, 5 are one fleet of 3500 rigs.
Antminer S21 XP: strike price 117.2 USD/MWh, hashes at 20, 40, 60, 90
Antminer S19j Pro: strike price 53.7 USD/MWh, hashes at 20, 40
Antminer S19j Pro 3080 W 102 TH/s: strike price 52.5 USD/MWh, hashes at 20, 40
The file has 2 faults:
  line 2, column 1 (model): got "Antminer S21 Ultra", wanted a model of the catalogue; no such model exists, whatever lists show; the nearest are Antminer S21 Pro and S21 XP; a model of your own goes into options.ownModels ("any" for every one with its W and TH/s)
  line 3, column 1 (model): got "Whatsminer M60X", wanted a model of the catalogue; did you mean Whatsminer M60, Whatsminer M60S? otherwise give the rig's own { hashrateThPerS, powerW }; a model of your own goes into options.ownModels ("any" for every one with its W and TH/s)
*/
