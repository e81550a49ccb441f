/**
 * How does a plan reach the machines? As power targets: a level for each load and span of time, with the reason. The
 * same targets go to an AI cluster (NVIDIA DPS NvGrid) and to a mining fleet (proto-fleet), and the strike prices go to
 * the market as a bid curve. A stale plan gives no targets.
 */
import { planPower } from "wattsplit";
import { bidCurve, fleetCurtailments, nvgridLoadTargets, powerTargets } from "wattsplit/handoff";

const result = planPower({
  name: "Tuesday evening",
  horizon: { start: "2026-07-14T16:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 5 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh: [48, 140, 390, 75, 41] },
    { kind: "ai-firm", name: "inference", facilityMw: 24, vollUsdPerMwh: 5000 },
    { kind: "ai-spot", name: "batch", facilityMw: 9, revenueUsdPerFacilityMwh: 160 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 4500 },
  ],
});
if (result.status !== "optimal") throw new Error(result.detail);

const handOff = powerTargets(result, {
  at: "2026-07-14T20:55:00Z",
  restore: { rigsPerBatch: 1500, secondsBetweenBatches: 60 },
});
if (handOff.status !== "ready") throw new Error(handOff.detail);
for (const { scope, control, targetKw, from, reason } of handOff.targets)
  console.log(`${from.slice(11, 16)} ${scope}: ${control} ${targetKw.toFixed(0)} kW. ${reason}`);
const [rise] = handOff.targets.filter((target) => target.restoreBatches.length > 0);
for (const { afterSeconds, rigs, targetKw } of rise.restoreBatches)
  console.log(`${rise.from.slice(11, 16)} + ${afterSeconds} s: ${rigs} rigs wake, to ${targetKw.toFixed(0)} kW`);

const { targets } = nvgridLoadTargets(handOff, {
  inference: { feedTags: ["hall-a"] },
  batch: { feedTags: ["hall-b"], leastKw: 200 },
});
const { interval, load_constraint: limit } = targets[2];
console.log(`NvGrid: hall-b from ${interval.start_time}: ${limit?.value} ${limit?.unit}`);

const [{ startAt, stopAt, request }] = fleetCurtailments(handOff).events;
console.log(`proto-fleet: stop rigs of ${request.fixedKw.targetKw.toFixed(0)} kW from ${startAt} to ${stopAt}`);

const [first] = bidCurve(result, { firmPriceUsdPerMwh: 5000 });
for (const { toMw, priceUsdPerMwh } of first.steps)
  console.log(`bid: to ${toMw.toFixed(1)} MW at ${priceUsdPerMwh.toFixed(2)} USD/MWh`);

const late = powerTargets(result, { at: "2026-07-15T02:00:00Z" });
console.log(late.status === "none" ? late.detail : "targets of a stale plan");

/*
21:00 inference: release 24000 kW. All it asks for. Value of power 41.00 to 390.00 USD/MWh.
21:00 batch: release 9000 kW. Value of power 48.00 to 140.00 USD/MWh, at most the strike price of 160.00: it runs.
23:00 batch: limit 0 kW. Value of power 390.00 USD/MWh, at least the strike price of 160.00: it yields.
00:00 batch: release 9000 kW. Value of power 41.00 to 75.00 USD/MWh, at most the strike price of 160.00: it runs.
21:00 rigs: release 15876 kW. Value of power 48.00 USD/MWh, at most the strike price of 90.44: it runs.
22:00 rigs: limit 113 kW. Value of power 140.00 to 390.00 USD/MWh, at least the strike price of 90.44: it yields.
00:00 rigs: release 15876 kW. Value of power 41.00 to 75.00 USD/MWh, at most the strike price of 90.44: it runs.
00:00 + 0 s: 1500 rigs wake, to 5368 kW
00:00 + 60 s: 1500 rigs wake, to 10622 kW
00:00 + 120 s: 1500 rigs wake, to 15876 kW
NvGrid: hall-b from 2026-07-14T23:00:00Z: 200 kilowatt
proto-fleet: stop rigs of 15120 kW from 2026-07-14T22:00:00Z to 2026-07-15T00:00:00Z
bid: to 24.1 MW at 5000.00 USD/MWh
bid: to 33.1 MW at 160.00 USD/MWh
bid: to 48.9 MW at 90.44 USD/MWh
The plan ended at 2026-07-15T02:00:00Z, and targets were asked for 2026-07-15T02:00:00Z. Plan again.
*/
