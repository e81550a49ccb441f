import { describe, expect, it } from "vitest";
import { hybridSite } from "../../../bench/generators/hybrid-site.ts";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { checkSolution } from "../../../src/lp/check-solution.ts";
import { interiorPointWith } from "../../../src/solvers/interior-point.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { runs } from "../../support/runs.ts";

const alone = interiorPointWith({ fallback: false });

describe("findVertex", () => {
  // Four equal hours have to give 6 between them, each at most 4: every split is optimal.
  const tie = smallProgram(
    "min",
    [
      [0, 1, 4],
      [0, 1, 4],
      [0, 1, 4],
      [0, 1, 4],
    ],
    [[6, [1, 1, 1, 1], Infinity]],
  );

  it("ends at a vertex of a tie, always the same", () => {
    const first = solveLp(tie, { solver: alone });
    expect(first.x?.filter((xj) => xj > 0 && xj < 4)).toHaveLength(1);
    expect(first.objective).toBe(6);
    expect([...(solveLp(tie, { solver: alone }).x ?? [])]).toEqual([...(first.x ?? [])]);
  });

  it("splits the tie if no vertex is asked for", () => {
    const inside = solveLp(tie, { solver: interiorPointWith({ vertex: false, fallback: false }) });
    for (const xj of inside.x ?? []) expect(xj).toBeCloseTo(1.5, 3);
  });

  it("lets the caller decide the tie", () => {
    const later = drain(alone.steps(tie, { secondObjective: Float64Array.of(4, 3, 2, 1) }));
    expect([[...(later.x ?? [])], later.secondObjective]).toEqual([[0, 0, 2, 4], 8]);
    const earlier = drain(alone.steps(tie, { secondObjective: Float64Array.of(1, 2, 3, 4) }));
    expect([[...(earlier.x ?? [])], earlier.secondObjective]).toEqual([[4, 2, 0, 0], 8]);
  });

  it("is a vertex of least second objective if that objective leaves a tie", () => {
    const { x = new Float64Array(4), secondObjective } = drain(
      alone.steps(tie, { secondObjective: Float64Array.of(0, 0, 1, 1) }),
    );
    expect([x[0] + x[1], x[2], x[3], secondObjective]).toEqual([6, 0, 0, 0]);
    expect(Math.max(x[0], x[1])).toBe(4);
  });

  it("is exact to rounding on a month of dispatch", () => {
    const lp = dispatchYear(730);
    const solution = solveLp(lp, { solver: alone });
    const check = checkSolution(lp, solution, { primal: 1e-12, dual: 1e-12, gap: 1e-12 });
    expect(solution.status).toBe("optimal");
    expect(check.ok).toBe(true);
  });

  // Long chains: the rank by pivots of normal equations was two off here, and the simplex took over for most of the
  // time.
  it("ends without a simplex on a quarter in quarter hours (52,576 rows; two weeks of it outside the soak)", () => {
    const lp = hybridSite({ numIntervals: runs(8760, 1344), stepHours: 0.25 });
    const solution = solveLp(lp, { solver: alone });
    expect([solution.solver, solution.status]).toEqual(["interior-point", "optimal"]);
    const numBasic = [...(solution.basis?.col ?? []), ...(solution.basis?.row ?? [])].reduce(
      (sum, place) => sum + (place === BasisStatus.basic ? 1 : 0),
      0,
    );
    expect(numBasic).toBe(lp.numRows);
    expect(checkSolution(lp, solution, { primal: 1e-9, dual: 1e-9, gap: 1e-10 }).ok).toBe(true);
  });

  // Least squares for the prices stalled here at a residual of 1e-9, and the simplex took two thirds of the time.
  it("ends without a simplex where storage, equal fleets and waiting work tie over weeks", () => {
    const lp = hybridSite({
      numIntervals: runs(8760, 1344),
      seed: 17,
      priceStepUsdPerMwh: 10,
      strikesUsdPerMwh: [46, 46, 46],
      delayUsdPerMwhHour: 0,
    });
    const solution = solveLp(lp, { solver: alone });
    expect([solution.solver, solution.status]).toEqual(["interior-point", "optimal"]);
    expect(checkSolution(lp, solution, { primal: 1e-9, dual: 1e-9, gap: 1e-10 }).ok).toBe(true);
  });

  it("finds the least of a caller's costs on a tied month", () => {
    // Equal fleets and one price for all hours: ties in more than a tenth of the rows; prices in steps of 10 USD: in
    // fewer.
    for (const step of [10, 1000]) {
      const lp = hybridSite({
        numIntervals: 400,
        seed: 4,
        priceStepUsdPerMwh: step,
        strikesUsdPerMwh: [50, 50, 50],
        peakUsdPerMwMonth: 0,
      });
      const secondObjective = Float64Array.from(lp.cost, (_, j) => (j * 7919) % 13);
      const inside = drain(alone.steps(lp, { secondObjective }));
      const bySimplex = solveLp(lp, { solver: dualSimplex, secondObjective });
      expect(inside.secondObjective).toBeDefined();
      expect(Math.abs((inside.secondObjective ?? NaN) - (bySimplex.secondObjective ?? NaN))).toBeLessThan(
        1e-6 * Math.abs(bySimplex.secondObjective ?? NaN),
      );
    }
  });
});
