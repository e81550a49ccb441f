import { checkedRequestSteps } from "./checked-request.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { planSteps } from "./plan/run-plan.ts";
import type { PlanResult } from "./plan/plan-result.ts";
import { type AsyncPlanOptions, checkPlanOptions, type PlanOptions } from "./plan/plan-options.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/**
 * Plans a site: where each megawatt goes in every interval, at least net cost, with the proof that it is.
 *
 * Synchronous and pure. The input is validated here, whatever its type says; unknown data becomes typed input by
 * `parsePlanInput`, and its JSON Schema is `planInputJsonSchema()` of `wattsplit/schema`.
 * The outcome is in `status`: `optimal` carries schedule, ledger, prices and certificate; `branching-limit`,
 * `infeasible` and the rest say what happened and never look like a plan.
 *
 * @throws PlanInputError listing every fault of the input, each with path, what was given, what was wanted and the fix.
 * @example
 * const result = planPower({
 *   horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
 *   bitcoin: { hashpriceUsdPerPhDay: 40 },
 *   assets: [
 *     { kind: "grid", name: "grid", importLimitMw: 60, importPriceUsdPerMwh: [35, 140] },
 *     { kind: "ai-firm", name: "inference", facilityMw: 30, vollUsdPerMwh: 5000 },
 *     { kind: "mining-fleet", name: "s21", rig: "Antminer S21", rigs: 5000 },
 *   ],
 * });
 * if (result.status === "optimal") result.assets.s21.series; // mines in the first hour, sleeps in the second
 */
export function planPower(input: PlanInput, options: PlanOptions = {}): PlanResult {
  return drain(steps(input, checkPlanOptions(options)));
}

/**
 * As `planPower`, in slices of about 10 ms, between which the event loop turns. (A slice ends after a step of the work:
 * of a year the building, one iteration of the interior point and the reading take up to a tenth of a second each.)
 *
 * Rejects with the reason of `signal` when that fires, and as `planPower` throws.
 *
 * @example
 * const result = await planPowerAsync(input, { signal: AbortSignal.timeout(30_000) });
 */
export async function planPowerAsync(input: PlanInput, options: AsyncPlanOptions = {}): Promise<PlanResult> {
  const own = checkPlanOptions(options);
  return drainAsync(steps(input, own), own.signal);
}

function* steps(input: unknown, options: PlanOptions): Generator<unknown, PlanResult> {
  const request = yield* checkedRequestSteps(input);
  yield;
  return yield* planSteps(request, options);
}
