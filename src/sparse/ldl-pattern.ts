import type { SymmetricGraph } from "./symmetric-graph.ts";
import { transpose } from "./transpose.ts";

/**
 * The pattern of L in P K P' = L D L', found by one climb of the elimination tree per row (Liu, "The role of
 * elimination trees in sparse factorization", SIAM J. Matrix Anal. Appl. 11, 1990). It is exact but for cancellation.
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

/** Entries between two yields: about 10 ms. */
const SLICE_ENTRIES = 1e6;

/** Number of entries of each column of L. */
export interface LdlCounts {
  readonly colCount: Int32Array;
  readonly parent: Int32Array;
  readonly numEntries: number;
  /** Sum over columns of count * (count + 1): multiply-adds of one factorisation. */
  readonly numFlops: number;
}

/** Undefined as soon as L has more than `limit` entries. Yields now and then, so that a caller can stop the work. */
export function* countLdl(
  graph: SymmetricGraph,
  new2orig: Int32Array,
  limit = Infinity,
): Generator<void, LdlCounts | undefined> {
  const colCount = new Int32Array(graph.numNodes);
  const parent = new Int32Array(graph.numNodes).fill(-1);
  const numEntries = yield* climb(graph, new2orig, parent, colCount, undefined, limit);
  if (numEntries > limit) return undefined;
  let numFlops = 0;
  for (const count of colCount) numFlops += count * (count + 1);
  return { colCount, parent, numEntries, numFlops };
}

/** The pattern itself; `counts` are those of the same graph and order. */
export function* ldlPattern(
  graph: SymmetricGraph,
  new2orig: Int32Array,
  counts: LdlCounts,
): Generator<void, LdlPattern> {
  const { numNodes } = graph;
  const { colCount, parent, numEntries } = counts;
  const colStart = new Int32Array(numNodes + 1);
  for (let k = 0; k < numNodes; k++) colStart[k + 1] = colStart[k] + colCount[k];
  const rowIndex = new Int32Array(numEntries);
  yield* climb(graph, new2orig, parent, colStart.slice(0, numNodes), rowIndex, Infinity);
  const { rowStart, colIndex } = transpose(numNodes, numNodes, colStart, rowIndex, new Float64Array(numEntries));
  return { numNodes, colStart, rowIndex, rowStart, colIndex, parent };
}

/**
 * Climbs the elimination tree from every row k and completes it on the way. `next[i]` is incremented for each entry of
 * column i and is the position of that entry in `rowIndex`, if given. Returns the number of entries, or one more than
 * `limit`.
 */
function* climb(
  { numNodes, start, neighbour }: SymmetricGraph,
  new2orig: Int32Array,
  parent: Int32Array,
  next: Int32Array,
  rowIndex: Int32Array | undefined,
  limit: number,
): Generator<void, number> {
  const orig2new = invertOrder(new2orig);
  const seenBy = new Int32Array(numNodes).fill(-1);
  let numEntries = 0;
  let k = 0;
  /** Climbs from row k on, until there are `most` entries. */
  const climbRows = (most: number): void => {
    for (; k < numNodes && numEntries <= most; k++) {
      seenBy[k] = k;
      const node = new2orig[k];
      for (let p = start[node]; p < start[node + 1]; p++) {
        let i = orig2new[neighbour[p]];
        if (i >= k) continue;
        while (seenBy[i] !== k) {
          if (parent[i] < 0) parent[i] = k;
          if (rowIndex !== undefined) rowIndex[next[i]] = k;
          next[i]++;
          numEntries++;
          seenBy[i] = k;
          i = parent[i];
        }
      }
    }
  };
  for (;;) {
    climbRows(Math.min(limit, numEntries + SLICE_ENTRIES));
    if (k === numNodes || numEntries > limit) return numEntries;
    yield;
  }
}

export function invertOrder(new2orig: Int32Array): Int32Array {
  const orig2new = new Int32Array(new2orig.length);
  for (let k = 0; k < new2orig.length; k++) orig2new[new2orig[k]] = k;
  return orig2new;
}

/**
 * The same order, renumbered such that every subtree of the elimination tree is contiguous: L has the same entries, but
 * nearer to each other in memory. Children are in ascending order; no recursion.
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
