/**
 * The value of a size: the least cost with that size given at points from its least to its greatest, the other sizes
 * chosen anew. The cost is convex in the size where either-or rules do not branch, so the straight lines between the
 * points are never below it. Each point is a plan of its own, from the basis of the one before.
 */
import type { BuiltSite } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import { siteSteps } from "../plan/run-plan.ts";
import { WarmEngine } from "../plan/warm-engine.ts";
import { chargesUsd } from "./read-size.ts";
import type { SizeColumn } from "./size-columns.ts";
import type { CurvePoint } from "./size-result.ts";

export function* curveSteps(
  built: BuiltSite,
  { choice, column }: SizeColumn,
  chosen: number,
  points: number,
  yearShare: number,
  options: PlanOptions,
): Generator<unknown, CurvePoint[]> {
  const { least, most } = choice;
  const grid = Array.from({ length: points }, (_, i) =>
    points === 1 ? least : least + ((most - least) * i) / (points - 1),
  );
  const sizes = [...new Set([...grid, chosen])].toSorted((a, b) => a - b);
  const engine = new WarmEngine(options.solver);
  const curve: CurvePoint[] = [];
  let firstUsd: number | undefined;
  for (const size of sizes) {
    const [colLower, colUpper] = [built.lp.colLower.slice(), built.lp.colUpper.slice()];
    colLower[column.start] = colUpper[column.start] = size;
    const at = { ...built, lp: { ...built.lp, colLower, colUpper } };
    const { result } = yield* siteSteps(at, { ...options, solver: engine.forPlan() });
    if (result.status !== "optimal") {
      curve.push({ size });
      continue;
    }
    const totalUsd = result.objectiveUsd;
    const siteUsd = totalUsd - chargesUsd(choice, size, yearShare);
    firstUsd ??= siteUsd;
    curve.push({ size, totalUsd, savedUsdPerYear: (firstUsd - siteUsd) / yearShare });
  }
  return curve;
}
