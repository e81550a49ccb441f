import type { LinearProgram } from "wattsplit/lp";

/**
 * Combines programs of one sense into one block-diagonal program, whose optimum is the sum of theirs. Names are left
 * out.
 */
export function sideBySide(programs: readonly LinearProgram[]): LinearProgram {
  const [{ sense }] = programs;
  if (programs.some((lp) => lp.sense !== sense))
    throw new Error("sideBySide: the programs have both senses, wanted one; negate the costs of some.");
  const total = (count: (lp: LinearProgram) => number): number => programs.reduce((sum, lp) => sum + count(lp), 0);
  const numCols = total((lp) => lp.numCols);
  const joined = (part: (lp: LinearProgram) => Float64Array): Float64Array => {
    const out = new Float64Array(total((lp) => part(lp).length));
    let at = 0;
    for (const lp of programs) {
      out.set(part(lp), at);
      at += part(lp).length;
    }
    return out;
  };
  const colStart = new Int32Array(numCols + 1);
  const rowIndex = new Int32Array(total((lp) => lp.rowIndex.length));
  let [col, entry, row] = [0, 0, 0];
  for (const lp of programs) {
    for (let j = 0; j <= lp.numCols; j++) colStart[col + j] = entry + lp.colStart[j];
    for (let k = 0; k < lp.rowIndex.length; k++) rowIndex[entry + k] = row + lp.rowIndex[k];
    col += lp.numCols;
    entry += lp.rowIndex.length;
    row += lp.numRows;
  }
  return {
    numRows: row,
    numCols,
    colStart,
    rowIndex,
    value: joined((lp) => lp.value),
    cost: joined((lp) => lp.cost),
    colLower: joined((lp) => lp.colLower),
    colUpper: joined((lp) => lp.colUpper),
    rowLower: joined((lp) => lp.rowLower),
    rowUpper: joined((lp) => lp.rowUpper),
    sense,
    objectiveOffset: total((lp) => lp.objectiveOffset),
  };
}
