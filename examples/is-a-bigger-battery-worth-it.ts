/**
 * Is a bigger battery worth it? A week of Texas prices, the site's battery of 20 MW and 80 MWh, and the choice to add
 * energy and power. What a further MWh may cost, what building saves, and how soon it pays back. One summer week with a
 * spike flatters a battery: for a decision give a calendar year.
 */
import type { PlanInput } from "wattsplit";
import { sizeSite } from "wattsplit/sizing";
import week from "./data/texas-week.json" with { type: "json" };

const site: PlanInput = {
  horizon: {
    start: "2026-07-13T00:00:00-05:00",
    timeZone: week.timeZone,
    intervalMinutes: 60,
    count: week.priceUsdPerMwh.length,
  },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { grid: { peakMw: { "2026-07": 100 } }, bess: { storedMwh: 40 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 110,
      importPriceUsdPerMwh: week.priceUsdPerMwh,
      demandCharge: { usdPerMwMonth: 9500 },
    },
    { kind: "renewable", name: "solar", technology: "solar", capacityMw: 30, availability: week.solarAvailability },
    {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      maxStoredMwh: 80,
      wearUsdPerMwh: 12,
      end: { rule: "cyclic" },
    },
    { kind: "ai-firm", name: "inference", facilityMw: 60, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 8000 },
  ],
};

const result = sizeSite(site, {
  rate: { nominalPerYear: 0.1, inflationPerYear: 0.025 },
  choices: [
    {
      asset: "bess",
      size: "energyMwh",
      capexUsdPerUnit: 140_000,
      fixedOmUsdPerUnitYear: 2_000,
      lifeYears: 15,
      leadTimeMonths: 12,
      existing: 80,
      most: 400,
    },
    {
      asset: "bess",
      size: "powerMw",
      capexUsdPerUnit: 80_000,
      lifeYears: 20,
      leadTimeMonths: 12,
      existing: 20,
      most: 120,
    },
  ],
  compareWithExisting: true,
});
if (!result.sizes) throw new Error(`${result.status}: ${result.detail}`);
const usd = (value: number) => value.toFixed(0).replace(/\B(?=(\d{3})+$)/gu, ",");
for (const { size, existing, chosen, unit, capexUsdPerUnit, more, less } of result.sizes) {
  console.log(`${size}: ${existing} ${unit} stand, ${chosen.toFixed(1)} ${unit} are best`);
  console.log(`  price of a ${unit} ${usd(capexUsdPerUnit)} USD`);
  if (less) console.log(`  the last may cost  ${usd(less.breakEvenCapexUsdPerUnit)} USD`);
  if (more) console.log(`  a further may cost ${usd(more.breakEvenCapexUsdPerUnit)} USD`);
}
const { withoutBuilding, capexUsd } = result;
if (withoutBuilding?.savedUsdPerYear !== undefined)
  console.log(
    `capex ${usd(capexUsd)} USD saves ${usd(withoutBuilding.savedUsdPerYear)} USD a year ` +
      `if all weeks were like this: payback ${withoutBuilding.paybackYears?.toFixed(1) ?? "none"} years`,
  );

/*
energyMwh: 80 MWh stand, 113.7 MWh are best
  price of a MWh 140,000 USD
  the last may cost  149,060 USD
  a further may cost 124,849 USD
powerMw: 20 MW stand, 53.9 MW are best
  price of a MW 80,000 USD
  the last may cost  235,264 USD
  a further may cost 42,989 USD
capex 7,426,801 USD saves 6,557,527 USD a year if all weeks were like this: payback 1.1 years
*/
