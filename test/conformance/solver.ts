import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { LpSolution } from "../../src/lp/solution.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { runs } from "../support/runs.ts";
import { untimed } from "../support/untimed.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";

/**
 * Requirements for every `LpSolver`: `describeSolver("name", solver, {...})` runs them. The author of a solver states
 * its limitations in the options. Within them it must report `numerical-trouble`, never a wrong result.
 */
export interface SolverConformance {
  /** Number of random programs compared with HiGHS in the soak; outside it a tenth. Default 100. */
  readonly numRandom?: number;
  /** First seed. Default 1. */
  readonly firstSeed?: number;
  /**
   * Share of random programs on which the solver may report `numerical-trouble`; it may then also do so for any status
   * that needs a ray. Default 0.
   */
  readonly mayDecline?: number;
  /**
   * Whether it proves infeasibility and unboundedness by rays. Default true; otherwise it reports `numerical-trouble`.
   */
  readonly hasRays?: boolean;
  /** Whether it returns a basis for warm starts. Default true. */
  readonly hasBasis?: boolean;
}

const INF = Infinity;

interface HandCase {
  readonly name: string;
  readonly lp: LinearProgram;
  readonly status: "optimal" | "infeasible" | "unbounded";
  readonly objective?: number;
  readonly y?: readonly number[];
  readonly reducedCost?: readonly number[];
}

/** Each solved by hand; prices only if they are unique. */
const HAND_CASES: readonly HandCase[] = [
  {
    // x = 3 at its bound, y = 1: see test/support/simplex-case.ts.
    name: "a small minimum with prices",
    lp: smallProgram(
      "min",
      [
        [0, -3, 3],
        [0, -2, INF],
      ],
      [
        [-INF, [1, 1], 4],
        [-INF, [1, 3], 9],
      ],
    ),
    status: "optimal",
    objective: -11,
    y: [-2, 0],
    reducedCost: [-1, 0],
  },
  {
    // The same as a maximum: y = d objective / d rhs = +2, and 1 more x is worth +1.
    name: "the same as a maximum, prices with the other sign",
    lp: smallProgram(
      "max",
      [
        [0, 3, 3],
        [0, 2, INF],
      ],
      [
        [-INF, [1, 1], 4],
        [-INF, [1, 3], 9],
      ],
      100,
    ),
    status: "optimal",
    objective: 111,
    y: [2, 0],
    reducedCost: [1, 0],
  },
  {
    // x = -5, y = 8: 2 x + y is least where x is least; the equality costs 1 per unit.
    name: "negative bounds and an equality",
    lp: smallProgram(
      "min",
      [
        [-5, 2, 5],
        [-9, 1, 9],
      ],
      [[3, [1, 1], 3]],
    ),
    status: "optimal",
    objective: -2,
    y: [1],
    reducedCost: [1, 0],
  },
  {
    // 9 x, -x - y = 9, 0 <= y <= 9, x free: x = -9 - y, least at y = 9: -162.
    name: "a free column that must be far below zero",
    lp: smallProgram(
      "min",
      [
        [-INF, 9, INF],
        [0, 0, 9],
      ],
      [[9, [-1, -1], 9]],
    ),
    status: "optimal",
    objective: -162,
  },
  {
    // 8 x + 4 y, -2 x <= 3, x <= 0: x = -1.5.
    name: "a row that bounds a column without a lower bound",
    lp: smallProgram(
      "min",
      [
        [-INF, 8, 0],
        [0, 4, INF],
      ],
      [[-INF, [-2, 0], 3]],
    ),
    status: "optimal",
    objective: -12,
    y: [-4],
  },
  {
    name: "a cost of zero on a free column that one row bounds on one side",
    lp: smallProgram(
      "min",
      [
        [-INF, 2, INF],
        [0, 2, INF],
      ],
      [[-INF, [-1, 0], 0]],
    ),
    status: "optimal",
    objective: 0,
  },
  {
    // Beale 1955: the textbook rule cycles. Optimum -1/20 at x = (1/25, 0, 1, 0).
    name: "Beale's cycling program",
    lp: smallProgram(
      "min",
      [
        [0, -0.75, INF],
        [0, 150, INF],
        [0, -0.02, INF],
        [0, 6, INF],
      ],
      [
        [-INF, [0.25, -60, -0.04, 9], 0],
        [-INF, [0.5, -90, -0.02, 3], 0],
        [-INF, [0, 0, 1, 0], 1],
      ],
    ),
    status: "optimal",
    objective: -0.05,
  },
  {
    name: "a range with a binding lower bound",
    lp: smallProgram(
      "min",
      [
        [0, 1, INF],
        [0, 3, INF],
      ],
      [[2, [1, 1], 5]],
    ),
    status: "optimal",
    objective: 2,
    y: [1],
    reducedCost: [0, 2],
  },
  {
    name: "fixed columns only",
    lp: smallProgram("min", [[2, 5, 2]], [[-INF, [1], 2]]),
    status: "optimal",
    objective: 10,
  },
  {
    name: "an empty row and an empty column",
    lp: smallProgram(
      "min",
      [
        [1, 1, 4],
        [-3, -2, 7],
      ],
      [
        [-1, [0, 0], 1],
        [2, [1, 0], INF],
      ],
    ),
    status: "optimal",
    objective: -12,
  },
  {
    name: "no rows",
    lp: smallProgram(
      "max",
      [
        [-1, 2, 3],
        [-4, -1, 9],
      ],
      [],
      1,
    ),
    status: "optimal",
    objective: 11,
    y: [],
    reducedCost: [2, -1],
  },
  { name: "no rows, no bound", lp: smallProgram("max", [[0, 1, INF]], []), status: "unbounded" },
  { name: "no columns, feasible", lp: smallProgram("min", [], [[-1, [], 1]], 7), status: "optimal", objective: 7 },
  { name: "no columns, infeasible", lp: smallProgram("min", [], [[1, [], 2]]), status: "infeasible" },
  { name: "nothing at all", lp: smallProgram("min", [], []), status: "optimal", objective: 0 },
  {
    name: "two rows that contradict each other",
    lp: smallProgram(
      "min",
      [
        [0, 1, INF],
        [0, 1, INF],
      ],
      [
        [5, [1, 1], INF],
        [-INF, [1, 1], 4],
      ],
    ),
    status: "infeasible",
  },
  {
    name: "an empty row with a nonzero requirement",
    lp: smallProgram("min", [[0, 1, 1]], [[1, [0], 2]]),
    status: "infeasible",
  },
  {
    name: "column bounds that a row cannot reach",
    lp: smallProgram(
      "max",
      [
        [0, 1, 2],
        [0, 1, 3],
      ],
      [[6, [1, 1], INF]],
    ),
    status: "infeasible",
  },
  {
    // 5 x - 3 y, x + 3 y <= -1, x free, y >= 0: x to minus infinity.
    name: "a free column that may decrease without end",
    lp: smallProgram(
      "min",
      [
        [-INF, 5, INF],
        [0, -3, INF],
      ],
      [[-INF, [1, 3], -1]],
    ),
    status: "unbounded",
  },
  {
    name: "two columns that may increase together without end",
    lp: smallProgram(
      "max",
      [
        [0, 1, INF],
        [0, 1, INF],
      ],
      [[-3, [1, -1], 3]],
    ),
    status: "unbounded",
  },
  {
    // x = y + z is unbounded, but 1 <= w <= 0.5 in rows: infeasible takes precedence.
    name: "infeasible takes precedence over unbounded",
    lp: smallProgram(
      "max",
      [
        [0, 1, INF],
        [0, 0, INF],
        [0, 0, INF],
      ],
      [
        [0, [1, -1, 0], 0],
        [1, [0, 0, 1], INF],
        [-INF, [0, 0, 1], 0.5],
      ],
    ),
    status: "infeasible",
  },
  {
    name: "a free row, whatever its activity",
    lp: smallProgram("min", [[-2, 1, 5]], [[-INF, [3], INF]]),
    status: "optimal",
    objective: -2,
    y: [0],
    reducedCost: [1],
  },
];

function expectVerified(lp: LinearProgram, solution: LpSolution): void {
  const check = checkSolution(lp, solution);
  expect(check, `${solution.solver}: ${solution.status}`).toMatchObject({ ok: true });
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-7 * (1 + Math.abs(b));
}

export function describeSolver(name: string, solver: LpSolver, options: SolverConformance = {}): void {
  const { firstSeed = 1, mayDecline = 0, hasRays = true, hasBasis = true } = options;
  const numRandom = runs(options.numRandom ?? 100);
  const solve = (lp: LinearProgram) => solveLp(lp, { solver });

  describe(`${name} as an LpSolver`, () => {
    for (const hand of HAND_CASES) {
      it(`solves ${hand.name}`, () => {
        const solution = solve(hand.lp);
        if (!hasRays && hand.status !== "optimal") {
          expect(solution.status).toBe("numerical-trouble");
          expect(solution.detail).toBeDefined();
          return;
        }
        if (mayDecline > 0 && hand.status !== "optimal" && solution.status === "numerical-trouble") {
          expect(solution.detail).toBeDefined();
          return;
        }
        expect(solution.status).toBe(hand.status);
        expectVerified(hand.lp, solution);
        if (hand.objective !== undefined) expect(solution.objective).toBeCloseTo(hand.objective, 9);
        for (const [i, yi] of (hand.y ?? []).entries()) expect(solution.y?.[i]).toBeCloseTo(yi, 9);
        for (const [j, dj] of (hand.reducedCost ?? []).entries()) expect(solution.reducedCost?.[j]).toBeCloseTo(dj, 9);
      });
    }

    it(`agrees with HiGHS on ${numRandom} random programs and proves every answer`, () => {
      const wrong: string[] = [];
      let declined = 0;
      for (let seed = firstSeed; seed < firstSeed + numRandom; seed++) {
        const lp = randomProgram(seed);
        const solution = solve(lp);
        const oracle = solveWithHighs(lp);
        if (oracle.status === "unknown") continue;
        if (solution.status === "numerical-trouble" && (mayDecline > 0 || (!hasRays && oracle.status !== "optimal"))) {
          if (hasRays || oracle.status === "optimal") declined++;
          continue;
        }
        const agrees =
          solution.status === oracle.status &&
          (oracle.status !== "optimal" || close(solution.objective, oracle.objective));
        if (!agrees || !checkSolution(lp, solution).ok) {
          wrong.push(
            `seed ${seed}: ${solution.status} ${solution.objective}, HiGHS ${oracle.status} ${oracle.objective}`,
          );
        }
      }
      expect(wrong).toEqual([]);
      expect(declined).toBeLessThanOrEqual(Math.ceil(mayDecline * numRandom));
    });

    it("does not touch the program", () => {
      const lp = randomProgram(firstSeed + 3, { maxRows: 12, maxCols: 12 });
      const before = structuredClone(lp);
      solve(lp);
      expect(lp).toEqual(before);
    });

    it("answers the same to the last bit every time", () => {
      for (let seed = firstSeed; seed < firstSeed + 10; seed++) {
        const lp = randomProgram(seed);
        expect(untimed(solve(lp))).toEqual(untimed(solve(lp)));
      }
    });

    it("omits vectors if nothing is claimed, and returns NaN as the objective if x is not feasible", () => {
      for (let seed = firstSeed; seed < firstSeed + 30; seed++) {
        const solution = solve(randomProgram(seed));
        const claimsPoint = solution.status === "optimal" || solution.status === "unbounded";
        expect(Number.isNaN(solution.objective)).toBe(!claimsPoint);
        expect(solution.x === undefined).toBe(!claimsPoint);
        expect(solution.y === undefined).toBe(solution.status !== "optimal");
      }
    });

    it("stops at the caller's request, or when it has finished", () => {
      const lp = randomProgram(firstSeed, { maxRows: 60, maxCols: 60, density: 0.2 });
      const solution = solveLp(lp, { solver, onProgress: () => "stop" });
      expect(["stopped", solve(lp).status]).toContain(solution.status);
    });

    it.skipIf(!hasBasis)("restarts from its own final basis without an iteration", () => {
      let numRestarts = 0;
      for (let seed = firstSeed; seed < firstSeed + 40; seed++) {
        const lp = randomProgram(seed);
        const first = solve(lp);
        if (first.status !== "optimal" || first.basis === undefined) continue;
        const again = solveLp(lp, { solver, startBasis: first.basis });
        expect(again.iterations).toBe(0);
        expect(again.objective).toBeCloseTo(first.objective, 9);
        numRestarts++;
      }
      expect(numRestarts).toBeGreaterThan(5);
    });
  });
}
