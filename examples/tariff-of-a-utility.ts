/**
 * How does a utility rate change a day? A rate from the Utility Rate Database (openei.org), expensive on weekday
 * afternoons in summer and with a demand charge, becomes the tariff of the connection. The rigs, worth 117 USD/MWh,
 * then sleep in the afternoons and still pay for the peak they set at night.
 */
import { planPower } from "wattsplit";
import { readTariff } from "wattsplit/io";

const hours = (afternoon: number) => Array.from({ length: 24 }, (_, hour) => (hour >= 14 && hour < 20 ? afternoon : 0));
const year = (afternoon: number) =>
  Array.from({ length: 12 }, (_, month) => hours(month >= 5 && month <= 8 ? afternoon : 0));

const rate = {
  utility: "Plains Electric",
  name: "Large Power",
  energyratestructure: [[{ rate: 0.031, adj: 0.004, unit: "kWh" }], [{ rate: 0.136, adj: 0.004, unit: "kWh" }]],
  energyweekdayschedule: year(1),
  energyweekendschedule: year(0),
  flatdemandstructure: [[{ rate: 9.5 }]],
  flatdemandmonths: Array.from({ length: 12 }, () => 0),
  flatdemandunit: "kW",
  demandwindow: 15,
  fixedchargefirstmeter: 620,
  fixedchargeunits: "$/month",
  peakkwcapacitymin: 1000,
};

const { name, fields, notices } = readTariff(JSON.stringify(rate));
const plan = planPower({
  horizon: { start: "2026-07-01T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 31 * 24 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 60, ...fields },
    { kind: "ai-firm", name: "inference", facilityMw: 20, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 5000 },
  ],
});
if (plan.status !== "optimal") throw new Error(plan.detail);
const { grid, rigs } = plan.assets;
if (grid.kind !== "grid" || rigs.kind !== "mining-fleet") throw new Error("unexpected kinds");

console.log(`${name}: ${notices.join(" ")}`);
for (const { item, usd } of plan.ledger.lines.filter(({ asset }) => asset === "grid"))
  console.log(`${item}: ${Math.round(usd)} USD`);
console.log(
  `peak ${grid.peaks[0].peakMw.toFixed(2)} MW; rigs at 3 am ${rigs.series.powerMw[3].toFixed(2)} MW, at 3 pm ` +
    `${rigs.series.powerMw[15].toFixed(2)} MW`,
);

/*
Plains Electric, Large Power: the rate is for customers of peakkwcapacitymin 1000: check that the site is one.
import energy: 0 USD
energy charge period 0: 813845 USD
energy charge period 1: 388834 USD
demand charge 2026-07: 364523 USD
fixed charge 2026-07: 620 USD
peak 38.37 MW; rigs at 3 am 18.37 MW, at 3 pm 0.13 MW
*/
