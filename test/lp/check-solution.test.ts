import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { BasisStatus } from "../../src/lp/basis.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { columnSums } from "../../src/lp/residuals.ts";
import type { InfeasibleSolution, LpSolution, OptimalSolution, UnboundedSolution } from "../../src/lp/solution.ts";
import { readMps } from "../../src/lp/io/read-mps.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { netlibAbsence, netlibPresent, netlibSample } from "../support/netlib.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

/*
 * max 3 x + 2 y + 100, x + y <= 4, x + 3 y <= 8, 0 <= x <= 3, y >= 0.
 * At (3, 1) the first row and x <= 3 hold with equality and the second row is slack (6 < 8): a unique, nondegenerate
 * vertex. y_1 = 2 (from column y: 2 - y_1 = 0), y_2 = 0, reduced cost of x = 3 - 2 = 1 at its upper bound.
 * P = 9 + 2 = 11 = D = 2 * 4 + 1 * 3.
 */
const maxProgram = smallProgram(
  "max",
  [
    [0, 3, 3],
    [0, 2, Infinity],
  ],
  [
    [-Infinity, [1, 1], 4],
    [-Infinity, [1, 3], 8],
  ],
  100,
);
const maxSolution: OptimalSolution = {
  status: "optimal",
  x: Float64Array.of(3, 1),
  y: Float64Array.of(2, 0),
  reducedCost: Float64Array.of(1, 0),
  objective: 111,
  iterations: 2,
  solver: "by hand",
};
// The same vertex as a minimum: costs, duals, reduced costs and objective change sign.
const minProgram: LinearProgram = { ...maxProgram, sense: "min", cost: Float64Array.of(-3, -2), objectiveOffset: -100 };
const minSolution: OptimalSolution = {
  ...maxSolution,
  y: Float64Array.of(-2, 0),
  reducedCost: Float64Array.of(-1, 0),
  objective: -111,
};

function bumped(vector: Float64Array, k: number, by: number): Float64Array {
  const copy = vector.slice();
  copy[k] += by;
  return copy;
}

/** With the reduced costs that belong to its y, so that only y is at fault. */
function withDual(lp: LinearProgram, solution: OptimalSolution, y: Float64Array): OptimalSolution {
  return { ...solution, y, reducedCost: columnSums(lp, y, -1, lp.cost).value };
}

describe.each([
  ["max", maxProgram, maxSolution],
  ["min", minProgram, minSolution],
] as const)("checkSolution of an optimum, %s", (_, lp, solution) => {
  it("accepts the hand-derived optimum with three zeros", () => {
    expect(checkSolution(lp, solution)).toEqual({
      primalInfeasibility: 0,
      dualInfeasibility: 0,
      relativeGap: 0,
      ok: true,
    });
  });

  it.each([-1e-4, 1e-4])("refuses every x moved by %f, alone or with its objective", (by) => {
    for (let j = 0; j < 2; j++) {
      const x = bumped(solution.x, j, by);
      expect(checkSolution(lp, { ...solution, x }).ok).toBe(false);
      expect(checkSolution(lp, { ...solution, x, objective: solution.objective + by * lp.cost[j] }).ok).toBe(false);
    }
  });

  it.each([-1e-4, 1e-4])("refuses every y moved by %f, with the reduced costs that follow", (by) => {
    for (let i = 0; i < 2; i++) {
      expect(checkSolution(lp, withDual(lp, solution, bumped(solution.y, i, by))).ok).toBe(false);
    }
  });

  it.each([-1e-4, 1e-4])("refuses every reduced cost moved by %f", (by) => {
    for (let j = 0; j < 2; j++) {
      const check = checkSolution(lp, { ...solution, reducedCost: bumped(solution.reducedCost, j, by) });
      expect(check.ok).toBe(false);
      expect(check.dualInfeasibility).toBeCloseTo(1e-4 / (1 + Math.abs(lp.cost[j])), 12);
      expect(check.relativeGap).toBe(0);
    }
  });

  it("refuses a misreported objective, and NaN", () => {
    // |P| = |D| = 11, so a report wrong by 1e-4 shows as 1e-4 / 12; the offset 100 does not soften it.
    expect(checkSolution(lp, { ...solution, objective: solution.objective + 1e-4 }).relativeGap).toBeCloseTo(
      1e-4 / 12,
      12,
    );
    expect(checkSolution(lp, { ...solution, objective: solution.objective + 1e-4 }).ok).toBe(false);
    expect(checkSolution(lp, { ...solution, objective: NaN })).toMatchObject({ relativeGap: Infinity, ok: false });
    // Without the offset: the commonest mistake.
    expect(checkSolution(lp, { ...solution, objective: solution.objective - lp.objectiveOffset }).ok).toBe(false);
  });

  it("refuses the other sense's signs", () => {
    const flipped = solution.y.map((yi) => -yi);
    expect(checkSolution(lp, withDual(lp, solution, flipped)).ok).toBe(false);
    expect(checkSolution({ ...lp, sense: lp.sense === "max" ? "min" : "max" }, solution).ok).toBe(false);
  });

  it("refuses a feasible point that is not optimal", () => {
    // (2, 2) is feasible (4 <= 4, 8 <= 8): P = 10 against D = 11: gap 1 / 12.
    const x = Float64Array.of(2, 2);
    const check = checkSolution(lp, { ...solution, x, objective: Math.sign(lp.cost[0]) * 110 });
    expect(check).toMatchObject({ primalInfeasibility: 0, dualInfeasibility: 0, ok: false });
    expect(check.relativeGap).toBeCloseTo(1 / 12, 12);
  });

  it("gives Infinity for vectors that are missing, too short or not finite", () => {
    const broken = [undefined, new Float64Array(1), Float64Array.of(3, NaN), Float64Array.of(Infinity, 1), [3, 1]];
    for (const x of broken) {
      const check = checkSolution(lp, { ...solution, x } as unknown as LpSolution);
      expect(check).toMatchObject({ primalInfeasibility: Infinity, relativeGap: Infinity, ok: false });
    }
    for (const y of broken) {
      const check = checkSolution(lp, { ...solution, y } as unknown as LpSolution);
      expect(check).toMatchObject({ dualInfeasibility: Infinity, relativeGap: Infinity, ok: false });
    }
    for (const reducedCost of broken) {
      const check = checkSolution(lp, { ...solution, reducedCost } as unknown as LpSolution);
      expect(check).toMatchObject({ dualInfeasibility: Infinity, relativeGap: 0, ok: false });
    }
  });
});

describe("checkSolution of a vertex", () => {
  const { basic, atLower, atUpper } = BasisStatus;
  // Rows 4 x + 3 y <= 7 and (4 + 2^-20) x + 3 y <= 7 + 2^-20 meet at (1, 1) only; both prices of 2^19 are possible
  // there.
  const D = 2 ** -20;
  const lp = smallProgram(
    "max",
    [
      [0, 4, 9],
      [0, 3, 9],
    ],
    [
      [-Infinity, [4, 3], 7],
      [-Infinity, [4 + D, 3], 7 + D],
    ],
  );
  const basis = { col: Uint8Array.of(basic, basic), row: Uint8Array.of(atUpper, atUpper) };
  const exact: OptimalSolution = {
    ...maxSolution,
    objective: 7,
    x: Float64Array.of(1, 1),
    y: Float64Array.of(1, 0),
    reducedCost: new Float64Array(2),
    basis,
  };
  /** A point that is off by 3e-8 in the first row, with the objective it has. */
  const off: OptimalSolution = { ...exact, x: Float64Array.of(1, 1 + 1e-8), objective: 7 + 3e-8 };

  it("checks rows to rounding if the solution claims the exact point of its basis", () => {
    expect(checkSolution(lp, exact)).toMatchObject({ vertexInfeasibility: 0, ok: true });
    const check = checkSolution(lp, off);
    // 3e-8 over the terms 4 + 3 + 7.
    expect(check.vertexInfeasibility).toBeCloseTo(3e-8 / 14, 15);
    expect(check.ok).toBe(false);
    expect(checkSolution(lp, off, { vertex: 1e-8 }).ok).toBe(true);
  });

  it("checks a solution without a basis, or with isVertex false, on the scale of the bounds", () => {
    const { basis: _, ...bare } = off;
    for (const solution of [bare, { ...off, isVertex: false as const }]) {
      expect(checkSolution(lp, solution)).not.toHaveProperty("vertexInfeasibility");
      expect(checkSolution(lp, solution).ok).toBe(true);
    }
  });

  it("checks reduced costs that refer to an infinite bound to rounding as well", () => {
    // min x + (1 + d) y, x + y >= 1: with y = 1 + d the price of x is -d, and x has no upper bound.
    const open = smallProgram(
      "min",
      [
        [0, 1, Infinity],
        [0, 1 + 1e-9, Infinity],
      ],
      [[1, [1, 1], Infinity]],
    );
    const wrong: OptimalSolution = {
      ...exact,
      x: Float64Array.of(0, 1),
      objective: 1 + 1e-9,
      y: Float64Array.of(1 + 1e-9),
      reducedCost: Float64Array.of(1 - (1 + 1e-9), 0),
      basis: { col: Uint8Array.of(atLower, basic), row: Uint8Array.of(atLower) },
    };
    const { basis: _, ...bare } = wrong;
    expect(checkSolution(open, bare).ok).toBe(true);
    expect(checkSolution(open, wrong).vertexInfeasibility).toBeCloseTo(1e-9 / 3, 12);
    expect(checkSolution(open, wrong).ok).toBe(false);
  });

  it("accepts rounding: terms that cancel, and values that are 0 apart from noise", () => {
    const noisy = smallProgram(
      "min",
      [
        [0, 0, 1],
        [0, 0, 1],
        [0, 1, 1],
      ],
      [
        [0.3, [0.1, 0.2, 0], 0.3],
        [0, [0, 0, 1], 1],
      ],
    );
    const solution: OptimalSolution = {
      ...exact,
      x: Float64Array.of(1, 1, 0),
      y: Float64Array.of(0, 0),
      reducedCost: Float64Array.of(0, 0, 1),
      objective: 0,
      basis: { col: Uint8Array.of(basic, atUpper, atLower), row: Uint8Array.of(atLower, basic) },
    };
    expect(checkSolution(noisy, solution)).toMatchObject({ vertexInfeasibility: 0, ok: true });
    // 1e-20 below a bound of 0 in a row that has nothing else.
    const below = { ...noisy, colLower: Float64Array.of(0, 0, -1) };
    expect(
      checkSolution(below, { ...solution, x: Float64Array.of(1, 1, -1e-20), objective: -1e-20 }).vertexInfeasibility,
    ).toBe(0);
  });
});

describe("checkSolution, scales", () => {
  it("rejects a small demand that is unserved, or served to less than a thousandth", () => {
    // min y + 1e6 w, y >= 1e5 x, x + w >= 1e-7: all at 0 misses the second row by all of it; 0.01 is right.
    const lp = smallProgram(
      "min",
      [
        [0, 0, 1e9],
        [0, 1, 1e9],
        [0, 1e6, 1e9],
      ],
      [
        [0, [-1e5, 1, 0], Infinity],
        [1e-7, [1, 0, 1], Infinity],
      ],
    );
    const claim = { ...maxSolution, y: new Float64Array(2), reducedCost: Float64Array.of(0, 1, 1e6) };
    const at = (x: number) => checkSolution(lp, { ...claim, x: Float64Array.of(x, 1e5 * x, 0), objective: 1e5 * x });
    expect(at(0)).toMatchObject({ primalInfeasibility: 1e-3, ok: false });
    expect(at(0.99999e-7).primalInfeasibility).toBeGreaterThan(1e-9);
    const prices = Float64Array.of(1, 1e5);
    expect(
      checkSolution(lp, {
        ...claim,
        y: prices,
        reducedCost: Float64Array.of(0, 0, 9e5),
        x: Float64Array.of(1e-7, 0.01, 0),
        objective: 0.01,
      }).ok,
    ).toBe(true);
  });

  it("ignores a gap within the rounding of large prices, but at most 1e-6 of the objective", () => {
    // x = 1 in two rows, at prices p and -p + 1: D is p - p + 1 and its rounding.
    const lp = smallProgram(
      "min",
      [[0, 1, 9]],
      [
        [1, [1], 1],
        [1, [1], 1],
      ],
    );
    const at = (p: number, off: number) =>
      checkSolution(lp, {
        ...maxSolution,
        x: Float64Array.of(1),
        y: Float64Array.of(p, 1 - p + off),
        reducedCost: Float64Array.of(-off),
        objective: 1,
      });
    // The reduced cost -off asks for the upper bound 9: D = 1 + off - 9 off.
    // 8 * 2^-26 = 1.2e-7, of a sum of 1.3e8 with a rounding of 4.8e-7
    expect(at(2 ** 26, 2 ** -26).relativeGap).toBe(0);
    expect(at(2 ** 26, 2 ** -18).relativeGap).toBeGreaterThan(1e-6);
    expect(at(2 ** 10, 2 ** -26).relativeGap).toBeGreaterThan(1e-8);
    expect(at(2 ** 40, 2 ** -12).relativeGap).toBeGreaterThan(1e-4); // hidden by rounding, and too much to hide
  });

  it("measures a violation against the bound, not against the terms of a long row", () => {
    // x - y <= 0 at (1e6 + 1e-3, 1e6): the terms sum to 2e6, but the row is broken by 1e-3 of max(1, 0).
    const lp = smallProgram(
      "min",
      [
        [0, 0, Infinity],
        [0, 0, Infinity],
      ],
      [[-Infinity, [1, -1], 0]],
    );
    const solution = {
      ...maxSolution,
      x: Float64Array.of(1e6 + 1e-3, 1e6),
      y: Float64Array.of(0),
      reducedCost: new Float64Array(2),
      objective: 0,
    };
    expect(checkSolution(lp, solution).primalInfeasibility).toBeCloseTo(1e-3, 8);
    // The same excess over a bound of 1e6 is 1e-9 of it.
    const large = { ...lp, rowUpper: Float64Array.of(1e6) };
    const over = { ...solution, x: Float64Array.of(1e6 + 1e-3, 0) };
    expect(checkSolution(large, over).primalInfeasibility).toBeCloseTo(1e-9, 12);
  });

  it("checks every side of columns and rows", () => {
    const lp = smallProgram("min", [[2, 0, 3]], [[4, [2], 6]]);
    const at = (x: number) =>
      checkSolution(lp, {
        ...maxSolution,
        x: Float64Array.of(x),
        y: new Float64Array(1),
        reducedCost: new Float64Array(1),
        objective: 0,
      });
    expect(at(2).ok && at(3).ok).toBe(true);
    expect(at(1).primalInfeasibility).toBe(0.5); // 1 below 2 -> 0.5; row 2 below 4 -> 0.5
    expect(at(4.5).primalInfeasibility).toBe(0.5); // 1.5 above 3 -> 0.5; row 3 above 6 -> 0.5
    // Only the row: widen the column.
    const wide = { ...lp, colLower: Float64Array.of(-9), colUpper: Float64Array.of(9) };
    const row = checkSolution(wide, {
      ...maxSolution,
      x: Float64Array.of(1.5),
      y: new Float64Array(1),
      reducedCost: new Float64Array(1),
      objective: 0,
    });
    expect(row.primalInfeasibility).toBe(0.25); // 3 for a lower bound of 4
  });

  it("does not let noise in a reduced cost times a huge bound spoil the gap", () => {
    // min 0.3 x, twice x >= 5: y = (0.1, 0.2) leaves d = 0.3 - 0.1 - 0.2 = -2.8e-17; x has an upper bound of 1e12.
    const lp = smallProgram(
      "min",
      [[0, 0.3, 1e12]],
      [
        [5, [1], Infinity],
        [5, [1], Infinity],
      ],
    );
    const y = Float64Array.of(0.1, 0.2);
    expect(0.3 - 0.1 - 0.2).not.toBe(0);
    const solution = withDual(lp, { ...maxSolution, x: Float64Array.of(5), objective: 1.5 }, y);
    expect(checkSolution(lp, solution).ok).toBe(true);
    // A reduced cost of -1e-10 is not noise: it asks for the upper bound, and D falls by 1e-10 * 1e12 = 100.
    const real = withDual(lp, solution, Float64Array.of(0.1, 0.2 + 1e-10));
    expect(checkSolution(lp, real).ok).toBe(false);
  });

  it("does not let noise in y times a huge bound spoil the gap", () => {
    // min x, x >= 5 (y_1 = 1), x <= 1e12 as a row with y_2 = -1e-17, which no reduced cost can feel: else D falls by
    // 1e-5.
    const lp = smallProgram(
      "min",
      [[0, 1, Infinity]],
      [
        [5, [1], Infinity],
        [-Infinity, [1], 1e12],
      ],
    );
    const solution = withDual(lp, { ...maxSolution, x: Float64Array.of(5), objective: 5 }, Float64Array.of(1, -1e-17));
    expect(checkSolution(lp, solution).ok).toBe(true);
    const real = withDual(lp, solution, Float64Array.of(1, -1e-12));
    expect(checkSolution(lp, real).ok).toBe(false); // D falls by 1
  });

  it("rejects y that refers to an infinite bound, by its effect on reduced costs or, in empty rows, its size", () => {
    // One free row: y must be 0. |y| * max |a| / (1 + |cost|) = 0.5 * 4 / (1 + 3).
    const lp = smallProgram("min", [[0, 3, Infinity]], [[-Infinity, [4], Infinity]]);
    const solution = withDual(lp, { ...maxSolution, x: Float64Array.of(0), objective: 0 }, Float64Array.of(0.5));
    expect(checkSolution(lp, solution).dualInfeasibility).toBe(0.5);
    const empty = smallProgram("min", [[0, 3, Infinity]], [[-Infinity, [0], Infinity]]);
    const priced = withDual(empty, { ...maxSolution, x: Float64Array.of(0), objective: 0 }, Float64Array.of(0.25));
    expect(checkSolution(empty, priced).dualInfeasibility).toBe(0.25);
  });

  it("rejects a reduced cost that refers to an infinite bound", () => {
    // min -x, x >= 0 without a row: unbounded, so d = -1 asks for an infinite upper bound: 1 / (1 + 1).
    const lp = smallProgram("min", [[0, -1, Infinity]], []);
    const claim = {
      ...maxSolution,
      x: Float64Array.of(0),
      y: new Float64Array(0),
      reducedCost: Float64Array.of(-1),
      objective: 0,
    };
    expect(checkSolution(lp, claim)).toMatchObject({ dualInfeasibility: 0.5, ok: false });
  });

  it("is not loosened by a small unit of currency", () => {
    // min -1e-8 x, x in [0, 1]: -1e-8 at x = 1. The claim x = 0 has P = 0, D = -1e-8 * 1, gap 1e-8 / (1e-8 + 1e-8).
    const lp = smallProgram("min", [[0, -1e-8, 1]], []);
    const claim = {
      ...maxSolution,
      x: Float64Array.of(0),
      y: new Float64Array(0),
      reducedCost: Float64Array.of(-1e-8),
      objective: 0,
    };
    expect(checkSolution(lp, claim)).toMatchObject({ relativeGap: 0.5, ok: false });
    expect(checkSolution(lp, { ...claim, x: Float64Array.of(1), objective: -1e-8 }).ok).toBe(true);
    // Without the upper bound it is unbounded: d = -1e-8 is wrong by 1e-8 / (1e-8 + 1e-8).
    const open = smallProgram("min", [[0, -1e-8, Infinity]], []);
    expect(checkSolution(open, claim)).toMatchObject({ dualInfeasibility: 0.5, ok: false });
  });

  it("refuses an activity that overflows", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 0, Infinity],
        [0, 0, Infinity],
      ],
      [[-Infinity, [1e300, -1e300], 5]],
    );
    const claim = {
      ...maxSolution,
      x: Float64Array.of(1e300, 1e300),
      y: new Float64Array(1),
      reducedCost: new Float64Array(2),
      objective: 0,
    };
    expect(checkSolution(lp, claim)).toMatchObject({ primalInfeasibility: Infinity, ok: false });
  });

  it("uses given tolerances", () => {
    const near = { ...maxSolution, objective: 111 + 1e-6 };
    expect(checkSolution(maxProgram, near).ok).toBe(false);
    expect(checkSolution(maxProgram, near, { gap: 1e-6 }).ok).toBe(true);
    const out = { ...maxSolution, x: Float64Array.of(3 + 3e-6, 1), objective: 111 + 9e-6 };
    expect(checkSolution(maxProgram, out, { gap: 1e-5 }).ok).toBe(false);
    expect(checkSolution(maxProgram, out, { gap: 1e-5, primal: 1e-5 }).ok).toBe(true);
    const price = { ...maxSolution, reducedCost: Float64Array.of(1 + 1e-6, 0) };
    expect(checkSolution(maxProgram, price).ok).toBe(false);
    expect(checkSolution(maxProgram, price, { dual: 1e-6 }).ok).toBe(true);
  });
});

describe("checkSolution of other statuses", () => {
  // x + y >= 3 with x, y <= 1.
  const infeasible = smallProgram(
    "min",
    [
      [0, 1, 1],
      [0, 1, 1],
    ],
    [[3, [1, 1], Infinity]],
  );
  const noPoint: InfeasibleSolution = {
    status: "infeasible",
    objective: NaN,
    dualRay: Float64Array.of(1),
    iterations: 1,
    solver: "by hand",
  };
  // max x + y, x - y <= 1, from (1, 0) along (1, 1).
  const unbounded = smallProgram(
    "max",
    [
      [0, 1, Infinity],
      [0, 1, Infinity],
    ],
    [[-Infinity, [1, -1], 1]],
  );
  const noLimit: UnboundedSolution = {
    status: "unbounded",
    objective: 1,
    x: Float64Array.of(1, 0),
    primalRay: Float64Array.of(1, 1),
    iterations: 1,
    solver: "by hand",
  };

  it("accepts a Farkas certificate, and rejects it negated, missing, too short or for a feasible program", () => {
    expect(checkSolution(infeasible, noPoint)).toEqual({
      primalInfeasibility: NaN,
      dualInfeasibility: NaN,
      relativeGap: NaN,
      rayViolation: 0,
      ok: true,
    });
    expect(checkSolution(infeasible, { ...noPoint, dualRay: Float64Array.of(-1) }).ok).toBe(false);
    const bare = { ...noPoint, dualRay: undefined } as unknown as LpSolution;
    expect(checkSolution(infeasible, bare)).toMatchObject({ rayViolation: Infinity, ok: false });
    expect(checkSolution(infeasible, { ...noPoint, dualRay: new Float64Array(0) }).ok).toBe(false);
    expect(checkSolution({ ...infeasible, rowLower: Float64Array.of(2) }, noPoint).ok).toBe(false);
  });

  it("checks the rows of an unbounded program's point to rounding exactly if it claims to be a vertex", () => {
    const basis = { col: Uint8Array.of(0, 0), row: Uint8Array.of(1) };
    expect(checkSolution(unbounded, noLimit)).not.toHaveProperty("vertexInfeasibility");
    expect(checkSolution(unbounded, { ...noLimit, basis })).toHaveProperty("vertexInfeasibility");
    expect(checkSolution(unbounded, { ...noLimit, basis, isVertex: false as const })).not.toHaveProperty(
      "vertexInfeasibility",
    );
  });

  it("accepts an unbounded ray, and rejects it negated, missing, with an infeasible point or a wrong objective", () => {
    expect(checkSolution(unbounded, noLimit)).toEqual({
      primalInfeasibility: 0,
      dualInfeasibility: NaN,
      relativeGap: 0,
      rayViolation: 0,
      ok: true,
    });
    expect(checkSolution(unbounded, { ...noLimit, primalRay: Float64Array.of(-1, -1) }).ok).toBe(false);
    expect(checkSolution(unbounded, { ...noLimit, primalRay: Float64Array.of(1, 0.5) }).ok).toBe(false);
    expect(checkSolution(unbounded, { ...noLimit, x: Float64Array.of(2, 0), objective: 2 }).ok).toBe(false);
    expect(checkSolution(unbounded, { ...noLimit, objective: 2 }).ok).toBe(false);
    const bare = { ...noLimit, primalRay: undefined, x: undefined } as unknown as LpSolution;
    expect(checkSolution(unbounded, bare)).toMatchObject({
      primalInfeasibility: Infinity,
      rayViolation: Infinity,
      ok: false,
    });
  });

  it.each(["iteration-limit", "time-limit", "stopped", "numerical-trouble"] as const)(
    "claims nothing for %s",
    (status) => {
      const check = checkSolution(maxProgram, { status, objective: NaN, iterations: 0, solver: "by hand" });
      expect(check.ok).toBe(false);
      expect(check.rayViolation).toBeUndefined();
    },
  );
});

describe("checkSolution against HiGHS", () => {
  const claims = (x: Float64Array, y: Float64Array, reducedCost: Float64Array, objective: number): OptimalSolution => ({
    ...maxSolution,
    x,
    y,
    reducedCost,
    objective,
  });

  it("accepts what HiGHS proves on 400 random programs, and nothing at another program's point", () => {
    const seen = { optimal: 0, worse: 0, infeasible: 0, unbounded: 0 };
    for (let seed = 0; seed < runs(400, 50); seed++) {
      const lp = randomProgram(seed);
      const answer = solveWithHighs(lp, { withRay: true });
      if (answer.status === "optimal") {
        const { x, y, reducedCost } = answer;
        if (x === undefined || y === undefined || reducedCost === undefined) continue;
        seen.optimal++;
        expect(checkSolution(lp, claims(x, y, reducedCost, answer.objective)), `seed ${seed}`).toMatchObject({
          ok: true,
        });
        // A feasible point of another objective may only pass where it is just as good.
        const other = solveWithHighs({ ...lp, cost: lp.cost.toReversed() });
        if (other.x === undefined) continue;
        const objective = lp.cost.reduce((sum, cj, j) => sum + cj * other.x![j], lp.objectiveOffset);
        if (Math.abs(objective - answer.objective) < 1e-6) continue;
        seen.worse++;
        expect(checkSolution(lp, claims(other.x, y, reducedCost, objective)).ok, `seed ${seed}`).toBe(false);
      } else if (answer.dualRay !== undefined) {
        seen.infeasible++;
        const claim: InfeasibleSolution = {
          status: "infeasible",
          objective: NaN,
          dualRay: answer.dualRay,
          iterations: 0,
          solver: "highs",
        };
        expect(checkSolution(lp, claim), `seed ${seed}`).toMatchObject({ ok: true });
        expect(checkSolution(lp, { ...claim, dualRay: claim.dualRay.map((zi) => -zi) }).ok, `seed ${seed}`).toBe(false);
      } else if (answer.primalRay !== undefined) {
        const point = solveWithHighs({ ...lp, cost: new Float64Array(lp.numCols) });
        const x = point.x!;
        const objective = lp.cost.reduce((sum, cj, j) => sum + cj * x[j], lp.objectiveOffset);
        const claim: UnboundedSolution = {
          status: "unbounded",
          objective,
          x,
          primalRay: answer.primalRay,
          iterations: 0,
          solver: "highs",
        };
        seen.unbounded++;
        expect(checkSolution(lp, claim), `seed ${seed}`).toMatchObject({ ok: true });
        expect(checkSolution(lp, { ...claim, primalRay: claim.primalRay.map((dj) => -dj) }).ok, `seed ${seed}`).toBe(
          false,
        );
      }
    }
    expect(seen.optimal).toBeGreaterThan(runs(150));
    expect(seen.worse).toBeGreaterThan(runs(50));
    expect(seen.infeasible).toBeGreaterThan(runs(30));
    expect(seen.unbounded).toBeGreaterThan(runs(30));
  });

  it.skipIf(!netlibPresent)(`accepts HiGHS's optimum of Netlib programs by the defaults${netlibAbsence}`, () => {
    for (const { name, text } of netlibSample) {
      const lp = readMps(text());
      const { x, y, reducedCost, objective } = solveWithHighs(lp);
      expect(checkSolution(lp, claims(x!, y!, reducedCost!, objective)), name).toMatchObject({ ok: true });
    }
    expect(netlibSample.length).toBe(runs(48, 14));
  });
});

it("checks the point of an unbounded program to rounding if it claims a basis", () => {
  // 3 x = 0 and x >= 2^-30 have no point; z may grow for ever. The miss is all of the row's own terms.
  const lp = smallProgram(
    "max",
    [
      [2 ** -30, 0, Infinity],
      [0, 1, Infinity],
    ],
    [[0, [3, 0], 0]],
  );
  const answer = {
    status: "unbounded",
    solver: "by hand",
    iterations: 0,
    objective: 0,
    x: Float64Array.of(2 ** -30, 0),
    primalRay: Float64Array.of(0, 1),
  } as const;
  const basis = { col: Uint8Array.of(BasisStatus.atLower, BasisStatus.atLower), row: Uint8Array.of(BasisStatus.basic) };
  expect(checkSolution(lp, answer)).toMatchObject({ primalInfeasibility: 3 * 2 ** -30, ok: true });
  expect(checkSolution(lp, { ...answer, basis })).toMatchObject({ vertexInfeasibility: 1, ok: false });
});

it("refuses prices so large that their rounding would hide a gain without end", () => {
  // min -5 x with 6 x - 6 z = 0 twice: unbounded along x = z. Prices of +-1e16 cancel, and -5 is "rounding" of 1.2e17.
  const twice: LinearProgram = {
    numRows: 2,
    numCols: 2,
    colStart: Int32Array.of(0, 2, 4),
    rowIndex: Int32Array.of(0, 1, 0, 1),
    value: Float64Array.of(6, 6, -6, -6),
    cost: Float64Array.of(-5, 0),
    colLower: Float64Array.of(0, 0),
    colUpper: Float64Array.of(Infinity, Infinity),
    rowLower: Float64Array.of(0, 0),
    rowUpper: Float64Array.of(0, 0),
    sense: "min",
    objectiveOffset: 0,
  };
  for (const reducedCost of [Float64Array.of(-5, 0), Float64Array.of(0, 0)]) {
    const claim: LpSolution = {
      status: "optimal",
      solver: "claim",
      iterations: 0,
      objective: 0,
      x: new Float64Array(2),
      y: Float64Array.of(1e16, -1e16),
      reducedCost,
    };
    const { ok, dualInfeasibility } = checkSolution(twice, claim);
    expect(ok).toBe(false);
    expect(dualInfeasibility).toBeCloseTo(5 / 6, 9);
  }
});
