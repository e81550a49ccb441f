import { expect, it } from "vitest";
import { solveLp } from "../../src/solvers/solve-lp.ts";

it("every vector of a solution is read without asking for its status first", () => {
  // x <= 1 and x >= 2: no point; max x without a bound: no bound; min x from 0: optimal.
  const program = {
    numRows: 1,
    numCols: 1,
    colStart: Int32Array.of(0, 1),
    rowIndex: Int32Array.of(0),
    value: Float64Array.of(1),
    cost: Float64Array.of(1),
    colLower: Float64Array.of(0),
    rowUpper: Float64Array.of(Infinity),
    objectiveOffset: 0,
  };
  const solutions = [
    solveLp({ ...program, sense: "min", colUpper: Float64Array.of(1), rowLower: Float64Array.of(2) }),
    solveLp({ ...program, sense: "max", colUpper: Float64Array.of(Infinity), rowLower: Float64Array.of(0) }),
    solveLp({ ...program, sense: "min", colUpper: Float64Array.of(1), rowLower: Float64Array.of(0) }),
  ];
  // The proof is the type check of this line: without the absent vectors declared it does not compile.
  const lengths = solutions.map(({ x, y, reducedCost, dualRay, primalRay }) =>
    [x, y, reducedCost, dualRay, primalRay].map((vector) => vector?.length),
  );
  expect(lengths).toEqual([
    [undefined, undefined, undefined, 1, undefined],
    [1, undefined, undefined, undefined, 1],
    [1, 1, 1, undefined, undefined],
  ]);
});
