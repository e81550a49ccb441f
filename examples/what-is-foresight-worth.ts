/**
 * What would a perfect forecast have been worth? Four days of a Texas week are lived through hour by hour. Each hour is
 * planned with what was known then: day-ahead prices from 13:00 on for the next day, the sun by the median of the last
 * three days, and each hour's own values when it begins. The first three days of the week are the history.
 */
import type { PlanInput } from "wattsplit";
import { compareForesight, quantileByHour, type UncertainCurve } from "wattsplit/replay";
import week from "./data/texas-week.json" with { type: "json" };

const HISTORY_H = 72;
const [prices, sun] = [week.priceUsdPerMwh, week.solarAvailability].map((hours) => hours.slice(HISTORY_H));

const site: PlanInput = {
  horizon: { start: "2026-07-16T00:00:00-05:00", timeZone: week.timeZone, intervalMinutes: 60, count: prices.length },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { grid: { peakMw: { "2026-07": 100 } }, bess: { storedMwh: 40 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 110,
      importPriceUsdPerMwh: prices,
      demandCharge: { usdPerMwMonth: 9500 },
    },
    { kind: "renewable", name: "solar", technology: "solar", capacityMw: 30, availability: sun },
    {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      maxStoredMwh: 80,
      wearUsdPerMwh: 12,
      end: { rule: "value", usdPerMwh: 35 },
    },
    { kind: "ai-firm", name: "inference", facilityMw: 60, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 8000 },
  ],
};

const median = quantileByHour({ quantile: 0.5, days: 3 });
const uncertain: UncertainCurve[] = [
  {
    curve: { asset: "grid", field: "importPriceUsdPerMwh" },
    history: week.priceUsdPerMwh.slice(0, HISTORY_H),
    known: { publishedAtHour: 13 },
    forecast: median,
  },
  {
    curve: { asset: "solar", field: "availability" },
    history: week.solarAvailability.slice(0, HISTORY_H),
    forecast: median,
  },
];

const { numbers } = compareForesight(site, { horizonIntervals: 36, uncertain });
console.log("what is known                 cost USD   gap USD   AI unserved MWh   largest part of the gap");
for (const number of numbers) {
  if (number.status !== "completed") throw new Error(`${number.knowledge}: ${number.detail}`);
  const { knowledge, usd, gapUsd, aiUnservedMwh, gapUsdByItem } = number;
  const [largest] = gapUsdByItem.toSorted((a, b) => b.usd - a.usd);
  console.log(
    `${knowledge.padEnd(26)}${usd.toFixed(0).padStart(12)}${gapUsd.toFixed(0).padStart(10)}` +
      `${aiUnservedMwh.toFixed(2).padStart(18)}   ${largest ? `${largest.item} ${largest.usd.toFixed(0)}` : "-"}`,
  );
}

/*
what is known                 cost USD   gap USD   AI unserved MWh   largest part of the gap
foresight                       -98654         0              0.00   -
published                       -98654         0              0.00   -
forecast                        -98301       353              0.00   import energy 353
persistence                     -24125     74529              0.00   import energy 80149
rule                            -23447     75207              0.00   import energy 79819
*/
