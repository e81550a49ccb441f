import { describe, expect, it } from "vitest";
import type { LpProgress } from "../../../src/lp/options.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { stoppingRule } from "../../../src/solvers/budget/stopping-rule.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";
import { type InteriorSolve, solveInside } from "../../../src/solvers/interior-point/solve-inside.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { twoByTwo } from "../../support/simplex-case.ts";

function solveOf(lp: InteriorSolve["lp"], rest: Partial<InteriorSolve> = {}): InteriorSolve {
  const { scaling, ...workspace } = interiorWorkspace(lp);
  return {
    lp,
    scaling,
    workspace,
    stopping: stoppingRule({}),
    remaining: () => ({}),
    settings: {},
    secondObjective: undefined,
    solveFeasibility: () => {
      throw new Error("no feasible point is needed");
    },
    ...rest,
  };
}

/** Steps of a solve that ends with this answer. */
function* answering(answer: LpSolution): Generator<LpProgress, LpSolution> {
  yield { iterations: 0, phase: "test", primalInfeasibility: NaN, objective: NaN };
  return answer;
}

// min -x, x - y = 0, x and y >= 0: (1, 1) is a direction of recession.
const recession = smallProgram(
  "min",
  [
    [0, -1, Infinity],
    [0, 0, Infinity],
  ],
  [[0, [1, -1], 0]],
);

describe("solveInside", () => {
  it("ends at a vertex with its basis, by default", () => {
    const answer = drain(solveInside(solveOf(twoByTwo)));
    expect(answer).toMatchObject({ status: "optimal", objective: -11, basis: expect.anything() });
  });

  it("ends inside the optimal face if no vertex is wanted", () => {
    const answer = drain(solveInside(solveOf(twoByTwo, { settings: { vertex: false } })));
    expect(answer).toMatchObject({ status: "optimal", solver: "interior-point" });
    expect("basis" in answer && answer.basis).toBeFalsy();
  });

  it("stops with the reason of its stopping rule", () => {
    const answer = drain(solveInside(solveOf(twoByTwo, { stopping: stoppingRule({ iterationLimit: 1 }) })));
    expect(answer).toMatchObject({ status: "iteration-limit" });
  });

  it("proves infeasibility by a Farkas certificate", () => {
    // x + y >= 3 and x + y <= 2.
    const lp = smallProgram(
      "min",
      [
        [0, 1, Infinity],
        [0, 1, Infinity],
      ],
      [
        [3, [1, 1], Infinity],
        [-Infinity, [1, 1], 2],
      ],
    );
    const answer = drain(solveInside(solveOf(lp)));
    expect(answer).toMatchObject({ status: "infeasible", dualRay: expect.anything() });
  });

  it("asks for a feasible point before it calls a program unbounded, and answers infeasible without one", () => {
    const feasible = { status: "optimal", solver: "x", iterations: 3, objective: 0, x: Float64Array.of(0, 0) } as never;
    const costs: number[][] = [];
    const unbounded = drain(
      solveInside(
        solveOf(recession, {
          solveFeasibility(costless) {
            costs.push([...costless.cost]);
            return answering(feasible);
          },
        }),
      ),
    );
    expect(costs).toEqual([[0, 0]]);
    expect(unbounded).toMatchObject({ status: "unbounded", iterations: 3, primalRay: expect.anything() });
    const infeasible = { status: "infeasible", solver: "x", iterations: 1, objective: NaN } as never;
    const answer = drain(
      solveInside(
        solveOf(recession, {
          solveFeasibility: () => answering(infeasible),
        }),
      ),
    );
    expect(answer).toBe(infeasible);
  });
});
