import { checkedRequestSteps } from "./checked-request.ts";
import { checkConnections } from "./connections/check-options.ts";
import { compareSteps } from "./connections/compare.ts";
import type { ConnectionComparison } from "./connections/connection-comparison.ts";
import type { ConnectionsOptions } from "./connections/connection-option.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { type AsyncPlanOptions, checkPlanOptions } from "./plan/plan-options.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/**
 * Which connection to sign: the same site under each option, from the first year to the last. The input's span stands
 * for a year; curtailments are met as they are announced, not foreseen.
 *
 * @throws PlanInputError for a faulty input or option.
 * @example
 * import { compareConnections } from "wattsplit/connections";
 *
 * const { best, breakEvens } = compareConnections(input, {
 *   from: "2027-01-01T00:00:00-06:00",
 *   to: "2032-01-01T00:00:00-06:00",
 *   options: [
 *     { name: "firm later", stages: [{ from: "2029-06-01T00:00:00-05:00", importMw: 100 }] },
 *     {
 *       name: "curtailable sooner",
 *       stages: [
 *         {
 *           from: "2027-06-01T00:00:00-05:00",
 *           importMw: 100,
 *           firmMw: 40,
 *           curtailment: { seed: 1, scenarios: 5, hoursPerYear: 200, longestHours: 6 },
 *         },
 *       ],
 *     },
 *   ],
 * });
 */
export function compareConnections(input: PlanInput, options: ConnectionsOptions): ConnectionComparison {
  return drain(steps(input, checkPlanOptions(options)));
}

/** As `compareConnections`, with pauses and a signal as `planPowerAsync`. */
export async function compareConnectionsAsync(
  input: PlanInput,
  options: ConnectionsOptions & AsyncPlanOptions,
): Promise<ConnectionComparison> {
  const own = checkPlanOptions(options);
  return drainAsync(steps(input, own), own.signal);
}

function* steps(
  input: unknown,
  given: ConnectionsOptions & AsyncPlanOptions,
): Generator<unknown, ConnectionComparison> {
  const { signal: _, ...options } = given;
  checkConnections(options);
  return yield* compareSteps(yield* checkedRequestSteps(input), options);
}
