/**
 * How much sooner two worker threads answer a sweep: `npx tsx bench/sweep-pool.ts [threads] [hours] [cases]`.
 *
 * Beside the time on the clock stands the processor time of the busiest thread (Linux: `/proc/self/task`): on a machine
 * with other work the clock says how busy the machine was, and the busiest thread how long the sweep would take alone.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { PlanInput } from "wattsplit";
import { type CasePool, runCases, sweep } from "wattsplit/sweep";

const [threads = 2, hours = 1344, numCases = 24] = process.argv.slice(2).map(Number);

const price = Array.from({ length: hours }, (_, t) => 40 + 30 * Math.sin(t / 3.8) + ((t * 7919) % 97) / 5);
const site: PlanInput = {
  horizon: { start: "2026-01-01T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 60, count: hours },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { bess: { storedMwh: 40 } },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 110,
      importPriceUsdPerMwh: price,
      demandCharge: { usdPerMwMonth: 9500 },
    },
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
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 8000 },
  ],
};
const cases = sweep(site, [
  {
    path: "bitcoin.hashpriceUsdPerPhDay",
    values: Array.from({ length: numCases }, (_, k) => 20 + (40 * k) / numCases),
  },
]);

/** Processor time of each thread of this process, ms; a thread that has ended is not listed. */
function threadMs(): Map<string, number> {
  const ticksToMs = 10;
  return new Map(
    readdirSync("/proc/self/task").map((id) => {
      const fields = readFileSync(`/proc/self/task/${id}/stat`, "utf8").split(") ")[1].split(" ");
      return [id, ticksToMs * (Number(fields[11]) + Number(fields[12]))];
    }),
  );
}

async function measure(pool?: CasePool) {
  const before = threadMs();
  const started = performance.now();
  const { answers } = await runCases(cases, pool ? { pool } : {});
  const clockMs = performance.now() - started;
  const spent = [...threadMs()].map(([id, ms]) => ms - (before.get(id) ?? 0));
  return { answers, clockMs, busiestMs: Math.max(...spent), allMs: spent.reduce((sum, ms) => sum + ms, 0) };
}

const pool = new Piscina({
  filename: new URL("../examples/case-worker.mjs", import.meta.url).href,
  minThreads: threads,
  maxThreads: threads,
});
// Both are warm before they are measured: modules loaded, code compiled.
await runCases(cases);
await runCases(cases, { pool });
const here = await measure();
const onPool = await measure(pool);
await pool.destroy();

if (JSON.stringify(here.answers) !== JSON.stringify(onPool.answers)) throw new Error("the answers differ");
const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(10);
console.log(`${cases.count} cases of ${hours} h, ${threads} threads, ${availableParallelism()} cores; answers equal`);
console.log(`                  clock   busiest thread   all threads`);
console.log(`in process   ${ms(here.clockMs)}   ${ms(here.busiestMs)}       ${ms(here.allMs)}`);
console.log(`on the pool  ${ms(onPool.clockMs)}   ${ms(onPool.busiestMs)}       ${ms(onPool.allMs)}`);
console.log(
  `speed-up     ${(here.clockMs / onPool.clockMs).toFixed(2).padStart(10)}` +
    `   ${(here.busiestMs / onPool.busiestMs).toFixed(2).padStart(10)}`,
);
