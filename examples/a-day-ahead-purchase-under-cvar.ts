/**
 * How much power to buy the day before, if the price of the hour is not known? On most of twenty possible days the hour
 * costs a little less or more than the day-ahead price; on three of them the evening is scarce. Mining stops where the
 * price of the hour is above its strike price, AI does not. The site buys for the mean cost alone, then with more and
 * more weight on the worst fifth of the outcomes.
 */
import type { PlanInput } from "wattsplit";
import { planUnderUncertainty, reduceScenarios, type Scenario } from "wattsplit/uncertainty";
import week from "./data/texas-week.json" with { type: "json" };

const DAY_H = 24;
const FIRST_H = 72;
const dayAhead = week.priceUsdPerMwh.slice(FIRST_H, FIRST_H + DAY_H);

const site: PlanInput = {
  horizon: { start: "2026-07-16T00:00:00-05:00", timeZone: week.timeZone, intervalMinutes: 60, count: DAY_H },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 110, importPriceUsdPerMwh: dayAhead },
    { kind: "ai-firm", name: "inference", facilityMw: 60, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 8000 },
    {
      kind: "day-ahead-purchase",
      name: "day-ahead",
      priceUsdPerMwh: dayAhead,
      limitMw: 110,
      shortfallUsdPerMwh: 4,
      surplusUsdPerMwh: 4,
    },
  ],
};

const days = Array.from({ length: 20 }, (_, i): Scenario => {
  const scarcity = i < 3 ? 2 + i : 0;
  const importPriceUsdPerMwh = dayAhead.map((usd, t) => {
    const evening = Math.exp(-(((t - 19) / 2) ** 2));
    return usd * (0.8 + 0.015 * i + scarcity * evening);
  });
  return { name: `day ${i + 1}`, probability: 1 / 20, changes: { assets: { grid: { importPriceUsdPerMwh } } } };
});
const { scenarios, distanceShare } = reduceScenarios(days, 8);
console.log(`8 of 20 days keep ${(100 * (1 - distanceShare)).toFixed(0)} % of the spread`);
console.log("weight   bought MWh   expected USD   CVaR 80 %   worst day   VSS   EVPI");
for (const weight of [0, 0.5, 0.8, 0.9, 1]) {
  const result = planUnderUncertainty(site, {
    scenarios,
    firstStage: [{ asset: "day-ahead", decision: "boughtMw" }],
    cvar: { weight, level: 0.8 },
  });
  if (result.status !== "optimal") throw new Error(result.detail);
  const { firstStage, expectedUsd, cvarUsd, scenarios: outcomes } = result;
  const boughtMwh = firstStage[0].values.reduce((sum, mw) => sum + mw, 0);
  const worstUsd = Math.max(...outcomes.map(({ costUsd }) => costUsd));
  const figures: [value: number, width: number][] = [
    [boughtMwh, 13],
    [expectedUsd, 15],
    [cvarUsd, 12],
    [worstUsd, 12],
    [result.stochasticSolutionUsd, 6],
    [result.perfectInformationUsd, 7],
  ];
  console.log(
    `${String(weight).padEnd(6)}${figures.map(([value, width]) => value.toFixed(0).padStart(width)).join("")}`,
  );
}

/*
8 of 20 days keep 97 % of the spread
weight   bought MWh   expected USD   CVaR 80 %   worst day   VSS   EVPI
0              2228          90773      176082      176082     0  13931
0.5            2207          90821      175852      175852    91  17619
0.8            2086         135951      156622      156622  6532  13446
0.9            2086         135951      156622      156622 12996   7738
1              2087         143186      156218      156218 19864   1626
*/
