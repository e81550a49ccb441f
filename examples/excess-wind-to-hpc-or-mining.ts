/**
 * Should excess wind go to HPC or to mining? A 60 MW wind farm behind a 15 MW export limit, 10 MW of firm load, spot
 * HPC and a mining fleet. Which load takes the wind that cannot be exported, and what is it worth at the margin?
 */
import { planPower } from "wattsplit";
import week from "./data/texas-week.json" with { type: "json" };

const result = planPower({
  name: "wind farm",
  horizon: { start: week.start, timeZone: week.timeZone, intervalMinutes: 60, count: 168 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 12,
      exportLimitMw: 15,
      importPriceUsdPerMwh: week.priceUsdPerMwh,
      importAdderUsdPerMwh: 6,
      exportPriceUsdPerMwh: week.priceUsdPerMwh,
    },
    { kind: "renewable", name: "wind", technology: "wind", capacityMw: 60, availability: week.windAvailability },
    { kind: "ai-firm", name: "inference", facilityMw: 10, vollUsdPerMwh: 5000 },
    { kind: "ai-spot", name: "spot HPC", facilityMw: 8, revenueUsdPerFacilityMwh: 150 },
    { kind: "mining-fleet", name: "S19k Pro", rig: "Antminer S19k Pro", rigs: 7000 },
  ],
});
if (result.status !== "optimal") throw new Error(result.status);

const { wind, grid } = result.assets;
const hpc = result.assets["spot HPC"];
const rigs = result.assets["S19k Pro"];
if (wind.kind !== "renewable" || grid.kind !== "grid" || hpc.kind !== "ai-spot" || rigs.kind !== "mining-fleet")
  throw new Error("kinds");
const power = result.prices.powerUsdPerMwh;
const count = (test: (usd: number) => boolean) => power.reduce((hours, usd) => hours + (test(usd) ? 1 : 0), 0);

console.log(`wind used ${wind.totals.usedMwh.toFixed(0)} MWh, curtailed ${wind.totals.curtailedMwh.toFixed(0)} MWh`);
console.log(
  `exported ${grid.totals.exportMwh.toFixed(0)} MWh, spot HPC ${hpc.totals.servedMwh.toFixed(0)} MWh, mining ` +
    `${rigs.totals.energyMwh.toFixed(0)} MWh`,
);
console.log(
  `mining sleeps above ${rigs.series.strikeUsdPerMwh[0].toFixed(2)} USD/MWh: ` +
    `${count((usd) => usd > rigs.series.strikeUsdPerMwh[0] + 1e-6)} h of 168`,
);
console.log(`power is worth nothing or less in ${count((usd) => usd <= 1e-6)} h`);

/*
wind used 3000 MWh, curtailed 267 MWh
exported 219 MWh, spot HPC 1250 MWh, mining 1471 MWh
mining sleeps above 68.95 USD/MWh: 38 h of 168
power is worth nothing or less in 22 h
*/
