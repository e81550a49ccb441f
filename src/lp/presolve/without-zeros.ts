import type { LinearProgram } from "../linear-program.ts";

/** The program without stored zeros, which would count as coefficients; the program itself if it stores none. */
export function withoutZeros(lp: LinearProgram): LinearProgram {
  if (!lp.value.includes(0)) return lp;
  const colStart = new Int32Array(lp.numCols + 1);
  for (let j = 0; j < lp.numCols; j++) {
    colStart[j + 1] = colStart[j];
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) if (lp.value[k] !== 0) colStart[j + 1]++;
  }
  return {
    ...lp,
    colStart,
    rowIndex: lp.rowIndex.filter((_, k) => lp.value[k] !== 0),
    value: lp.value.filter((a) => a !== 0),
  };
}
