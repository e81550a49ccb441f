import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { randomSite } from "../support/random-sites.ts";
import { runs } from "../support/runs.ts";

const SITES = runs(500, 40);
const RELATIVE = 1e-7;

it(`${SITES} random sites: the planner's own program, our dual simplex and HiGHS agree`, ({ annotate }) => {
  const endings = { optimal: 0, infeasible: 0 };
  let worst = 0;
  for (let seed = 0; seed < SITES; seed++) {
    const { lp } = buildSite(parseRequest(randomSite(seed)));
    const ours = solveLp(lp);
    const oracle = solveWithHighs(lp);
    expect(ours.status, `seed ${seed}`).toBe(oracle.status);
    // A Farkas certificate if infeasible, a primal-dual pair if optimal.
    expect(checkSolution(lp, ours).ok, `seed ${seed}`).toBe(true);
    if (ours.status === "optimal") {
      const difference = Math.abs(ours.objective - oracle.objective) / Math.max(1, Math.abs(oracle.objective));
      worst = Math.max(worst, difference);
      expect(difference, `seed ${seed}: ${ours.objective} and ${oracle.objective}`).toBeLessThan(RELATIVE);
    }
    endings[ours.status as keyof typeof endings]++;
  }
  void annotate(
    `optimal ${endings.optimal}, infeasible ${endings.infeasible}, greatest relative difference ` +
      `${worst.toExponential(1)}`,
  );
  expect(endings.optimal + endings.infeasible).toBe(SITES);
  expect(endings.infeasible).toBeGreaterThan(0.007 * SITES);
});
