import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { isEqual, sitePlanner } from "../../src/plan/equal-sites.ts";
import { compareCases } from "../../src/plan/compare-cases.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

/** A solver that counts how often it is asked. */
function counting(): { readonly solver: LpSolver; readonly numSolves: () => number } {
  let count = 0;
  return {
    numSolves: () => count,
    solver: {
      name: "counting",
      steps: (lp, options) => {
        count++;
        return dualSimplex.steps(lp, options);
      },
    },
  };
}

const siteOf = (importLimitMw: number) =>
  parseRequest({
    horizon: horizon(2),
    bitcoin,
    assets: [grid({ importLimitMw }), firm({ facilityMw: 55 }), fleet(), diesel({ sets: 50 })],
    counterfactual: { aiOnlyImportLimitMw: 45, basis: "x", assetsAiOnlyKeeps: ["gensets"] },
  });

it("plans equal sites once, and sites that differ in one interval's limit separately", () => {
  const { solver, numSolves } = counting();
  const planSite = sitePlanner({ solver });
  const first = drain(planSite(siteOf(45)));
  const once = numSolves();
  expect(drain(planSite(siteOf(45)))).toBe(first);
  expect(numSolves()).toBe(once);
  const other = drain(planSite(siteOf(45.001)));
  expect(numSolves()).toBeGreaterThan(once);
  expect(other).not.toBe(first);
});

it("a comparison at equal import limits plans its AI-only site once", () => {
  const { cases } = compareCases(siteOf(45));
  expect(cases.map(({ id }) => id)).toEqual(["B0", "B1"]);
  expect(cases[1].plan).toBe(cases[0].plan);
  const apart = compareCases(siteOf(60)).cases;
  expect(apart[1].plan).not.toBe(apart[0].plan);
});

it.each<[string, unknown, unknown, boolean]>([
  ["numbers", 1, 1, true],
  ["NaN", Number.NaN, Number.NaN, true],
  ["signs of zero", 0, -0, false],
  ["series", Float64Array.of(1, 2), Float64Array.of(1, 2), true],
  ["series of other values", Float64Array.of(1, 2), Float64Array.of(1, 3), false],
  ["series of other lengths", Float64Array.of(1), Float64Array.of(1, 3), false],
  ["a series and a list", Float64Array.of(1), [1], false],
  ["nested fields", { a: [{ b: Float64Array.of(1) }] }, { a: [{ b: Float64Array.of(1) }] }, true],
  ["a field more", { a: 1 }, { a: 1, b: undefined }, false],
  ["another field", { a: undefined }, { b: undefined }, false],
  ["nothing and an object", null, {}, false],
  ["maps are never compared", new Map([[1, 2]]), new Map([[1, 2]]), false],
])("%s", (_what, a, b, equal) => {
  expect(isEqual(a, b)).toBe(equal);
  expect(isEqual(b, a)).toBe(equal);
});
