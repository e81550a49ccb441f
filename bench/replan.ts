/**
 * `npx tsx bench/replan.ts`: the demo's week with prices redrawn by 5 %, planned again by its session against planned
 * from nothing. Both are timed in turns in one process (CPU time, median); every pair must have the same cost.
 */
import { openPlan, planPower, type PlanInput } from "wattsplit";
import week from "../examples/data/texas-week.json" with { type: "json" };
import { texasWeek } from "./generators/texas-week.ts";

const ROUNDS = 25;
const WARM_UP = 6;
const SPREAD = 0.05;
const SAME_COST = 1e-7;

let seed = 20261130;
/** Park and Miller's minimal standard generator, in (0, 1). */
const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;

function cpuMs<Result>(run: () => Result): { readonly result: Result; readonly ms: number } {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const input: PlanInput = texasWeek(week.priceUsdPerMwh);
const session = openPlan(input);
const [cold, warm]: [number[], number[]] = [[], []];
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  const prices = week.priceUsdPerMwh.map((usd) => usd * (1 + SPREAD * (2 * random() - 1)));
  const { assets } = texasWeek(prices);
  const fromNothing = cpuMs(() => planPower({ ...input, assets }));
  const again = cpuMs(() =>
    session.replan({ assets: { grid: { importPriceUsdPerMwh: prices, exportPriceUsdPerMwh: prices } } }),
  );
  const [a, b] = [fromNothing.result, again.result];
  if (a.status !== "optimal" || b.status !== "optimal") throw new Error(`${a.status}, ${b.status}`);
  if (Math.abs(a.objectiveUsd - b.objectiveUsd) > SAME_COST * Math.abs(a.objectiveUsd))
    throw new Error(`costs differ: ${a.objectiveUsd} and ${b.objectiveUsd}`);
  if (round < WARM_UP) continue;
  cold.push(fromNothing.ms);
  warm.push(again.ms);
}
console.log(
  `${ROUNDS} redraws: planPower ${median(cold).toFixed(1)} ms, session.replan ${median(warm).toFixed(1)} ms, ` +
    `ratio ${(median(warm) / median(cold)).toFixed(3)}`,
);
