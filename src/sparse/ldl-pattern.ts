import type { SymmetricGraph } from "./symmetric-graph.ts";

/**
 * Where L of P K P' = L D L' has its entries: one climb of the elimination tree per row (Liu, "The role of elimination
 * trees in sparse factorization", SIAM J. Matrix Anal. Appl. 11, 1990). Exact, not a bound, cancellation apart.
 */
export interface LdlPattern {
  readonly numNodes: number;
  /** Strictly lower part of L by columns; rows ascend in each. */
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  /** The same by rows; columns ascend in each. */
  readonly rowStart: Int32Array;
  readonly colIndex: Int32Array;
  /** Parent in the elimination tree, -1 for roots. */
  readonly parent: Int32Array;
}

/** Entries of each column of L, or undefined once there are more than `limit` in all. */
export interface LdlCounts {
  readonly colCount: Int32Array;
  readonly parent: Int32Array;
  readonly numEntries: number;
  /** Sum over columns of count * (count + 1): multiply-adds of one factorisation. */
  readonly numFlops: number;
}

export function countLdl(graph: SymmetricGraph, new2orig: Int32Array, limit = Infinity): LdlCounts | undefined {
  const { numNodes, start, neighbour } = graph;
  const orig2new = invertOrder(new2orig);
  const parent = new Int32Array(numNodes).fill(-1);
  const seenBy = new Int32Array(numNodes).fill(-1);
  const colCount = new Int32Array(numNodes);
  let numEntries = 0;
  for (let k = 0; k < numNodes; k++) {
    seenBy[k] = k;
    const node = new2orig[k];
    for (let p = start[node]; p < start[node + 1]; p++) {
      let i = orig2new[neighbour[p]];
      if (i >= k) continue;
      while (seenBy[i] !== k) {
        if (parent[i] < 0) parent[i] = k;
        colCount[i]++;
        numEntries++;
        seenBy[i] = k;
        i = parent[i];
      }
    }
    if (numEntries > limit) return undefined;
  }
  let numFlops = 0;
  for (let k = 0; k < numNodes; k++) numFlops += colCount[k] * (colCount[k] + 1);
  return { colCount, parent, numEntries, numFlops };
}

/** The pattern itself; `counts` are those of the same graph and order. */
export function ldlPattern(graph: SymmetricGraph, new2orig: Int32Array, counts: LdlCounts): LdlPattern {
  const { numNodes, start, neighbour } = graph;
  const { colCount, parent, numEntries } = counts;
  const orig2new = invertOrder(new2orig);
  const colStart = new Int32Array(numNodes + 1);
  for (let k = 0; k < numNodes; k++) colStart[k + 1] = colStart[k] + colCount[k];
  const next = colStart.slice(0, numNodes);
  const rowIndex = new Int32Array(numEntries);
  const rowStart = new Int32Array(numNodes + 1);
  const seenBy = new Int32Array(numNodes).fill(-1);
  for (let k = 0; k < numNodes; k++) {
    seenBy[k] = k;
    const node = new2orig[k];
    let rowCount = 0;
    for (let p = start[node]; p < start[node + 1]; p++) {
      let i = orig2new[neighbour[p]];
      if (i >= k) continue;
      while (seenBy[i] !== k) {
        rowIndex[next[i]++] = k;
        rowCount++;
        seenBy[i] = k;
        i = parent[i];
      }
    }
    rowStart[k + 1] = rowStart[k] + rowCount;
  }
  const colIndex = new Int32Array(numEntries);
  const rowNext = rowStart.slice(0, numNodes);
  for (let j = 0; j < numNodes; j++) {
    for (let p = colStart[j]; p < colStart[j + 1]; p++) colIndex[rowNext[rowIndex[p]]++] = j;
  }
  return { numNodes, colStart, rowIndex, rowStart, colIndex, parent };
}

export function invertOrder(new2orig: Int32Array): Int32Array {
  const orig2new = new Int32Array(new2orig.length);
  for (let k = 0; k < new2orig.length; k++) orig2new[new2orig[k]] = k;
  return orig2new;
}

/**
 * The same order renumbered so that every subtree of the elimination tree is contiguous: the same entries of L, nearer
 * together in memory. Children in ascending order, no recursion.
 */
export function postorder(new2orig: Int32Array, parent: Int32Array): Int32Array {
  const numNodes = parent.length;
  const firstChild = new Int32Array(numNodes).fill(-1);
  const sibling = new Int32Array(numNodes).fill(-1);
  const roots: number[] = [];
  for (let k = numNodes - 1; k >= 0; k--) {
    if (parent[k] < 0) {
      roots.push(k);
      continue;
    }
    sibling[k] = firstChild[parent[k]];
    firstChild[parent[k]] = k;
  }
  const order = new Int32Array(numNodes);
  const stack = new Int32Array(numNodes);
  let numDone = 0;
  for (let r = roots.length - 1; r >= 0; r--) {
    let depth = 0;
    stack[0] = roots[r];
    while (depth >= 0) {
      const k = stack[depth];
      const child = firstChild[k];
      if (child >= 0) {
        firstChild[k] = sibling[child];
        stack[++depth] = child;
      } else {
        order[numDone++] = new2orig[k];
        depth--;
      }
    }
  }
  return order;
}
