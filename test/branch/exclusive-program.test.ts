import { expect, it } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { drain } from "../../src/solvers/drain.ts";
import { optimumOf, pairsOf, programOf } from "../support/exclusive-case.ts";

it("one simplex for a node and the face of its optima, signed as the default engine", () => {
  // min -3 a - 2 b, a <= 4, b <= 5, a + b <= 6; then the same with a at zero, from where the first ended.
  const lp = programOf([-3, -2], [4, 5], [[-Infinity, [1, 1], 6]]);
  const { simplex } = new ExclusiveProgram(lp, pairsOf([[[0], [1]]]));
  const { basis } = optimumOf(lp);
  if (basis === undefined) throw new Error("no basis");
  expect(drain(simplex.steps(lp, { startBasis: basis }))).toMatchObject({ objective: -16, iterations: 0, solver: "dual-simplex" });
  expect(drain(simplex.steps({ ...lp, colUpper: Float64Array.of(0, 5) }, {}))).toMatchObject({ objective: -10 });
});
