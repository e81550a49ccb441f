import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { rangeCosts } from "../../../src/solvers/ranging/range-costs.ts";
import { rangeLp } from "../../../src/solvers/ranging/range-lp.ts";
import { interiorPoint } from "../../../src/solvers/interior-point.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";
import { netlibAbsence, netlibCases, netlibPresent } from "../../support/netlib.ts";
import { randomProgram, smallProgram } from "../../support/random-programs.ts";
import { runs } from "../../support/runs.ts";

type Side = readonly [value: number, validFor: number, end: string];

/** [left, right] of each column. */
function rangesOf(lp: LinearProgram, cols?: readonly number[]): [Side, Side][] {
  return rangeCosts(lp, solveLp(lp), cols).map(({ left, right }) => [
    [left.value, left.validFor, left.end],
    [right.value, right.validFor, right.end],
  ]);
}

function expectRanges(lp: LinearProgram, wanted: readonly (readonly [Side, Side])[]): void {
  const got = rangesOf(lp);
  got.forEach((sides, j) =>
    sides.forEach(([value, validFor, end], k) => {
      const [wantedValue, wantedTo, wantedEnd] = wanted[j][k];
      expect(end, `column ${j}, side ${k}`).toBe(wantedEnd);
      expect(value, `column ${j}, side ${k}`).toBeCloseTo(wantedValue, 9);
      expect(validFor, `column ${j}, side ${k}`).toBeCloseTo(wantedTo, 9);
    }),
  );
  expect(got.length).toBe(wanted.length);
}

const withCost = (lp: LinearProgram, j: number, cost: number): LinearProgram => ({
  ...lp,
  cost: lp.cost.map((c, k) => (k === j ? cost : c)),
});

describe("rangeCosts, by hand", () => {
  it("ranges basic and nonbasic costs of a maximum", () => {
    // max 3 x + 2 y; x + y <= 4, x + 3 y <= 6, x <= 3: all three lines pass through (3, 1), a degenerate vertex. Its
    // neighbours are (0, 2) along x + 3 y = 6 and (3, 0) along x = 3. (0, 2) is better where 3 c_x + c_y < 2 c_y: at
    // c_y = 2 for c_x < 2/3, at c_x = 3 for c_y > 9; (3, 0) is better where c_y < 0. A more expensive x changes
    // nothing.
    expectRanges(
      smallProgram(
        "max",
        [
          [0, 3, 3],
          [0, 2, Infinity],
        ],
        [
          [-Infinity, [1, 1], 4],
          [-Infinity, [1, 3], 6],
        ],
      ),
      [
        [
          [3, 3 - 2 / 3, "value-changes"],
          [3, Infinity, "never"],
        ],
        [
          [1, 2, "value-changes"],
          [1, 7, "value-changes"],
        ],
      ],
    );
  });

  it("gives a nonbasic column its reduced cost", () => {
    // min 2 x + 5 y, x + y >= 3: x = 3. y comes in when it costs less than 2; x goes out when it costs more than 5, and
    // at a negative cost there is no optimum.
    expectRanges(
      smallProgram(
        "min",
        [
          [0, 2, Infinity],
          [0, 5, Infinity],
        ],
        [[3, [1, 1], Infinity]],
      ),
      [
        [
          [3, 2, "unbounded"],
          [3, 3, "value-changes"],
        ],
        [
          [0, 3, "value-changes"],
          [0, Infinity, "never"],
        ],
      ],
    );
  });

  it("has a kink if several points are optimal", () => {
    // min x + y, x + y >= 2, x <= 1.5: x anywhere in [0, 1.5]. Cheaper x: 1.5 of it; more expensive: 0, and y = 2.
    expectRanges(
      smallProgram(
        "min",
        [
          [0, 1, 1.5],
          [0, 1, 9],
        ],
        [[2, [1, 1], Infinity]],
      ),
      [
        [
          [1.5, Infinity, "never"],
          [0, Infinity, "never"],
        ],
        [
          [2, 1, "value-changes"],
          [0.5, Infinity, "never"],
        ],
      ],
    );
  });

  it("counts the point and not one of its bases at a degenerate vertex", () => {
    // min -x - 2 y; x + y <= 1, x + 2 y <= 2: the vertex (0, 1) lies on x = 0 and on both rows. Its neighbours are (1,
    // 0) along x + y = 1, better where c_x < c_y, and (0, 0), better where c_y > 0. So c_x falls by 1 and rises for
    // ever; c_y falls for ever and rises by 1, to -1. The basis of x + 2 y = 2 and x = 0 alone would let c_x fall by 0
    // only: c_x >= c_y / 2.
    expectRanges(
      smallProgram(
        "min",
        [
          [0, -1, Infinity],
          [0, -2, Infinity],
        ],
        [
          [-Infinity, [1, 1], 1],
          [-Infinity, [1, 2], 2],
        ],
      ),
      [
        [
          [0, 1, "value-changes"],
          [0, Infinity, "never"],
        ],
        [
          [1, Infinity, "never"],
          [1, 1, "value-changes"],
        ],
      ],
    );
  });

  it("knows fixed columns, columns in no row, and bound flips", () => {
    // min 0 a + 2 f - 3 b: a in [0, 4] costs nothing: either end; f = 5 fixed; b in [1, 6] without rows goes to 6, to 1
    // from cost 0 on.
    expectRanges(
      smallProgram(
        "min",
        [
          [0, 0, 4],
          [5, 2, 5],
          [1, -3, 6],
        ],
        [],
      ),
      [
        [
          [4, Infinity, "never"],
          [0, Infinity, "never"],
        ],
        [
          [5, Infinity, "never"],
          [5, Infinity, "never"],
        ],
        [
          [6, Infinity, "never"],
          [6, 3, "value-changes"],
        ],
      ],
    );
  });

  it("says so if a cost that moves leaves no optimum at all", () => {
    // min 0 x, x free.
    expectRanges(smallProgram("min", [[-Infinity, 0, Infinity]], []), [
      [
        [Infinity, 0, "unbounded"],
        [-Infinity, 0, "unbounded"],
      ],
    ]);
  });

  it("takes columns in the order asked, and refuses others", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 2, Infinity],
        [0, 5, Infinity],
      ],
      [[3, [1, 1], Infinity]],
    );
    expect(rangesOf(lp, [1, 0, 1]).map(([left]) => left[0])).toEqual([0, 3, 0]);
    expect(rangesOf(lp, [])).toEqual([]);
    expect(() => rangesOf(lp, [2])).toThrow("cols[0]: got 2, wanted 0 to 1.");
    expect(() => rangeCosts(lp, solveLp(withCost(lp, 0, -1)))).toThrow("solution: is unbounded, wanted optimal");
    const { basis: _, ...bare } = solveLp(lp);
    expect(() => rangeCosts(lp, bare)).toThrow("solution.basis: is missing");
  });
});

describe("rangeCosts, against re-solves by HiGHS", () => {
  const optimumAt = (lp: LinearProgram, j: number, move: number): { status: string; objective: number } =>
    solveWithHighs(withCost(lp, j, lp.cost[j] + move));
  const allowed = (...sizes: number[]): number => 1e-7 * (1 + Math.max(...sizes.map(Math.abs)));

  /** What a side says, checked by optima of other programs. */
  function checkSide(
    lp: LinearProgram,
    objective: number,
    j: number,
    direction: number,
    [value, validFor, end]: Side,
  ): void {
    const what = `column ${j}, ${direction < 0 ? "left" : "right"}: ${value}, ${validFor}, ${end}`;
    expect(end, what).not.toBe("numerical-trouble");
    if (!Number.isFinite(value)) {
      expect([validFor, end], what).toEqual([0, "unbounded"]);
      expect(optimumAt(lp, j, direction * 0.5).status, what).toBe("unbounded");
      return;
    }
    const line = (move: number): number => objective + direction * move * value;
    for (const move of [validFor / 2, validFor, 1000]) {
      if (move > validFor || move === Infinity) continue;
      const { status, objective: there } = optimumAt(lp, j, direction * move);
      expect(status, what).toBe("optimal");
      expect(Math.abs(there - line(move)), what).toBeLessThan(allowed(there, objective));
    }
    if (end === "never") return expect(validFor).toBe(Infinity);
    const beyond = optimumAt(lp, j, direction * (validFor + 0.5));
    if (end === "unbounded") return expect(beyond.status, what).toBe("unbounded");
    // The optimum is beyond the line: below for a minimum (or there is none any more), above for a maximum.
    if (beyond.status === "unbounded") return;
    const better = (lp.sense === "max" ? 1 : -1) * (beyond.objective - line(validFor + 0.5));
    expect(better, what).toBeGreaterThan(allowed(beyond.objective, objective));
  }

  it("holds for every cost of random programs, degenerate ones among them (property)", () => {
    let numRanged = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const lp = randomProgram(seed, { maxRows: 6, maxCols: 6 });
        const solution = solveLp(lp);
        if (solution.status !== "optimal") return;
        rangesOf(lp).forEach(([left, right], j) => {
          numRanged++;
          checkSide(lp, solution.objective, j, -1, left);
          checkSide(lp, solution.objective, j, 1, right);
        });
      }),
      { seed: 20261130, numRuns: runs(250, 25) },
    );
    expect(numRanged).toBeGreaterThan(runs(300, 30));
  });

  it("does not depend on the engine that solved", () => {
    let tried = 0;
    for (let seed = 0; seed < runs(60, 10); seed++) {
      const lp = randomProgram(seed);
      const byInterior = solveLp(lp, { solver: interiorPoint });
      if (byInterior.status !== "optimal" || byInterior.basis === undefined) continue;
      tried++;
      const others = rangeCosts(lp, byInterior);
      rangeCosts(lp, solveLp(lp)).forEach(({ left, right }, j) => {
        expect(others[j].left.value, `seed ${seed}`).toBeCloseTo(left.value, 6);
        expect(others[j].right.value, `seed ${seed}`).toBeCloseTo(right.value, 6);
        if (left.validFor < Infinity) expect(others[j].left.validFor, `seed ${seed}`).toBeCloseTo(left.validFor, 6);
        if (right.validFor < Infinity) expect(others[j].right.validFor, `seed ${seed}`).toBeCloseTo(right.validFor, 6);
      });
    }
    expect(tried).toBeGreaterThan(runs(20, 2));
  });

  it("leaves ranging of limits as it was: base and program are not mutated", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 2, Infinity],
        [0, 5, 4],
      ],
      [[3, [1, 1], Infinity]],
    );
    const solution = solveLp(lp);
    const before = rangeLp(lp, solution, [{ row: 0, bound: "lower" }]);
    const first = rangeCosts(lp, solution);
    expect(rangeCosts(lp, solution)).toEqual(first);
    expect(rangeLp(lp, solution, [{ row: 0, bound: "lower" }])).toEqual(before);
    expect([...lp.cost]).toEqual([2, 5]);
  });

  it.skipIf(!netlibPresent)(`holds on Netlib programs${netlibAbsence}`, () => {
    for (const name of ["afiro", "kb2", "sc50b", "blend", "share2b", "boeing2"]) {
      const lp = readMps(netlibCases.find((known) => known.name === name)?.text() ?? "");
      const solution = solveLp(lp);
      const cols = Array.from({ length: lp.numCols }, (_, j) => j).filter((j) => j % 7 === 0);
      rangesOf(lp, cols).forEach((sides, k) =>
        sides.forEach(([value, validFor, end], side) => {
          const direction = side === 0 ? -1 : 1;
          expect(end, `${name} ${cols[k]}`).not.toBe("numerical-trouble");
          const move = Math.min(validFor, 1 + Math.abs(lp.cost[cols[k]]));
          if (!Number.isFinite(value)) return;
          const there = optimumAt(lp, cols[k], direction * move);
          expect(there.status, `${name} ${cols[k]}`).toBe("optimal");
          const line = solution.objective + direction * move * value;
          expect(Math.abs(there.objective - line), `${name} ${cols[k]}`).toBeLessThan(1e-6 * (1 + Math.abs(line)));
        }),
      );
    }
  });
});
