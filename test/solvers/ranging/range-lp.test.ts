import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ProgramError } from "../../../src/errors.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { interiorPoint } from "../../../src/solvers/interior-point.ts";
import { rangeLp, type BoundRange, type RangeTarget } from "../../../src/solvers/ranging/range-lp.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import { LuFactor } from "../../../src/sparse/lu-factor.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";
import { netlibAbsence, netlibPresent, netlibSample } from "../../support/netlib.ts";
import { randomProgram, smallProgram } from "../../support/random-programs.ts";
import { twoByTwo } from "../../support/simplex-case.ts";
import { runs } from "../../support/runs.ts";

const solve = (lp: LinearProgram) => solveLp(lp, { solver: dualSimplex });
const rangeOf = (lp: LinearProgram, target: RangeTarget): BoundRange => rangeLp(lp, solve(lp), [target])[0];

/** [price, validFor, end] to the left and right, to 12 digits. */
function sides(lp: LinearProgram, target: RangeTarget): unknown[] {
  const { left, right } = rangeOf(lp, target);
  return [left, right].map(({ price, validFor, end }) =>
    [price, validFor].map((a) => Number(a.toPrecision(12)) as number | string).concat(end),
  );
}

// min -3x - 2y, x + y <= 4, x + 3y <= 9, 0 <= x <= 3: (3, 1). With x given, y is the lesser of 4 - x and (9 - x) / 3,
// which cross at x = 1.5: the cost is -x - 8 above it and -3x - 6 + 2x/3 below. The bound of x does not matter.
it("moves the value of a column, whatever its bounds", () => {
  const lp: LinearProgram = {
    numRows: 2,
    numCols: 2,
    colStart: Int32Array.of(0, 2, 4),
    rowIndex: Int32Array.of(0, 1, 0, 1),
    value: Float64Array.of(1, 1, 1, 3),
    cost: Float64Array.of(-3, -2),
    colLower: Float64Array.of(0, 0),
    colUpper: Float64Array.of(3, Infinity),
    rowLower: Float64Array.of(-Infinity, -Infinity),
    rowUpper: Float64Array.of(4, 9),
    sense: "min",
    objectiveOffset: 0,
  };
  expect(sides(lp, { col: 0, bound: "value" })).toEqual([
    [-1, 1.5, "price-changes"],
    [-1, 1, "infeasible"],
  ]);
  // y is basic at 1. Given more, x = 4 - y falls: 3 - 2. Given less, x stays at its bound of 3, and y has none.
  expect(sides(lp, { col: 1, bound: "value" })).toEqual([
    [-2, Infinity, "never"],
    [1, 1.5, "price-changes"],
  ]);
  // The optimal basis is as it was.
  expect(sides(lp, { row: 0, bound: "upper" })[0]).toEqual([-2, 1, "price-changes"]);
  expect(() => rangeOf(lp, { row: 0, bound: "value" } as unknown as RangeTarget)).toThrow(
    /"lower", "upper" or "both"/u,
  );
});

describe("rangeLp on programs done by hand", () => {
  // min -3x - 2y, x + y <= 4, x + 3y <= 9, 0 <= x <= 3, y >= 0: -11 at (3, 1), no degeneracy.
  it.each<[string, RangeTarget, unknown[]]>([
    // y = b - 3 while 0 <= y (b >= 3) and 3 + 3y <= 9 (b <= 5).
    [
      "a row that binds",
      { row: 0, bound: "upper" },
      [
        [-2, 1, "price-changes"],
        [-2, 1, "price-changes"],
      ],
    ],
    // Activity 6: limit 9 binds after a fall of 3.
    [
      "a row that does not",
      { row: 1, bound: "upper" },
      [
        [0, 3, "price-changes"],
        [0, Infinity, "never"],
      ],
    ],
    // x up: y = 4 - x >= 0 until x = 4. x down to 1.5: y = 4 - x, x + 3y = 12 - 2x <= 9.
    [
      "a bound that binds",
      { col: 0, bound: "upper" },
      [
        [-1, 1.5, "price-changes"],
        [-1, 1, "price-changes"],
      ],
    ],
    [
      "a bound that does not",
      { col: 1, bound: "lower" },
      [
        [0, Infinity, "never"],
        [0, 1, "price-changes"],
      ],
    ],
    // The one finite limit of a row is its right-hand side.
    [
      "both, one of them infinite",
      { row: 0, bound: "both" },
      [
        [-2, 1, "price-changes"],
        [-2, 1, "price-changes"],
      ],
    ],
  ])("%s", (_name, target, wanted) => {
    expect(sides(twoByTwo, target)).toEqual(wanted);
    // max of the negative: prices turn their sign, nothing else changes.
    const turned = wanted.map((side) => {
      const [price, ...rest] = side as [number, ...unknown[]];
      return [0 - price, ...rest];
    });
    expect(sides({ ...twoByTwo, sense: "max", cost: twoByTwo.cost.map((c) => -c) }, target)).toEqual(turned);
  });

  // min x + 2y, x + y >= 4, 0 <= x <= 4, 0 <= y <= 10: (4, 0) is degenerate: the row and both bounds meet there.
  const corner = (sense: "min" | "max") => {
    const sign = sense === "min" ? 1 : -1;
    return smallProgram(
      sense,
      [
        [0, sign, 4],
        [0, 2 * sign, 10],
      ],
      [[4, [1, 1], Infinity]],
    );
  };
  it("a corner: left and right prices differ", () => {
    // Less is saved from x (until x = 0), more comes from y (until y = 10, and then from nowhere).
    expect(sides(corner("min"), { row: 0, bound: "lower" })).toEqual([
      [1, 4, "price-changes"],
      [2, 10, "infeasible"],
    ]);
    expect(sides(corner("max"), { row: 0, bound: "lower" })).toEqual([
      [-1, 4, "price-changes"],
      [-2, 10, "infeasible"],
    ]);
    // Less of x is made up by y, at 2 - 1 each; below x <= 0 there is none. More x is of no use.
    expect(sides(corner("min"), { col: 0, bound: "upper" })).toEqual([
      [-1, 4, "infeasible"],
      [0, Infinity, "never"],
    ]);
    // y's lower limit: forcing y up displaces x.
    expect(sides(corner("min"), { col: 1, bound: "lower" })).toEqual([
      [0, Infinity, "never"],
      [1, 4, "price-changes"],
    ]);
  });

  it("a redundant equality: nothing is feasible on either side", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 2, 9],
      ],
      [
        [4, [1, 1], 4],
        [8, [2, 2], 8],
      ],
    );
    const cliff = [
      [-Infinity, 0, "infeasible"],
      [Infinity, 0, "infeasible"],
    ];
    expect(sides(lp, { row: 0, bound: "both" })).toEqual(cliff);
    expect(sides(lp, { row: 1, bound: "both" })).toEqual(cliff);
    expect(sides({ ...lp, sense: "max" }, { row: 1, bound: "both" })).toEqual([
      [Infinity, 0, "infeasible"],
      [-Infinity, 0, "infeasible"],
    ]);
    // One limit alone may open the equality: lower to 4 - t and nothing changes, since the other row holds.
    expect(sides(lp, { row: 0, bound: "lower" })).toEqual([
      [0, Infinity, "never"],
      [Infinity, 0, "infeasible"],
    ]);
  });

  it("a fixed column: shifted, opened downwards, opened upwards", () => {
    // min 5x + y, x = 2, x + y >= 3, y >= 0. Each x saves one y until y = 0 at x = 3.
    const lp = smallProgram(
      "min",
      [
        [2, 5, 2],
        [0, 1, Infinity],
      ],
      [[3, [1, 1], Infinity]],
    );
    expect(sides(lp, { col: 0, bound: "both" })).toEqual([
      [4, Infinity, "never"],
      [4, 1, "price-changes"],
    ]);
    expect(sides(lp, { col: 0, bound: "lower" })).toEqual([
      [4, Infinity, "never"],
      [Infinity, 0, "infeasible"],
    ]);
    expect(sides(lp, { col: 0, bound: "upper" })).toEqual([
      [-Infinity, 0, "infeasible"],
      [0, Infinity, "never"],
    ]);
  });

  it("one price over several bases holds to the end of the last", () => {
    // min x + y, x + y >= 1, x <= 3, y <= 5: whichever of x and y runs out first, the price is 1 up to 8.
    const lp = smallProgram(
      "min",
      [
        [0, 1, 3],
        [0, 1, 5],
      ],
      [[1, [1, 1], Infinity]],
    );
    expect(sides(lp, { row: 0, bound: "lower" })).toEqual([
      [1, 1, "price-changes"],
      [1, 7, "infeasible"],
    ]);
  });

  it("units: the first row in millionths, x in thousands", () => {
    const lp = smallProgram(
      "min",
      [
        [0, -3000, 0.003],
        [0, -2, Infinity],
      ],
      [
        [-Infinity, [1e9, 1e6], 4e6],
        [-Infinity, [1000, 3], 9],
      ],
    );
    expect(sides(lp, { row: 0, bound: "upper" })).toEqual([
      [-2e-6, 1e6, "price-changes"],
      [-2e-6, 1e6, "price-changes"],
    ]);
    expect(sides(lp, { col: 0, bound: "upper" })).toEqual([
      [-1000, 0.0015, "price-changes"],
      [-1000, 0.001, "price-changes"],
    ]);
  });
});

describe("rangeLp refuses", () => {
  const solution = solve(twoByTwo);
  const { basis: _basis, ...without } = solution;
  it.each<[string, () => unknown, string]>([
    [
      "an invalid solution",
      () => rangeLp(twoByTwo, solveLp(twoByTwo, { solver: dualSimplex, iterationLimit: 0 }), []),
      "solution: is iteration-limit",
    ],
    ["one without a basis", () => rangeLp(twoByTwo, without as typeof solution, []), "solution.basis: is missing"],
    [
      "a basis of another shape",
      () => rangeLp(twoByTwo, solve(smallProgram("min", [[0, 1, 1]], [])), []),
      "has other numbers of rows or columns",
    ],
    [
      "a row there is not",
      () =>
        rangeLp(twoByTwo, solution, [
          { row: 0, bound: "upper" },
          { row: 2, bound: "upper" },
        ]),
      "targets[1].row: got 2, wanted 0 to 1",
    ],
    ["half a column", () => rangeLp(twoByTwo, solution, [{ col: 0.5, bound: "upper" }]), "targets[0].col: got 0.5"],
    [
      "neither row nor column",
      () => rangeLp(twoByTwo, solution, [{ bound: "upper" } as unknown as RangeTarget]),
      "targets[0].col: got undefined",
    ],
    [
      "an unknown bound",
      () => rangeLp(twoByTwo, solution, [{ row: 0, bound: "rhs" } as unknown as RangeTarget]),
      'targets[0].bound: got "rhs", wanted "lower"',
    ],
    [
      "an infinite bound",
      () => rangeLp(twoByTwo, solution, [{ row: 0, bound: "lower" }]),
      'got "lower", which is infinite in row 0',
    ],
    [
      "an invalid program",
      () => rangeLp({ ...twoByTwo, cost: new Float64Array(1) }, solution, []),
      "cost: has 1 entries",
    ],
    [
      "the solution of another program",
      () =>
        rangeLp(
          smallProgram(
            "min",
            [
              [0, 1, 1],
              [0, 1, 1],
            ],
            [
              [3, [1, 1], 4],
              [0, [1, 0], 9],
            ],
          ),
          solution,
          [],
        ),
      "solution: belongs to another program: this one is infeasible",
    ],
  ])("%s", (_name, act, words) => {
    expect(act).toThrow(ProgramError);
    expect(act).toThrow(words);
  });
});

/** The program with one limit (or both) moved. */
function moved(lp: LinearProgram, { row, col, bound }: RangeTarget, change: number): LinearProgram {
  const [lower, upper] =
    row === undefined ? [lp.colLower.slice(), lp.colUpper.slice()] : [lp.rowLower.slice(), lp.rowUpper.slice()];
  if (bound !== "upper") lower[row ?? col] += change;
  if (bound !== "lower") upper[row ?? col] += change;
  return row === undefined ? { ...lp, colLower: lower, colUpper: upper } : { ...lp, rowLower: lower, rowUpper: upper };
}

function targetsOf(lp: LinearProgram): RangeTarget[] {
  const targets: RangeTarget[] = [];
  for (const bound of ["lower", "upper", "both"] as const) {
    const finite = (lower: number, upper: number) =>
      (bound !== "upper" && lower > -Infinity) || (bound !== "lower" && upper < Infinity);
    for (let row = 0; row < lp.numRows; row++)
      if (finite(lp.rowLower[row], lp.rowUpper[row])) targets.push({ row, bound });
    for (let col = 0; col < lp.numCols; col++)
      if (finite(lp.colLower[col], lp.colUpper[col])) targets.push({ col, bound });
  }
  return targets;
}

/** The optimum; the worst number there is where nothing is feasible. */
function optimum(lp: LinearProgram, byHighs: boolean): number {
  const worst = lp.sense === "min" ? Infinity : -Infinity;
  if (lp.rowLower.some((a, i) => a > lp.rowUpper[i]) || lp.colLower.some((a, j) => a > lp.colUpper[j])) return worst;
  const { status, objective } = byHighs ? highsAnswer(lp) : solve(lp);
  return status === "optimal" ? objective : status === "infeasible" ? worst : NaN;
}

function highsAnswer(lp: LinearProgram): { status: string; objective: number } {
  const { status, objective } = solveWithHighs(lp);
  return { status, objective };
}

const PROGRAMS = runs(700, 70);
const TARGETS = 6;
const RELATIVE = 1e-7;

it(`prices are differences of optima solved anew, on ${PROGRAMS} random programs`, ({ annotate }) => {
  const count = {
    optimal: 0,
    ranges: 0,
    corners: 0,
    solves: 0,
    byHighs: 0,
    "price-changes": 0,
    infeasible: 0,
    never: 0,
    "numerical-trouble": 0,
  };
  let worst = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (seed, large) => {
      const lp = randomProgram(seed, large ? { maxRows: 20, maxCols: 25, density: 0.25, feasibleShare: 1 } : {});
      const solution = solve(lp);
      if (solution.status !== "optimal") return;
      const byHighs = count.optimal++ % 8 === 0;
      const all = targetsOf(lp);
      const targets = all.filter((_target, k) => (k + seed) % Math.ceil(all.length / TARGETS) === 0);
      const sign = lp.sense === "min" ? 1 : -1;
      const ranges = rangeLp(lp, solution, targets);
      for (const [k, { left, right }] of ranges.entries()) {
        count.ranges++;
        if (left.price !== right.price) count.corners++;
        // v is convex for min, concave for max.
        expect(sign * (right.price - left.price)).toBeGreaterThanOrEqual(-RELATIVE);
        for (const [side, direction] of [
          [left, -1],
          [right, 1],
        ] as const) {
          const at = (change: number) => {
            count.solves++;
            if (byHighs) count.byHighs++;
            return optimum(moved(lp, targets[k], direction * change), byHighs);
          };
          const line = (change: number) => solution.objective + direction * change * side.price;
          const where = `seed ${seed} ${JSON.stringify(targets[k])} ${direction} ${JSON.stringify(side)}`;
          count[side.end]++;
          expect(side.end, where).not.toBe("numerical-trouble");
          const { validFor } = side;
          const far = validFor === Infinity ? 1000 : validFor;
          if (validFor > 0) {
            for (const share of [0.01, 0.6, 0.9999]) {
              const v = at(share * far);
              const error = Math.abs(v - line(share * far)) / (1 + Math.abs(v));
              worst = Math.max(worst, error);
              expect(error, where).toBeLessThan(RELATIVE);
            }
          } else expect(side, where).toMatchObject({ price: sign * direction * Infinity, end: "infeasible" });
          const beyond = far + 1e-4 * (1 + far);
          if (side.end === "infeasible") expect(at(beyond), where).toBe(sign * Infinity);
          else if (side.end === "price-changes") {
            const v = at(beyond);
            expect((sign * (v - line(beyond))) / (1 + Math.abs(v)), where).toBeGreaterThan(1e-9);
          } else expect(validFor).toBe(Infinity);
        }
      }
    }),
    { seed: 20, numRuns: PROGRAMS },
  );
  void annotate(`${JSON.stringify(count)}, greatest relative error ${worst.toExponential(1)}`);
  expect(count.corners).toBeGreaterThan(PROGRAMS / 7);
  expect(Math.min(count["price-changes"], count.infeasible, count.never)).toBeGreaterThan(0.4 * PROGRAMS);
});

it("does not depend on which engine's basis it starts from, nor on the targets before", () => {
  const lp = dispatchYear(48);
  const targets = targetsOf(lp).filter((_target, k) => k % 23 === 0);
  const some = rangeLp(lp, solve(lp), targets);
  const others = rangeLp(lp, solveLp(lp, { solver: interiorPoint }), targets.toReversed()).toReversed();
  expect(targets.length).toBeGreaterThan(50);
  for (const [k, range] of some.entries()) {
    for (const side of ["left", "right"] as const) {
      const [a, b] = [range[side], others[k][side]];
      const where = `${JSON.stringify(targets[k])} ${side}: ${JSON.stringify(a)} ${JSON.stringify(b)}`;
      expect(b.end, where).toBe(a.end);
      if (Number.isFinite(a.price))
        expect(Math.abs(a.price - b.price), where).toBeLessThan(1e-7 * (1 + Math.abs(a.price)));
      else expect(b.price, where).toBe(a.price);
      if (a.validFor < Infinity) expect(Math.abs(a.validFor - b.validFor), where).toBeLessThan(1e-6 * (1 + a.validFor));
    }
  }
});

it("factors once for all targets, and leaves its arguments alone", () => {
  const lp = dispatchYear(48);
  const solution = solve(lp);
  const before = structuredClone([lp, solution]);
  const factor = vi.spyOn(LuFactor.prototype, "factor");
  const targets = targetsOf(lp).filter((_target, k) => k % 23 === 0);
  rangeLp(lp, solution, targets);
  expect(factor.mock.calls.length).toBe(1);
  factor.mockRestore();
  expect([lp, solution]).toEqual(before);
});

describe.skipIf(!netlibPresent)(`rangeLp on Netlib${netlibAbsence}`, () => {
  const names = [
    "afiro",
    "agg",
    "blend",
    "boeing2",
    "bnl1",
    "boeing1",
    "degen2",
    "etamacro",
    "israel",
    "maros",
    "pilot.we",
    "scsd1",
    "tuff",
  ];
  it.each(netlibSample.filter(({ name }) => names.includes(name)))("$name", ({ text }) => {
    const lp = readMps(text());
    const solution = solve(lp);
    const all = targetsOf(lp).filter(({ bound }) => bound === "both");
    const targets = all.filter((_target, k) => k % Math.ceil(all.length / 12) === 0);
    for (const [k, { left, right }] of rangeLp(lp, solution, targets).entries()) {
      for (const [{ price, validFor, end }, direction] of [
        [left, -1],
        [right, 1],
      ] as const) {
        expect(end).not.toBe("numerical-trouble");
        const change = direction * 0.9 * Math.min(validFor, 1000);
        if (change === 0) continue;
        const { objective } = solveLp(moved(lp, targets[k], change), {
          solver: dualSimplex,
          ...(solution.basis === undefined ? {} : { startBasis: solution.basis }),
        });
        expect(Math.abs(objective - solution.objective - change * price)).toBeLessThan(
          RELATIVE * (1 + Math.abs(objective)),
        );
      }
    }
  });
});
