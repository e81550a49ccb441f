import { PlanInputError } from "../errors.ts";
import type { SizedPlan } from "./size-result.ts";

/** @throws PlanInputError for what is not a result of `sizeSite`, or has no sizes; `of` names the function. */
export function checkSizedPlan(of: string, given: unknown): asserts given is SizedPlan {
  let isResult = false;
  let status: unknown;
  try {
    const { sizes, plan, totalUsd, ...rest } = given as Partial<SizedPlan>;
    ({ status } = rest);
    isResult = Array.isArray(sizes) && typeof plan === "object" && typeof totalUsd === "number";
  } catch {
    // Not an object of this package.
  }
  if (isResult) return;
  throw new PlanInputError([
    {
      path: of,
      given: typeof status === "string" ? `a result that is ${status}` : typeof given,
      wanted: "a result of sizeSite that has sizes",
      fix: "pass what sizeSite returned, where its sizes are there",
    },
  ]);
}
