/**
 * How is the planner embedded in a tool that must stay responsive? In a worker: input and result are plain data that
 * structured cloning can copy, typed arrays included. This example uses Node's worker threads; in a browser the same
 * file is a module worker with `self.onmessage` and `postMessage`.
 */
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { parsePlanInput, planPower, type PlanResult } from "wattsplit";

if (isMainThread) {
  // A compiled program writes new Worker(new URL(import.meta.url)); this form also runs TypeScript without a build.
  const self = JSON.stringify(import.meta.url);
  const worker = new Worker(`import("tsx/esm/api").then(({ register }) => { register(); return import(${self}); })`, {
    eval: true,
  });
  const answered = new Promise<PlanResult>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  worker.postMessage({
    horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 6 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 50, importPriceUsdPerMwh: [30, 30, 60, 140, 140, 40] },
      { kind: "ai-firm", name: "inference", facilityMw: 30, vollUsdPerMwh: 5000 },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 5000, standbyWPerRig: 0 },
    ],
  });
  const result = await answered;
  await worker.terminate();
  if (result.status !== "optimal") throw new Error(result.status);
  const { rigs } = result.assets;
  console.log(
    `status ${result.status}, mining by the hour: ${[...rigs.netBusMw].map((mw) => (-mw).toFixed(1)).join(" ")} MW`,
  );
} else {
  parentPort?.once("message", (input: unknown) => parentPort?.postMessage(planPower(parsePlanInput(input))));
}

/*
status optimal, mining by the hour: 17.6 17.6 17.6 0.0 0.0 17.6 MW
*/
