import { countLdl, type LdlCounts, type LdlPattern, ldlPattern, postorder } from "../../sparse/ldl-pattern.ts";
import { minimumDegree } from "../../sparse/minimum-degree.ts";
import type { SymmetricGraph } from "../../sparse/symmetric-graph.ts";
import { transpose } from "../../sparse/transpose.ts";
import type { BoundedForm } from "./bounded-form.ts";
import { LONGEST_ELIMINATED } from "./tolerances.ts";

/**
 * How the Newton system is solved: which columns are eliminated into the normal equations and which are kept (long or
 * free ones, whose square would be dense or singular), and the order of elimination of the nodes that are left: rows
 * 0 .. numRows-1, then kept columns.
 */
export interface EliminationPlan {
  readonly keptCols: Int32Array;
  /** Node at each place of the order. */
  readonly new2orig: Int32Array;
  readonly pattern: LdlPattern;
}

/**
 * Natural order is taken where its L has at most this many times the entries of K: a year of dispatch has 2.3, minimum
 * degree 2.0, and finding that out costs as much as five iterations.
 */
const GOOD_FILL = 2.5;
/** Natural order is given up where it has more. */
const HOPELESS_FILL = 20;

/**
 * `story[j]` is where column j stands in the program's own order (0 for row activities): the natural order is read from
 * it. Minimum degree is tried where the natural order fills in; the one with fewer multiply-adds is taken.
 */
export function eliminationPlan(form: BoundedForm, story: Int32Array): EliminationPlan {
  const keptCols = columnsToKeep(form);
  const graph = reducedGraph(form, keptCols);
  const natural = naturalOrder(form, keptCols, story);
  const numEdges = graph.neighbour.length / 2;
  const naturalCounts = countLdl(graph, natural, HOPELESS_FILL * numEdges);
  let order = natural;
  let counts = naturalCounts;
  if (naturalCounts === undefined || naturalCounts.numEntries > GOOD_FILL * numEdges) {
    const byDegree = minimumDegree(graph);
    const degreeCounts = countLdl(graph, byDegree);
    if (degreeCounts !== undefined && (naturalCounts === undefined || degreeCounts.numFlops < naturalCounts.numFlops)) {
      order = postorder(byDegree, degreeCounts.parent);
      counts = countLdl(graph, order);
    }
  }
  // NB: one of the two was counted, for minimum degree has no limit.
  return { keptCols, new2orig: order, pattern: ldlPattern(graph, order, counts as LdlCounts) };
}

function columnsToKeep(form: BoundedForm): Int32Array {
  const kept: number[] = [];
  for (let j = 0; j < form.numCols; j++) {
    const length = form.colStart[j + 1] - form.colStart[j];
    if (length > LONGEST_ELIMINATED || (j >= form.numSigned && length > 0)) kept.push(j);
  }
  return Int32Array.from(kept);
}

/** Rows that share an eliminated column are neighbours; a kept column is a neighbour of its rows. */
function reducedGraph(form: BoundedForm, keptCols: Int32Array): SymmetricGraph {
  const { numRows, numCols, colStart, rowIndex, value } = form;
  const byRows = transpose(numRows, numCols, colStart, rowIndex, value);
  const { rowStart, colIndex } = byRows;
  const nodeOfKept = new Int32Array(numCols).fill(-1);
  for (let s = 0; s < keptCols.length; s++) nodeOfKept[keptCols[s]] = numRows + s;
  const numNodes = numRows + keptCols.length;
  const seenBy = new Int32Array(numNodes).fill(-1);
  const start = new Int32Array(numNodes + 1);
  let neighbour = new Int32Array(4 * value.length + 16);
  let end = 0;
  for (let i = 0; i < numRows; i++) {
    seenBy[i] = i;
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = colIndex[k];
      const kept = nodeOfKept[j];
      const needed = kept >= 0 ? 1 : colStart[j + 1] - colStart[j];
      if (end + needed > neighbour.length) {
        const grown = new Int32Array(2 * neighbour.length + needed);
        grown.set(neighbour);
        neighbour = grown;
      }
      if (kept >= 0) {
        neighbour[end++] = kept;
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
  let numKeptEntries = 0;
  for (const j of keptCols) numKeptEntries += colStart[j + 1] - colStart[j];
  const all = new Int32Array(end + numKeptEntries);
  all.set(neighbour.subarray(0, end));
  for (let s = 0; s < keptCols.length; s++) {
    const j = keptCols[s];
    for (let p = colStart[j]; p < colStart[j + 1]; p++) all[end++] = rowIndex[p];
    start[numRows + s + 1] = end;
  }
  return { numNodes, start, neighbour: all };
}

/**
 * The order in which the program tells its story: rows by the last column of the program they touch (for a program
 * over time that is the order of time), kept columns after their last row. Columns of one entry join nothing and do not
 * count: a penalty at the end of the program would hold its row back through the whole elimination.
 */
function naturalOrder(form: BoundedForm, keptCols: Int32Array, story: Int32Array): Int32Array {
  const { numRows, colStart, rowIndex } = form;
  const numNodes = numRows + keptCols.length;
  const key = new Float64Array(numNodes);
  const isKept = new Uint8Array(form.numCols);
  for (const j of keptCols) isKept[j] = 1;
  for (let j = 0; j < form.numCols; j++) {
    if (isKept[j] === 1 || colStart[j + 1] - colStart[j] === 1) continue;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) key[rowIndex[p]] = Math.max(key[rowIndex[p]], story[j]);
  }
  for (let s = 0; s < keptCols.length; s++) {
    const j = keptCols[s];
    let last = 0;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) last = Math.max(last, key[rowIndex[p]]);
    key[numRows + s] = last + 0.5;
  }
  const order = new Int32Array(numNodes);
  for (let k = 0; k < numNodes; k++) order[k] = k;
  return order.sort((a, b) => key[a] - key[b] || a - b);
}
