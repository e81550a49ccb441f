import { describe, expect, it } from "vitest";
import { hybridSite, siteLayout } from "../../../bench/generators/hybrid-site.ts";
import { checkSolution } from "../../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { chosenSession } from "../../../src/solvers/session/chosen-session.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { prepareLp } from "../../../src/solvers/session/prepare-lp.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";

const HOURS = 200;
const lp = hybridSite({ numIntervals: HOURS, seed: 2 }); // 1,204 rows: an interior point's by default
const layout = siteLayout(HOURS);

function isRight(program: LinearProgram, solution: LpSolution): boolean {
  const cold = solveLp(program, { solver: dualSimplex });
  return (
    checkSolution(program, solution).ok &&
    Math.abs(solution.objective - cold.objective) <= 1e-8 * Math.abs(cold.objective)
  );
}

describe("chosenSession", () => {
  it("solves a large program first by the interior point, then warm-starts the simplex for a few iterations", () => {
    const session = chosenSession();
    const first = drain(session.steps(lp, {}));
    expect(first.solver).toBe("interior-point");
    const tighter = { ...lp, colUpper: lp.colUpper.map((upper, j) => (j < 15 * 8 ? 0.97 * upper : upper)) };
    const second = drain(session.steps(tighter, {}));
    expect([second.solver, isRight(tighter, second)]).toEqual(["dual-simplex", true]);
    expect(second.iterations).toBeLessThan(solveLp(tighter, { solver: dualSimplex }).iterations / 4);
    // By now the simplex knows the basis itself, but its prices are still the interior point's.
    const third = drain(session.steps(lp, {}));
    expect(isRight(lp, third)).toBe(true);
    expect(third.iterations).toBeLessThan(solveLp(lp, { solver: dualSimplex }).iterations / 10);
  });

  it("leaves small programs, and those with a basis given, to the simplex", () => {
    expect(drain(chosenSession().steps(hybridSite({ numIntervals: 12 }), {})).solver).toBe("dual-simplex");
    const { basis } = solveLp(lp);
    expect(basis && drain(chosenSession().steps(lp, { startBasis: basis })).solver).toBe("dual-simplex");
  });

  it("is right if costs change and the horizon rolls between the first solve and the second", () => {
    const later = hybridSite({ numIntervals: HOURS, firstHour: 1, seed: 2, redraw: 7, noise: 0.1 });
    const { cost, colLower, colUpper, rowLower, rowUpper } = later;
    const prepared = prepareLp(lp);
    prepared.resolve();
    const rolled = prepared.resolve({ cost, colLower, colUpper, rowLower, rowUpper, shift: layout });
    expect(isRight(later, rolled)).toBe(true);
  });
});
