import { PlanInputError } from "./errors.ts";
import { parseRequestSteps } from "./input/parse-request.ts";
import { siteFaults } from "./plan/build-site.ts";
import type { PlanRequest } from "./plan/plan-request.ts";

/**
 * Unknown input becomes a request that is free of faults in fields and in single assets. If there are any, the assets
 * that are free of them are built to a site, so that one error also lists the faults between assets. A request without
 * faults is not built here: its faults between assets show when the caller builds the site.
 *
 * @throws PlanInputError with every fault: path, what was given, what was wanted and how to fix it.
 */
export function* checkedRequestSteps(given: unknown): Generator<undefined, PlanRequest> {
  const { request, faults } = yield* parseRequestSteps(given);
  if (request && faults.length === 0) return request;
  throw new PlanInputError(request ? [...faults, ...siteFaults(request)] : faults);
}
