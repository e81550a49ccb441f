import { PlanInputError } from "./errors.ts";
import { type ParsedRequest, parsePlainSteps, parseRequestSteps, type PlainInput } from "./input/parse-request.ts";
import type { SectionMemory } from "./input/section-memory.ts";
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
  return faultless(yield* parseRequestSteps(given));
}

/** As `checkedRequestSteps`, for a copy that nobody changes; sections that `memory` has met are not parsed again. */
export function* checkedPlainSteps(input: PlainInput, memory: SectionMemory): Generator<undefined, PlanRequest> {
  return faultless(yield* parsePlainSteps(input, memory));
}

function faultless({ request, faults }: ParsedRequest): PlanRequest {
  if (request && faults.length === 0) return request;
  throw new PlanInputError(request ? [...faults, ...siteFaults(request)] : faults);
}
