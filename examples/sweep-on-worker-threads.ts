/**
 * From which hashprice on does mining pay, at which price of power? Twenty plans of a Texas week, one for each pair, on
 * a pool of worker threads (`piscina`). The answers are the same as in one process, to the last bit.
 */
import { Piscina } from "piscina";
import type { PlanInput } from "wattsplit";
import { runCases, sweep } from "wattsplit/sweep";
import week from "./data/texas-week.json" with { type: "json" };

const site: PlanInput = {
  horizon: {
    start: week.start,
    timeZone: week.timeZone,
    intervalMinutes: 60,
    count: week.priceUsdPerMwh.length,
  },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 110, importPriceUsdPerMwh: week.priceUsdPerMwh },
    { kind: "ai-firm", name: "inference", facilityMw: 60, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 8000 },
  ],
};

const cases = sweep(site, [
  { name: "hashprice", path: "bitcoin.hashpriceUsdPerPhDay", values: [20, 30, 40, 50, 60] },
  { name: "power price", path: "grid.importPriceUsdPerMwh", factors: [0.5, 1, 1.5, 2] },
]);
const pool = new Piscina({ filename: new URL("case-worker.mjs", import.meta.url).href, maxThreads: 2 });
const { status, answers } = await runCases(cases, { pool });
await pool.destroy();

console.log(`${status}: mining in MWh a week`);
console.log("hashprice   price x 0.5     x 1   x 1.5     x 2");
for (const hashprice of cases.axes[0].labels) {
  const row = answers.filter(({ at }) => at.hashprice === hashprice);
  const cells = row.map(({ figures }) => figures.miningMwh?.toFixed(0).padStart(8));
  console.log(`${String(hashprice).padStart(9)}      ${cells.join("")}`);
}
const here = await runCases(cases);
console.log(`the same in one process: ${JSON.stringify(here) === JSON.stringify({ status, answers })}`);

/*
completed: mining in MWh a week
hashprice   price x 0.5     x 1   x 1.5     x 2
       20          4657    4068    3452    2051
       30          4657    4433    4068    3872
       40          4657    4657    4433    4068
       50          4657    4657    4433    4321
       60          4657    4657    4657    4433
the same in one process: true
*/
