import { expect, it } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { greatestSize } from "../../src/sparse/greatest-size.ts";
import { optimumOf, pairsOf, programOf } from "../support/exclusive-case.ts";

it("one simplex for a node and the face of its optima, signed as the default engine", () => {
  // min -3 a - 2 b, a <= 4, b <= 5, a + b <= 6; then the same with a at zero, from where the first ended.
  const lp = programOf([-3, -2], [4, 5], [[-Infinity, [1, 1], 6]]);
  const { simplex } = new ExclusiveProgram(lp, pairsOf([[[0], [1]]]));
  const { basis } = optimumOf(lp);
  if (basis === undefined) throw new Error("no basis");
  expect(drain(simplex.steps(lp, { startBasis: basis }))).toMatchObject({
    objective: -16,
    iterations: 0,
    solver: "dual-simplex",
  });
  expect(drain(simplex.steps({ ...lp, colUpper: Float64Array.of(0, 5) }, {}))).toMatchObject({ objective: -10 });
});

it("the face of a node by another cost, as large as the program's, or by none", () => {
  // a + b pays 2 each up to 3: every split is an optimum; the second cost is against b.
  const lp = programOf([-2, -2], [4, 5], [[-Infinity, [1, 1], 3]]);
  const exclusive = new ExclusiveProgram(lp, pairsOf([[[0], [1]]]));
  const root = optimumOf(lp);
  const face = exclusive.face(lp, root, Float64Array.of(0, 1e-4));
  expect(greatestSize(face.cost)).toBeCloseTo(2, 12);
  expect([...optimumOf(face).x]).toEqual([3, 0]);
  expect([...exclusive.face(lp, root, new Float64Array(2)).cost]).toEqual([0, 0]);
  const free = { ...lp, cost: new Float64Array(2) };
  expect(
    new ExclusiveProgram(free, pairsOf([])).face(free, optimumOf(free), Float64Array.of(0, 5)).cost[1],
  ).toBeGreaterThan(0);
});
