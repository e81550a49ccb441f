import { expect, it } from "vitest";
import { preparedSteps } from "../../src/plan/prepared-steps.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { prepareLp } from "../../src/solvers/session/prepare-lp.ts";
import { smallProgram } from "../support/random-programs.ts";

it("preparedSteps gives optima one after the other, and nothing where there is none or it is cut short", () => {
  // min x, x >= 3 by a row, x <= 9.
  const prepared = prepareLp(smallProgram("min", [[0, 1, 9]], [[3, [1], Infinity]]));
  expect(drain(preparedSteps(prepared, {}, {}))?.objective).toBe(3);
  expect(drain(preparedSteps(prepared, { rowLower: Float64Array.of(5) }, {}))?.objective).toBe(5);
  expect(drain(preparedSteps(prepared, { rowLower: Float64Array.of(10) }, {}))).toBeUndefined();
  expect(
    drain(preparedSteps(prepareLp(smallProgram("min", [[0, 1, 9]], [[3, [1], Infinity]])), {}, { iterationLimit: 0 })),
  ).toBeUndefined();
});
