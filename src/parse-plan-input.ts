import { checkedRequestSteps } from "./checked-request.ts";
import { plainInputSteps } from "./input/parse-request.ts";
import { buildSite } from "./plan/build-site.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { drain } from "./solvers/budget/drain.ts";

/**
 * Checks unknown data, e.g. parsed JSON, as far as `planPower` does before it solves, and gives a copy of it as typed
 * input. Fields keep the forms they were written in.
 *
 * @throws PlanInputError listing every fault of the input, each with path, what was given, what was wanted and the fix.
 * @example
 * const input = parsePlanInput(JSON.parse(text));
 * const result = planPower(input);
 */
export function parsePlanInput(json: unknown): PlanInput {
  const input = drain(plainInputSteps(json));
  buildSite(drain(checkedRequestSteps(input)));
  return input as unknown as PlanInput;
}
