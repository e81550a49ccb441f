import { expect, it } from "vitest";
import { reducedCostOf } from "../../../src/lp/presolve/dual-point.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { smallProgram } from "../../support/random-programs.ts";

it("a reduced cost is the cost of the stage less the prices of its rows", () => {
  const r = new Reduction(
    smallProgram(
      "max",
      [[0, 7, 1]],
      [
        [0, [2], 1],
        [0, [-3], 1],
      ],
    ),
  );
  const point = { y: Float64Array.of(5, 1), cost: r.cost, isRay: false, basis: undefined };
  expect(reducedCostOf(r, point, 0)).toBe(-7 - 10 + 3);
});
