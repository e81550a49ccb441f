import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { interiorPoint, interiorPointWith } from "../../src/solvers/interior-point.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { prepareLp } from "../../src/solvers/session/prepare-lp.ts";
import { presolved } from "../../src/solvers/presolved.ts";
import { solveLp, solveLpAsync } from "../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { loadHighsSolver } from "../../src/highs.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { withCostRow } from "../support/cost-row.ts";
import { randomProgram, seededUniform, smallProgram } from "../support/random-programs.ts";
import { untimed } from "../support/untimed.ts";
import { runs } from "../support/runs.ts";

const INF = Infinity;
const highs = await loadHighsSolver();

const ENGINES: Readonly<Record<string, LpSolver>> = {
  "dual simplex": dualSimplex,
  "dual simplex behind presolve": presolved(dualSimplex),
  "interior point": interiorPoint,
  "interior point behind presolve": presolved(interiorPoint),
  "interior point without fallback": interiorPointWith({ fallback: false }),
  HiGHS: highs,
};

describe("a second objective", () => {
  // Four equal hours have to give 6 between them, each at most 4: every split costs 6. Of these the least of
  // 1 a + 2 b + 3 c + 4 d fills the first hours: 4 + 2 = 6, second objective 1 x 4 + 2 x 2 = 8.
  const tie = smallProgram(
    "min",
    [
      [0, 1, 4],
      [0, 1, 4],
      [0, 1, 4],
      [0, 1, 4],
    ],
    [[6, [1, 1, 1, 1], INF]],
  );
  const earlier = Float64Array.of(1, 2, 3, 4);
  // The same said as a maximum: the second objective is still minimised.
  const turned = { ...tie, sense: "max" as const, cost: tie.cost.map((c) => -c) };

  for (const [name, solver] of Object.entries(ENGINES)) {
    it(`decides a tie by hand: ${name}`, () => {
      for (const lp of [tie, turned]) {
        const solution = solveLp(lp, { solver, secondObjective: earlier });
        expect(solution).toMatchObject({ status: "optimal", objective: lp === tie ? 6 : -6, secondObjective: 8 });
        expect([...(solution.x as Float64Array)]).toEqual([4, 2, 0, 0]);
        expect(checkSolution(lp, solution).ok).toBe(true);
        expect([...(solveLp(lp, { solver, secondObjective: earlier.toReversed() }).x as Float64Array)]).toEqual([
          0, 0, 2, 4,
        ]);
      }
    });

    it(`is the least among the optima, which it leaves: ${name}`, () => {
      const endings: Record<string, number> = {};
      for (let seed = 0; seed < runs(100, 15); seed++) {
        const random = randomProgram(seed);
        // Every other cost is 0, so that optima tie.
        const lp: LinearProgram = { ...random, cost: random.cost.map((c, j) => (j % 2 === 0 ? 0 : c)) };
        const uniform = seededUniform(seed + 7);
        const secondObjective = lp.cost.map(() => Math.round(8 * uniform()) - 2);
        const first = solveLp(lp, { solver });
        const both = solveLp(lp, { solver, secondObjective });
        expect(both.status, `seed ${seed}`).toBe(first.status);
        if (both.status !== "optimal") continue;
        expect(checkSolution(lp, both).ok, `seed ${seed}`).toBe(true);
        expect(Math.abs(both.objective - first.objective), `seed ${seed}`).toBeLessThanOrEqual(
          1e-9 * (1 + Math.abs(first.objective)),
        );
        const least = solveWithHighs({
          ...withCostRow(lp, first.objective),
          cost: secondObjective,
          sense: "min",
          objectiveOffset: 0,
        });
        endings[least.status] = (endings[least.status] ?? 0) + 1;
        if (least.status === "unbounded") expect(both.detail, `seed ${seed}`).toMatch("unbounded");
        if (least.status !== "optimal") continue;
        expect(
          Math.abs((both.secondObjective ?? NaN) - least.objective),
          `seed ${seed} ${both.detail}`,
        ).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(least.objective)));
        if (Math.abs((both.secondObjective ?? NaN) - dot(secondObjective, first.x as Float64Array)) > 1e-6)
          endings.moved = (endings.moved ?? 0) + 1;
      }
      expect(endings.optimal).toBeGreaterThan(runs(40, 5));
      expect(endings.moved).toBeGreaterThan(runs(8, 0));
      expect(endings.unbounded).toBeGreaterThan(runs(1, -1));
    });
  }

  it("holds for the async face and for prepared programs, solve after solve, and is the same each time", async () => {
    const direct = untimed(solveLp(tie, { secondObjective: earlier }));
    expect(untimed(await solveLpAsync(tie, { secondObjective: earlier }))).toEqual(direct);
    const prepared = prepareLp(tie);
    expect([...(prepared.resolve({}, { secondObjective: earlier }).x as Float64Array)]).toEqual([4, 2, 0, 0]);
    // At most 1 in the first hour: 1, 4, 1, 0.
    const resolved = prepared.resolve({ colUpper: Float64Array.of(1, 4, 4, 4) }, { secondObjective: earlier });
    expect([[...(resolved.x as Float64Array)], resolved.secondObjective]).toEqual([[1, 4, 1, 0], 12]);
    expect(prepared.resolve({ colUpper: tie.colUpper }).secondObjective).toBeUndefined();
  });

  it("is refused if it is malformed, with a message", () => {
    expect(() => solveLp(tie, { secondObjective: Float64Array.of(1, 2) })).toThrow(
      "secondObjective: has 2 entries, wanted 4 (one per column).",
    );
    expect(() => solveLp(tie, { secondObjective: Float64Array.of(1, 2, NaN, 4) })).toThrow(
      "secondObjective[2]: got NaN, wanted a finite number",
    );
  });

  it("returns the optimum and says so if no time is left to break ties", () => {
    const plain = solveLp(tie, { solver: dualSimplex });
    const stopped = solveLp(tie, {
      solver: dualSimplex,
      secondObjective: Float64Array.of(4, 3, 2, 1),
      iterationLimit: plain.iterations,
    });
    const first = solveLp(tie, {
      solver: dualSimplex,
      secondObjective: Float64Array.of(1, 2, 3, 4),
      iterationLimit: plain.iterations,
    });
    const open = [stopped, first].filter(({ secondObjective }) => secondObjective === undefined);
    expect(open.length).toBeGreaterThan(0);
    for (const solution of open) {
      expect(solution).toMatchObject({
        status: "optimal",
        objective: 6,
        detail: "The least secondObjective was not found: iteration-limit.",
      });
      expect(checkSolution(tie, solution).ok).toBe(true);
    }
  });

  it("passes on what ends without an optimum", () => {
    const none = smallProgram("min", [[0, 1, 1]], [[3, [1], INF]]);
    expect(solveLp(none, { secondObjective: Float64Array.of(1) })).toMatchObject({ status: "infeasible" });
  });
});

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, ak, k) => sum + ak * b[k], 0);
}
