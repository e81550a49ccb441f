import { expect, it } from "vitest";
import { EITHER_OR_FAMILIES, eitherOrSite } from "../../bench/generators/either-or-site.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { rulePairs } from "../../src/plan/either-or-check.ts";
import { runPlan, siteSteps } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { FEED_IN_DAY_USD, feedInDay, NEGATIVE_WEEK_USD, negativeWeek } from "../support/unsettled-sites.ts";
import { runs } from "../support/runs.ts";

/**
 * Small instances of the families in the benchmark's `either-or` case, with default limits, against HiGHS with
 * binaries.
 */
const RELATIVE = 1e-6;
const SITES = runs(6, 1);

it.each(EITHER_OR_FAMILIES)(
  "%s: settled, at the cost that HiGHS with binaries finds",
  (family) => {
    for (let seed = 1; seed <= SITES; seed++) {
      const built = buildSite(
        parseRequest(eitherOrSite(family, seed, { numIntervals: 24, intervalMinutes: [60, 30, 15][seed % 3] })),
      );
      const plan = drain(siteSteps(built, {})).result;
      if (plan.status !== "optimal") throw new Error(`seed ${seed}: ${plan.detail}`);
      const oracle = solveExclusive(
        built.lp,
        rulePairs(built.site),
        built.site.eitherOrs.length * built.site.time.count,
      );
      const scale = Math.max(1, Math.abs(oracle.objective));
      expect(Math.abs(plan.objectiveUsd - oracle.objective) / scale, `seed ${seed}`).toBeLessThan(RELATIVE);
      expect(plan.certificate.ok).toBe(true);
      expect((plan.branching?.boundUsd ?? -Infinity) - oracle.objective, `seed ${seed}`).toBeLessThan(RELATIVE * scale);
    }
  },
  300_000,
);

it("the two reported sites are settled with a handful of programs", () => {
  for (const [input, usd] of [
    [negativeWeek, NEGATIVE_WEEK_USD],
    [feedInDay, FEED_IN_DAY_USD],
  ] as const) {
    const plan = runPlan(parseRequest(input));
    if (plan.status !== "optimal") throw new Error(plan.detail);
    expect(plan.objectiveUsd).toBeCloseTo(usd, 4);
    expect(plan.branching?.nodes).toBeLessThan(20);
    expect(plan.branching?.relativeGap).toBeLessThan(1e-8);
  }
});
