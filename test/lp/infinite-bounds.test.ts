import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { INFINITE_BOUND, hasOnlyFiniteData, withInfiniteBounds } from "../../src/lp/infinite-bounds.ts";
import { interiorPoint } from "../../src/solvers/interior-point.ts";
import { prepareLp } from "../../src/solvers/session/prepare-lp.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { smallProgram } from "../support/random-programs.ts";

const INF = Infinity;

describe("bounds of 1e20 and more", () => {
  it("are infinite, in every vector and on both sides; smaller ones remain", () => {
    const lp = smallProgram(
      "min",
      [
        [-1e20, 1, 1e25],
        [-9e19, 1, 9e19],
      ],
      [[-1e300, [1, 1], Number.MAX_VALUE]],
    );
    const opened = withInfiniteBounds(lp);
    expect([...opened.colLower, ...opened.colUpper]).toEqual([-INF, -9e19, INF, 9e19]);
    expect([...opened.rowLower, ...opened.rowUpper]).toEqual([-INF, INF]);
    expect([...lp.colLower]).toEqual([-INFINITE_BOUND, -9e19]); // untouched
  });

  it("copy nothing if there are none", () => {
    const lp = smallProgram("min", [[-INF, 1, INF]], [[0, [1], 5]]);
    expect(withInfiniteBounds(lp)).toBe(lp);
  });

  it.each([1e20, 1e30, Number.MAX_VALUE])("an optimum with a cap of %d has the value without it", (cap) => {
    const lp = smallProgram(
      "min",
      [
        [0, 1, cap],
        [0, 2, cap],
      ],
      [[1, [1, 1], cap]],
    );
    for (const solution of [solveLp(lp), solveLp(lp, { solver: interiorPoint }), prepareLp(lp).resolve()]) {
      expect(solution).toMatchObject({ status: "optimal", objective: 1 });
      expect(checkSolution(lp, solution).ok).toBe(true);
    }
  });

  it("a change of a prepared program may remove a bound in this way", () => {
    const prepared = prepareLp(smallProgram("max", [[0, 1, 5]], [[0, [1], 9]]));
    expect(prepared.resolve().objective).toBe(5);
    expect(prepared.resolve({ colUpper: Float64Array.of(1e20) }).objective).toBe(9);
  });

  it("a value beyond 1e20 violates no bound of that size", () => {
    const lp = smallProgram("min", [[0, 0, 1e20]], []);
    const claim = {
      status: "optimal",
      solver: "by hand",
      iterations: 0,
      objective: 0,
      y: new Float64Array(0),
      reducedCost: new Float64Array(1),
    } as const;
    expect(checkSolution(lp, { ...claim, x: Float64Array.of(1e21) }).ok).toBe(true);
  });
});

it("a bound that presolve moves past 1e20 is a number, neither an error nor infinite", () => {
  // max x0 + x1: x0 goes to its cap, 1e18, for its own sake; row 0 then asks x1 <= 1e21, which would be read as none.
  const lp = smallProgram(
    "max",
    [
      [0, 8, 1e18],
      [0, 1, INF],
      [0, 1, 3],
    ],
    [
      [-INF, [-1000, 1, 0], 0],
      [-INF, [0, 0, 2], 5],
    ],
  );
  const solution = solveLp(lp);
  expect(solution.status).toBe("optimal");
  expect(solution.objective).toBeCloseTo(1.008e21, -8);
  expect(checkSolution(lp, solution).ok).toBe(true);
  expect(hasOnlyFiniteData(lp)).toBe(true);
  expect(hasOnlyFiniteData({ ...lp, rowUpper: Float64Array.of(1e21, 5) })).toBe(false);
  expect(hasOnlyFiniteData({ ...lp, cost: Float64Array.of(8, NaN, 1) })).toBe(false);
});
