import { grown } from "../../../sparse/grown.ts";
import type { SymmetricGraph } from "../../../sparse/symmetric-graph.ts";
import { transpose } from "../../../sparse/transpose.ts";
import type { BoundedForm } from "../form/bounded-form.ts";

/** The pattern of the reduced Newton system: nodes are rows 0 .. numRows-1, then retained columns. */
export interface ReducedGraph extends SymmetricGraph {
  readonly retainedCols: Int32Array;
}

/**
 * Rows that share an eliminated column are neighbours; a retained column is a neighbour of its rows. Columns with more
 * than `longest` entries are retained, because their squares would be dense; free ones are retained, because they would
 * be singular.
 */
export function reducedGraph(form: BoundedForm, longest: number): ReducedGraph {
  const retainedCols = columnsToRetain(form, longest);
  const { numRows, numCols, colStart, rowIndex, value } = form;
  const byRows = transpose(numRows, numCols, colStart, rowIndex, value);
  const { rowStart, colIndex } = byRows;
  const nodeOfRetained = new Int32Array(numCols).fill(-1);
  for (let s = 0; s < retainedCols.length; s++) nodeOfRetained[retainedCols[s]] = numRows + s;
  const numNodes = numRows + retainedCols.length;
  const seenBy = new Int32Array(numNodes).fill(-1);
  const start = new Int32Array(numNodes + 1);
  let neighbour = new Int32Array(4 * value.length + 16);
  let end = 0;
  for (let i = 0; i < numRows; i++) {
    seenBy[i] = i;
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = colIndex[k];
      const retained = nodeOfRetained[j];
      const needed = retained >= 0 ? 1 : colStart[j + 1] - colStart[j];
      if (end + needed > neighbour.length) neighbour = grown(neighbour, 2 * neighbour.length + needed);
      if (retained >= 0) {
        neighbour[end++] = retained;
        continue;
      }
      for (let p = colStart[j]; p < colStart[j + 1]; p++) {
        const other = rowIndex[p];
        if (seenBy[other] === i) continue;
        seenBy[other] = i;
        neighbour[end++] = other;
      }
    }
    start[i + 1] = end;
  }
  let numRetainedEntries = 0;
  for (const j of retainedCols) numRetainedEntries += colStart[j + 1] - colStart[j];
  const all = grown(neighbour.subarray(0, end), end + numRetainedEntries);
  for (let s = 0; s < retainedCols.length; s++) {
    const j = retainedCols[s];
    for (let p = colStart[j]; p < colStart[j + 1]; p++) all[end++] = rowIndex[p];
    start[numRows + s + 1] = end;
  }
  return { retainedCols, numNodes, start, neighbour: all };
}

function columnsToRetain(form: BoundedForm, longest: number): Int32Array {
  const retained: number[] = [];
  for (let j = 0; j < form.numCols; j++) {
    const length = form.colStart[j + 1] - form.colStart[j];
    if (length > longest || (j >= form.numSigned && length > 0)) retained.push(j);
  }
  return Int32Array.from(retained);
}
