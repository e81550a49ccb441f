import fc from "fast-check";
import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { decodePrices } from "../../src/plan/prices.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { randomSite } from "../support/random-sites.ts";
import { runs } from "../support/runs.ts";

const SEED = 20261122;
const EPS_MW = 1e-4;

/** Least cost with one balance row's demand changed; Infinity without a feasible schedule. */
function cost(lp: LinearProgram, row: number, shiftMw: number): number {
  const rowLower = lp.rowLower.slice();
  const rowUpper = lp.rowUpper.slice();
  rowLower[row] += shiftMw;
  rowUpper[row] += shiftMw;
  const solution = solveLp({ ...lp, rowLower, rowUpper });
  return solution.status === "optimal" ? solution.objective : Infinity;
}

it("the value of power is between the slopes of the least cost for less and more demand", () => {
  let priced = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const built = buildSite(parseRequest(randomSite(seed)));
      const { lp, site } = built;
      const solution = solveLp(lp);
      if (solution.status !== "optimal") return;
      const { powerUsdPerMwh } = decodePrices(site, new SolvedSite(site.time, solution));
      for (let t = seed % 7; t < site.time.count; t += 7) {
        const row = site.balance.start + t;
        const right = (cost(lp, row, EPS_MW) - solution.objective) / EPS_MW;
        const left = (solution.objective - cost(lp, row, -EPS_MW)) / EPS_MW;
        const slope = powerUsdPerMwh[t] * site.time.stepHours;
        const rounding = 1e-3 + 1e-6 * Math.abs(slope);
        expect(slope, `seed ${seed}, interval ${t}: ${left} to ${right}`).toBeGreaterThanOrEqual(left - rounding);
        expect(slope, `seed ${seed}, interval ${t}: ${left} to ${right}`).toBeLessThanOrEqual(right + rounding);
        priced++;
      }
    }),
    { seed: SEED, numRuns: runs(30, 3) },
  );
  expect(priced).toBeGreaterThan(runs(100, 8));
});
