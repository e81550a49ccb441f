import { expect, it } from "vitest";
import { withoutZeros } from "../../../src/lp/presolve/without-zeros.ts";
import { smallProgram } from "../../support/random-programs.ts";

it("drops stored zeros, and copies nothing without any", () => {
  const lp = smallProgram(
    "min",
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [
      [0, [1, 2], 9],
      [0, [3, 4], 9],
    ],
  );
  expect(withoutZeros(lp)).toBe(lp);
  const zeros = { ...lp, value: Float64Array.of(0, 3, 2, 0) };
  expect(withoutZeros(zeros)).toMatchObject({
    colStart: Int32Array.of(0, 1, 2),
    rowIndex: Int32Array.of(1, 0),
    value: Float64Array.of(3, 2),
  });
});
