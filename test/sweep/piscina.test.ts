/** The pool of the documentation: worker threads of the package `piscina`. */
import { Piscina } from "piscina";
import { afterAll, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan-input/index.ts";
import { runCases } from "../../src/sweep/run-cases.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const pool = new Piscina({
  filename: new URL("../../examples/case-worker.mjs", import.meta.url).href,
  minThreads: 2,
  maxThreads: 2,
});
afterAll(() => pool.destroy());

const importPriceUsdPerMwh = Array.from({ length: 24 }, (_, t) => 40 + 30 * Math.sin(t / 3));
const input = {
  horizon: horizon(24),
  bitcoin,
  initialState: { bess: { storedMwh: 0 } },
  assets: [grid({ importPriceUsdPerMwh }), firm(), fleet(), battery()],
} as unknown as PlanInput;
const cases = sweep(input, [
  { path: "bitcoin.hashpriceUsdPerPhDay", values: [24, 36, 48] },
  { path: "bess.maxStoredMwh", values: [0, 10, -1] },
]);

it("gives on worker threads what it gives in this process, to the last bit", async () => {
  expect(await runCases(cases, { pool })).toStrictEqual(await runCases(cases));
});

it("is cancelled with the answers so far, and a later run gives the others", async () => {
  const controller = new AbortController();
  const part = await runCases(cases, {
    pool,
    inFlight: 2,
    signal: controller.signal,
    onProgress: ({ done }) => done === 3 && controller.abort(),
  });
  expect(part.status).toBe("cancelled");
  expect(part.answers.length).toBeGreaterThanOrEqual(3);
  expect(part.answers.length).toBeLessThan(cases.count);
  expect(await runCases(cases, { pool, known: part.answers })).toStrictEqual(await runCases(cases));
});
