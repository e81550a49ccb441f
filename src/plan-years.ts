import { checkedPlainSteps } from "./checked-request.ts";
import { plainInputSteps } from "./input/parse-request.ts";
import { SectionMemory } from "./input/section-memory.ts";
import type { PlanInput } from "./plan-input/index.ts";
import type { PlanRequest } from "./plan/plan-request.ts";
import { type AbortSignalLike, drain, drainAsync } from "./solvers/budget/drain.ts";
import { readYears } from "./years/read-years.ts";
import { inputsByQuarter, YearsFrame } from "./years/years-frame.ts";
import { yearsSteps } from "./years/years-steps.ts";
import type { YearsInput } from "./years/years-input.ts";
import type { YearsResult } from "./years/years-result.ts";

/**
 * Plans a site over years: which rigs stay, which are bought, and when megawatts of mining become AI, by quarter, at
 * the greatest present value. Every quarter is dispatched on its own days, hour by hour.
 *
 * `site` is the input of `planPower`; its horizon is the source of all curves (a year, or a typical week). What of the
 * site is not named in `years` stays as it is. The outcome is in `status`; a plan states its proof.
 *
 * @throws PlanInputError listing every fault of `site` and `years`.
 * @example
 * import { planYears } from "wattsplit/years";
 *
 * const plan = planYears(site, {
 *   start: "2027-01", quarters: 40, discountRatePerYear: 0.1,
 *   network: { btcUsd: 85_000, difficulty: 134.7e12, difficultyGrowthPerYear: 0.15, feesBtcPerBlock: 0.05 },
 *   fleets: [{ asset: "s19" }],
 *   conversions: [{
 *     name: "hall", load: { kind: "ai-firm", facilityMw: 60, vollUsdPerMwh: 5000 }, leadMonths: 18,
 *     capex: { shellUsdPerMw: 9e6 }, lease: { usdPerItKwMonth: 125, itMw: 48, escalatorPerYear: 0.03, years: 15 },
 *   }],
 * });
 * if (plan.status === "planned") plan.conversions[0].startedMw; // by quarter
 */
export function planYears(site: PlanInput, years: YearsInput): YearsResult {
  return drain(steps(site, years));
}

/** As `planYears`, with pauses and a signal as `planPowerAsync`. */
export async function planYearsAsync(
  site: PlanInput,
  years: YearsInput,
  options: { readonly signal?: AbortSignalLike } = {},
): Promise<YearsResult> {
  return drainAsync(steps(site, years), options.signal);
}

function* steps(site: unknown, years: YearsInput): Generator<unknown, YearsResult> {
  const model = readYears(years);
  const inputs = inputsByQuarter(yield* plainInputSteps(site), model);
  const memory = new SectionMemory();
  const requests = new Map<unknown, PlanRequest>();
  for (const input of inputs) if (!requests.has(input)) requests.set(input, yield* checkedPlainSteps(input, memory));
  const frame = new YearsFrame(
    model,
    inputs.map((input) => requests.get(input) as PlanRequest),
  );
  return yield* yearsSteps(frame);
}
