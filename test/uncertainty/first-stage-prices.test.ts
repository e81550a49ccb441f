import { expect, it } from "vitest";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { extensiveForm, type ScenarioProgram } from "../../src/uncertainty/extensive-form.ts";
import { pulls, riskWeights } from "../../src/uncertainty/first-stage-prices.ts";
import { smallProgram } from "../support/random-programs.ts";

/** min z + 4 y, z + y >= need, z <= 2: z is common. */
const scenario = (need: number, probability: number): ScenarioProgram => ({
  lp: smallProgram(
    "min",
    [
      [0, 1, 2],
      [0, 4, Infinity],
    ],
    [[need, [1, 1], Infinity]],
  ),
  probability,
  shared: Int32Array.of(0),
});
const scenarios = [scenario(1, 0.4), scenario(3, 0.6)];

function pricesOf(risk: { readonly weight: number; readonly level: number }) {
  const form = extensiveForm(scenarios, risk);
  const solution = solveLp(form.lp);
  if (solution.status !== "optimal") throw new Error(solution.status);
  const weights = riskWeights(scenarios, risk, form, solution);
  return {
    weights,
    pulls: pulls(scenarios, weights, form, solution).map(([usd]) => usd),
    limit: solution.reducedCost[form.sharedStart],
  };
}

it("one more unit saves 4 - 1 in the second scenario and costs 1 in the first, each by its weight", () => {
  const { weights, pulls: usd, limit } = pricesOf({ weight: 0, level: 0 });
  expect(weights).toEqual([0.4, 0.6]);
  expect(usd[0]).toBeCloseTo(0.4, 9);
  expect(usd[1]).toBeCloseTo(-1.8, 9);
  expect(limit).toBeCloseTo(-1.4, 9);
});

it("the tail has more weight than its probability", () => {
  const { weights, pulls: usd, limit } = pricesOf({ weight: 0.5, level: 0.4 });
  expect(weights[0]).toBeCloseTo(0.2, 9);
  expect(weights[1]).toBeCloseTo(0.8, 9);
  expect(usd[0]).toBeCloseTo(0.2, 9);
  expect(usd[1]).toBeCloseTo(-2.4, 9);
  expect(limit).toBeCloseTo(-2.2, 9);
});
