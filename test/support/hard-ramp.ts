import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import type { PlanResult } from "../../src/plan/plan-result.ts";
import { siteSteps } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";

/**
 * The plan of a site whose fleets may not be cut off faster than their ramps, at any price: such ramps contradict other
 * limits.
 */
export function planWithHardRamps(input: unknown): PlanResult {
  const built = buildSite(parseRequest(input));
  const colUpper = built.lp.colUpper.slice();
  for (const { name, start, count } of built.site.columnBlocks)
    if (name === "cutBeyondRampMw") colUpper.fill(0, start, start + count);
  return drain(siteSteps({ ...built, lp: { ...built.lp, colUpper } }, {})).result;
}
