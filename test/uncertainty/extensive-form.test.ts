import { describe, expect, it } from "vitest";
import { checkProgram } from "../../src/lp/check-program.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { extensiveForm, type ScenarioProgram } from "../../src/uncertainty/extensive-form.ts";
import { solveExtensiveForm } from "../support/extensive-oracle.ts";
import { randomProgram, seededUniform, smallProgram } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

/** min z + 4 y + 10, z + y >= need: z is common to all. */
const scenario = (need: number, probability: number): ScenarioProgram => {
  const lp = smallProgram(
    "min",
    [
      [0, 1, 100],
      [0, 4, Infinity],
    ],
    [[need, [1, 1], Infinity]],
  );
  return { lp: { ...lp, objectiveOffset: 10 }, probability, shared: Int32Array.of(0) };
};

describe("the program of two scenarios", () => {
  const scenarios = [scenario(1, 0.75), scenario(3, 0.25)];

  it("has one block for each, then the common column; without weight there is no tail", () => {
    const { lp, columns, rowStart, sharedStart, tailRow } = extensiveForm(scenarios, { weight: 0, level: 0.5 });
    checkProgram(lp);
    expect([lp.numRows, lp.numCols, sharedStart, tailRow, rowStart]).toEqual([2, 3, 2, undefined, [0, 1]]);
    expect(columns.map((place) => [...place])).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect([...lp.cost]).toEqual([3, 1, 1]);
    // z = 1 costs 1 + 10; the second MWh more would save 4 x 0.25 = 1 and cost 1: any z from 1 to 3 is optimal.
    expect(solveLp(lp).objective).toBeCloseTo(13, 9);
  });

  it("with all weight on the worst quarter it covers that one", () => {
    const { lp, tailRow } = extensiveForm(scenarios, { weight: 1, level: 0.75 });
    checkProgram(lp);
    expect([lp.numRows, lp.numCols, tailRow]).toEqual([4, 6, 2]);
    const solution = solveLp(lp);
    expect(solution.objective).toBeCloseTo(13, 9);
    expect(solution.status === "optimal" && solution.x[2]).toBeCloseTo(3, 9);
  });

  it("takes the limits of all scenarios on a common column", () => {
    const narrow = scenarios.map((one, s) => ({
      ...one,
      lp: { ...one.lp, colLower: Float64Array.of(s, 0), colUpper: Float64Array.of(2 + s, Infinity) },
    }));
    const { lp } = extensiveForm(narrow, { weight: 0, level: 0 });
    expect([lp.colLower[2], lp.colUpper[2]]).toEqual([1, 2]);
  });
});

const PROGRAMS = runs(300, 30);

it(`${PROGRAMS} random programs as scenarios: HiGHS finds the same optimum of the form written with copies`, () => {
  let optimal = 0;
  for (let seed = 0; seed < PROGRAMS; seed++) {
    const uniform = seededUniform(seed + 1);
    const base = randomProgram(seed);
    if (base.sense === "max") continue;
    const count = 1 + Math.floor(4 * uniform());
    const shared = Int32Array.from({ length: base.numCols }, (_, j) => j).filter(() => uniform() < 0.3);
    const scenarios = Array.from({ length: count }, (): ScenarioProgram => ({
      lp: { ...base, cost: base.cost.map((usd) => usd * (0.5 + uniform())), objectiveOffset: 100 * (uniform() - 0.5) },
      probability: 1 / count,
      shared,
    }));
    const risk = { weight: seed % 3 === 0 ? 0 : uniform(), level: 0.9 * uniform() };
    const { lp } = extensiveForm(scenarios, risk);
    checkProgram(lp);
    const ours = solveLp(lp);
    const oracle = solveExtensiveForm(scenarios, risk);
    if (oracle.status === "unknown") continue;
    expect(ours.status, `seed ${seed}`).toBe(oracle.status);
    expect(checkSolution(lp, ours).ok, `seed ${seed}`).toBe(true);
    if (ours.status !== "optimal") continue;
    optimal++;
    const difference = Math.abs(ours.objective - oracle.objective) / Math.max(1, Math.abs(oracle.objective));
    expect(difference, `seed ${seed}: ${ours.objective} and ${oracle.objective}`).toBeLessThan(1e-7);
  }
  expect(optimal).toBeGreaterThan(0.2 * PROGRAMS);
});
