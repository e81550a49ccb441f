import { gather } from "../../sparse/gather.ts";
import type { LinearProgram } from "../linear-program.ts";
import type { Reduction } from "./reduction.ts";

/** The reduced program, in the sense of the original, and the origin of its rows and columns (new2orig). */
export interface ReducedProgram {
  readonly program: LinearProgram;
  readonly rowOf: Int32Array;
  readonly colOf: Int32Array;
}

export function reducedProgram(r: Reduction): ReducedProgram {
  const { lp } = r;
  const rowOf = Int32Array.from(lp.rowLower.keys()).filter((i) => r.hasRow(i));
  const colOf = Int32Array.from(lp.cost.keys()).filter((j) => r.hasCol(j));
  const orig2new = new Int32Array(lp.numRows);
  for (let i = 0; i < rowOf.length; i++) orig2new[rowOf[i]] = i;
  const colStart = new Int32Array(colOf.length + 1);
  for (let j = 0; j < colOf.length; j++) colStart[j + 1] = colStart[j] + r.colCount[colOf[j]];
  const rowIndex = new Int32Array(colStart[colOf.length]);
  const value = new Float64Array(rowIndex.length);
  let next = 0;
  for (let c = 0; c < colOf.length; c++) {
    const j = colOf[c];
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      const i = lp.rowIndex[k];
      if (!r.hasRow(i)) continue;
      rowIndex[next] = orig2new[i];
      value[next++] = lp.value[k];
    }
  }
  let { offset } = r;
  for (let j = 0; j < r.x.length; j++) offset += r.cost[j] * r.x[j];
  const sign = lp.sense === "max" ? -1 : 1;
  const program: LinearProgram = {
    numRows: rowOf.length,
    numCols: colOf.length,
    colStart,
    rowIndex,
    value,
    cost: Float64Array.from(colOf, (j) => sign * r.cost[j]),
    colLower: gather(r.colLower, colOf),
    colUpper: gather(r.colUpper, colOf),
    rowLower: Float64Array.from(rowOf, (i) => r.rowLower[i] - r.fixedActivity[i]),
    rowUpper: Float64Array.from(rowOf, (i) => r.rowUpper[i] - r.fixedActivity[i]),
    sense: lp.sense,
    objectiveOffset: lp.objectiveOffset + sign * offset,
  };
  return { program, rowOf, colOf };
}
