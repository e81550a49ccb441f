/**
 * `npx tsx bench/scenarios.ts [counts]`: 1 to 50 scenarios of a Texas week with common day-ahead purchases and a common
 * month peak, half of the weight on the worst tenth. CPU time of `planUnderUncertainty`: the program of all scenarios,
 * and three plans of each alone (known before, under the common decisions, under those of the reference). Every answer
 * has passed the check of that program by code that no solver shares.
 */
import type { PlanInput } from "wattsplit";
import { planUnderUncertainty, type Scenario } from "wattsplit/uncertainty";
import week from "../examples/data/texas-week.json" with { type: "json" };

const HOURS = 168;
const counts = (process.argv[2] ?? "1,2,5,10,20,50").split(",").map(Number);

let seed = 18;
/** Park and Miller's minimal standard generator, in (0, 1). */
const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;

const hours = (of: readonly number[]) => Array.from({ length: HOURS }, (_, t) => of[t % of.length]);
const dayAhead = hours(week.priceUsdPerMwh);
const sun = hours(week.solarAvailability);

const site: PlanInput = {
  horizon: { start: "2026-07-13T00:00:00-05:00", timeZone: week.timeZone, intervalMinutes: 60, count: HOURS },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { grid: { peakMw: { "2026-07": 60 } }, bess: { storedMwh: 40 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 110,
      importPriceUsdPerMwh: dayAhead,
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
    {
      kind: "day-ahead-purchase",
      name: "day-ahead",
      priceUsdPerMwh: dayAhead,
      limitMw: 110,
      shortfallUsdPerMwh: 3,
      surplusUsdPerMwh: 3,
    },
  ],
};

/** Prices by a factor for the week, one for each day and noise; sun and AI load by noise. */
function scenario(_: unknown, s: number): Scenario {
  const weekly = Math.exp(random() - 0.5);
  const daily = Array.from({ length: 7 }, () => Math.exp(1.2 * (random() - 0.5)));
  return {
    name: `week ${s + 1}`,
    changes: {
      assets: {
        grid: {
          importPriceUsdPerMwh: dayAhead.map(
            (usd, t) => usd * weekly * daily[Math.floor(t / 24)] * (0.9 + 0.2 * random()),
          ),
        },
        solar: { availability: sun.map((share) => share * (0.5 + 0.5 * random())) },
        inference: { facilityMw: dayAhead.map(() => 55 + 10 * random()) },
      },
    },
  };
}

console.log("scenarios     rows   columns    CPU s   CPU s per scenario   solver            gap");
for (const count of counts) {
  seed = 18;
  const scenarios = Array.from({ length: count }, scenario);
  const started = process.cpuUsage();
  const result = planUnderUncertainty(site, {
    scenarios,
    firstStage: [
      { asset: "day-ahead", decision: "boughtMw" },
      { asset: "grid", decision: "peakMw" },
    ],
    cvar: { weight: 0.5, level: 0.9 },
  });
  const { user, system } = process.cpuUsage(started);
  const cpuS = (user + system) / 1e6;
  if (result.status !== "optimal") throw new Error(result.detail);
  const { solver, relativeGap, certificate } = result;
  if (!certificate.ok) throw new Error("not proven");
  const cells = [solver.rows, solver.columns, cpuS.toFixed(2), (cpuS / count).toFixed(3)];
  const widths = [9, 10, 9, 21];
  console.log(
    `${String(count).padStart(9)}${cells.map((cell, i) => String(cell).padStart(widths[i])).join("")}` +
      `   ${solver.name.padEnd(17)}${relativeGap.toExponential(1)}`,
  );
}
