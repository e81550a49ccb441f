import { expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { checkProgram } from "../../../src/lp/check-program.ts";
import { reducedProgram } from "../../../src/lp/presolve/reduced-program.ts";
import { Reduction, StepKind } from "../../../src/lp/presolve/reduction.ts";
import { smallProgram } from "../../support/random-programs.ts";

it("the reduced program has the sense of the original and knows the origin of its rows and columns", () => {
  const lp = smallProgram(
    "max",
    [
      [0, 1, 4],
      [1, 5, 2],
      [-1, 7, 3],
    ],
    [
      [0, [1, 2, 0], 9],
      [1, [3, 0, 4], 1],
      [-8, [6, 5, 7], 9],
    ],
    100,
  );
  const r = new Reduction(lp);
  r.fixCol(1, 2, BasisStatus.atUpper);
  r.push(StepKind.redundantRow, 1, -1, 0);
  r.removeRow(1);
  const { program, rowOf, colOf } = reducedProgram(r);
  checkProgram(program);
  expect([[...rowOf], [...colOf]]).toEqual([
    [0, 2],
    [0, 2],
  ]);
  // y = 2 adds 10 to the objective, 4 to the first row and 10 to the last.
  expect(program).toEqual({
    numRows: 2,
    numCols: 2,
    colStart: Int32Array.of(0, 2, 3),
    rowIndex: Int32Array.of(0, 1, 1),
    value: Float64Array.of(1, 6, 7),
    cost: Float64Array.of(1, 7),
    colLower: Float64Array.of(0, -1),
    colUpper: Float64Array.of(4, 3),
    rowLower: Float64Array.of(-4, -18),
    rowUpper: Float64Array.of(5, -1),
    sense: "max",
    objectiveOffset: 110,
  });
});
