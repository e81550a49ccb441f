import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Direction, directedProgram } from "../../src/explain/directed-program.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { type BoundRange, rangeLp } from "../../src/solvers/ranging/range-lp.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { checkProgram } from "../../src/lp/check-program.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { seededUniform, smallProgram } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

function rangeAlong(lp: LinearProgram, direction: Direction): BoundRange {
  const solution = solveLp(lp, { solver: dualSimplex });
  if (solution.status !== "optimal" || !solution.basis) throw new Error(solution.status);
  const directed = directedProgram(lp, solution.basis, direction);
  checkProgram(directed.lp);
  return rangeLp(directed.lp, { ...solution, basis: directed.basis }, [{ col: directed.column, bound: "both" }])[0];
}

const upTo = (lp: LinearProgram, { cols, colRates, rows, rowRates }: Direction, s: number): LinearProgram => {
  const [colUpper, rowUpper] = [lp.colUpper.slice(), lp.rowUpper.slice()];
  cols.forEach((j, k) => {
    colUpper[j] += s * colRates[k];
  });
  rows.forEach((i, k) => {
    rowUpper[i] += s * rowRates[k];
  });
  return { ...lp, colUpper, rowUpper };
};

describe("directedProgram by hand", () => {
  // min -3x - 2y - z, x <= 2, y <= 5, z <= 9, x + y + z <= 6: x = 2, y = 4, cost -14.
  const lp = smallProgram(
    "min",
    [
      [0, -3, 2],
      [0, -2, 5],
      [0, -1, 9],
    ],
    [[-Infinity, [1, 1, 1], 6]],
  );

  it("moves two bounds together: x follows at once, y is slack until the row is used up", () => {
    // s > 0: x = 2 + s displaces y: -1 per unit, until y = 0 at s = 4. s < 0: x falls, y rises to 5 at s = -1/2 with
    // its own limit falling to meet it: y = 4 - s = 5 + s. Less of x, more of y: 1 per unit.
    const { left, right } = rangeAlong(lp, { cols: [0, 1], colRates: [1, 1], rows: [], rowRates: [] });
    expect([right.price, right.validFor]).toEqual([expect.closeTo(-1, 12), expect.closeTo(4, 12)]);
    expect([left.price, left.validFor]).toEqual([expect.closeTo(-1, 12), expect.closeTo(0.5, 12)]);
  });

  it("moves a row and a bound at different rates", () => {
    // Row 6 + 2 s, y's limit 5 + 3 s: y = 4 + 2 s <= 5 + 3 s: -4 per unit for ever. Down: y = 4 - 2 s, limit 5 - 3 s,
    // until s = 1.
    const { left, right } = rangeAlong(lp, { cols: [1], colRates: [3], rows: [0], rowRates: [2] });
    expect([right.price, right.validFor, right.end]).toEqual([expect.closeTo(-4, 12), Infinity, "never"]);
    expect([left.price, left.validFor]).toEqual([expect.closeTo(-4, 12), expect.closeTo(1, 12)]);
  });

  it("at a breakpoint, the derivative along the direction is not the sum of the derivatives of the limits", () => {
    // min -z, z <= x, z <= y, x <= 1, y <= 1: each limit alone: nothing to the right; together: -1.
    const tent = smallProgram(
      "min",
      [
        [0, 0, 1],
        [0, 0, 1],
        [0, -1, Infinity],
      ],
      [
        [-Infinity, [-1, 0, 1], 0],
        [-Infinity, [0, -1, 1], 0],
      ],
    );
    const along = (cols: number[]) => rangeAlong(tent, { cols, colRates: cols.map(() => 1), rows: [], rowRates: [] });
    expect([along([0]).right.price, along([1]).right.price]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect(along([0, 1])).toEqual({
      left: { price: expect.closeTo(-1, 12), validFor: expect.closeTo(1, 12), end: "infeasible" },
      right: { price: expect.closeTo(-1, 12), validFor: Infinity, end: "never" },
    });
  });
});

it("equals the slope of re-solves by HiGHS on both sides, within the range it states", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const uniform = seededUniform(seed);
      const whole = (n: number) => Math.floor(uniform() * n);
      const [n, m] = [4 + whole(5), 3 + whole(4)];
      // Small whole numbers: corners abound.
      const columns = Array.from({ length: n }, () => [0, whole(9) - 5, 1 + whole(4)] as const);
      const lp = smallProgram(
        "min",
        columns,
        Array.from(
          { length: m },
          () => [-Infinity, Array.from({ length: n }, () => whole(4) - 1), 1 + whole(6)] as const,
        ),
      );
      const cols = columns.flatMap((_, j) => (uniform() < 0.5 ? [j] : []));
      const rows = Array.from({ length: m }, (_, i) => i).filter(() => uniform() < 0.3);
      const direction = { cols, colRates: cols.map(() => 1 + whole(2)), rows, rowRates: rows.map(() => 1) };
      const { left, right } = rangeAlong(lp, direction);
      const at = (s: number) => solveWithHighs(upTo(lp, direction, s)).objective;
      const base = at(0);
      for (const [{ price, validFor }, sign] of [
        [left, -1],
        [right, 1],
      ] as const) {
        if (validFor <= 1e-3) continue;
        const step = Math.min(validFor, 1);
        expect((at(sign * step) - base) / (sign * step), `seed ${seed}, ${sign}`).toBeCloseTo(price, 6);
        compared++;
      }
    }),
    { seed: 20261122, numRuns: runs(120, 12) },
  );
  expect(compared).toBeGreaterThan(runs(180, 12));
});
