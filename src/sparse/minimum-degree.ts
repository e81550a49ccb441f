import { linkCount, newCountLists, unlinkCount } from "./count-lists.ts";
import type { SymmetricGraph } from "./symmetric-graph.ts";

const DENSE_FACTOR = 10;
const DENSE_LEAST = 16;
/** List entries visited between two yields: about 10 ms. */
const SLICE_WORK = 5e5;

/**
 * A fill-reducing order by approximate minimum degree, written from the ideas of P. Amestoy, T. Davis and I. Duff,
 * "An approximate minimum degree ordering algorithm", SIAM J. Matrix Anal. Appl. 17 (1996): quotient graph, element
 * absorption, approximate external degrees, mass elimination, supervariables found by hashing. Nodes with more than
 * 10 sqrt(n) neighbours come last. Deterministic: among equal degrees the node that got its degree last is chosen.
 *
 * Each live variable has a list: its elements, then its adjacent variables; an element (an eliminated pivot) has the
 * list of the variables in its front. A variable's list only shrinks, in place. All lists are in one array, which is
 * compacted when there is no room for a front. (With an array object per list, ordering takes five times as long.)
 */
export function* minimumDegree({ numNodes, start, neighbour }: SymmetricGraph): Generator<void, Int32Array> {
  let entries = new Int32Array(neighbour.length + numNodes);
  entries.set(neighbour);
  let numEntries = neighbour.length;
  const from = start.slice(0, numNodes);
  const length = new Int32Array(numNodes);
  /** How many elements a variable's list begins with. */
  const numElements = new Int32Array(numNodes);
  /** Number of nodes of a supervariable; 0 once the variable is absorbed, eliminated or dense. */
  const weight = new Int32Array(numNodes);
  /** The nodes of a supervariable as a linked list: the next one (-1 at the end), and the last one. */
  const nextNode = new Int32Array(numNodes).fill(-1);
  const lastNode = new Int32Array(numNodes);
  /** Approximate external degree of a variable; weight of the front of an element, 0 once that is absorbed. */
  const degree = new Int32Array(numNodes);
  /** Weight of the front of an element outside the new front. */
  const outside = new Int32Array(numNodes);
  /** The last pivot whose front holds the variable, or touches the element. */
  const touchedBy = new Int32Array(numNodes).fill(-1);
  /** Variables of the new front with equal hashes: the first of them by hash (-1 if none is), then the next one. */
  const firstWithHash = new Int32Array(numNodes).fill(-1);
  const nextWithHash = new Int32Array(numNodes);
  const hashOf = new Int32Array(numNodes);
  const markedBy = new Int32Array(numNodes).fill(-1);
  const byDegree = newCountLists(numNodes, numNodes);
  const order = new Int32Array(numNodes);
  let numOrdered = 0;
  let numSparse = numNodes;
  for (let i = numNodes - 1; i >= 0; i--) {
    lastNode[i] = i;
    degree[i] = length[i] = start[i + 1] - start[i];
    if (degree[i] > Math.max(DENSE_LEAST, DENSE_FACTOR * Math.sqrt(numNodes))) order[--numSparse] = i;
    else {
      weight[i] = 1;
      linkCount(byDegree, i, degree[i]);
    }
  }
  const eliminate = (i: number): void => {
    weight[i] = 0;
    for (let node = i; node >= 0; node = nextNode[node]) order[numOrdered++] = node;
  };

  /** Whether two variables have the same elements and neighbours. */
  const isSame = (i: number, j: number): boolean => {
    if (length[i] !== length[j] || numElements[i] !== numElements[j]) return false;
    for (let k = from[i]; k < from[i] + length[i]; k++) markedBy[entries[k]] = i;
    for (let k = from[j]; k < from[j] + length[j]; k++) if (markedBy[entries[k]] !== i) return false;
    return true;
  };

  /** Makes room for `needed` more entries. */
  const compact = (needed: number): void => {
    let numLive = 0;
    const isLive = (i: number) => weight[i] > 0 || degree[i] > 0;
    for (let i = 0; i < numNodes; i++) if (isLive(i)) numLive += length[i];
    const into = new Int32Array(Math.max(entries.length, numLive + 2 * needed));
    numEntries = 0;
    for (let i = 0; i < numNodes; i++) {
      if (!isLive(i)) continue;
      into.set(entries.subarray(from[i], from[i] + length[i]), numEntries);
      from[i] = numEntries;
      numEntries += length[i];
    }
    entries = into;
  };

  /** Puts the variables adjacent to the pivot, directly or through elements, into its list. Returns their weight. */
  const collectFront = (pivot: number): number => {
    const count = numElements[pivot];
    let needed = 0;
    for (let k = 0; k < count; k++) needed += length[entries[from[pivot] + k]];
    if (count > 0 && numEntries + needed + length[pivot] > entries.length) compact(needed + length[pivot]);
    // Without elements in place, as the list only loses variables.
    const begin = count > 0 ? numEntries : from[pivot];
    let end = begin;
    let frontWeight = 0;
    for (let k = 0; k <= count; k++) {
      const e = k < count ? entries[from[pivot] + k] : pivot;
      const last = from[e] + length[e];
      for (let p = e === pivot ? from[pivot] + count : from[e]; p < last; p++) {
        const i = entries[p];
        if (weight[i] === 0 || touchedBy[i] === pivot) continue;
        touchedBy[i] = pivot;
        entries[end++] = i;
        frontWeight += weight[i];
        unlinkCount(byDegree, i);
      }
      degree[e] = 0; // absorbed
    }
    if (count > 0) numEntries = end;
    from[pivot] = begin;
    length[pivot] = end - begin;
    return frontWeight;
  };

  /**
   * Removes from a list of the new front what the pivot's element replaces. Returns the weight outside the new front
   * that the variable is adjacent to, at most.
   */
  const shorten = (i: number, pivot: number): number => {
    const list = entries;
    const begin = from[i];
    const firstVariable = begin + numElements[i];
    const last = begin + length[i];
    let external = 0;
    let hash = pivot;
    let end = begin;
    for (let k = begin; k < firstVariable; k++) {
      const e = list[k];
      if (outside[e] > 0) {
        external += outside[e];
        hash += e;
        list[end++] = e;
      } else degree[e] = 0; // absorbed by the pivot, or its front lies within the new one
    }
    const at = end;
    for (let k = firstVariable; k < last; k++) {
      const j = list[k];
      if (weight[j] === 0 || touchedBy[j] === pivot) continue;
      external += weight[j];
      hash += j;
      list[end++] = j;
    }
    // There is room: the list has lost the pivot, or an element that the pivot absorbed.
    list[end++] = list[at];
    list[at] = pivot;
    numElements[i] = at + 1 - begin;
    length[i] = end - begin;
    hashOf[i] = hash % numNodes;
    return external;
  };

  /** Joins a variable of the new front to an indistinguishable one, if there is one. */
  const joinTwin = (i: number): void => {
    const hash = hashOf[i];
    for (let twin = firstWithHash[hash]; twin >= 0; twin = nextWithHash[twin]) {
      if (!isSame(i, twin)) continue;
      nextNode[lastNode[twin]] = i;
      lastNode[twin] = lastNode[i];
      weight[twin] += weight[i];
      weight[i] = 0;
      return;
    }
    nextWithHash[i] = firstWithHash[hash];
    firstWithHash[hash] = i;
  };

  let least = 0;
  /** Eliminates the next pivot; returns how many list entries it has visited. */
  const eliminateNext = (): number => {
    while (byDegree.first[least] < 0) least++;
    const pivot = byDegree.first[least];
    unlinkCount(byDegree, pivot);
    eliminate(pivot);
    let frontWeight = collectFront(pivot);
    const list = entries;
    const begin = from[pivot];
    const last = begin + length[pivot];
    let work = last - begin;
    for (let q = begin; q < last; q++) {
      const i = list[q];
      work += numElements[i] + length[i];
      for (let k = from[i]; k < from[i] + numElements[i]; k++) {
        const e = list[k];
        if (touchedBy[e] !== pivot) outside[e] = degree[e];
        touchedBy[e] = pivot;
        outside[e] -= weight[i];
      }
    }
    for (let q = begin; q < last; q++) {
      const i = list[q];
      const external = shorten(i, pivot);
      if (external === 0) {
        // Mass elimination: nothing but the new front.
        frontWeight -= weight[i];
        eliminate(i);
      } else {
        degree[i] = Math.min(degree[i], external);
        joinTwin(i);
      }
    }
    let end = begin;
    for (let q = begin; q < last; q++) {
      const i = list[q];
      firstWithHash[hashOf[i]] = -1;
      if (weight[i] === 0) continue;
      list[end++] = i;
      degree[i] = Math.min(degree[i] + frontWeight, numSparse - numOrdered) - weight[i];
      linkCount(byDegree, i, degree[i]);
      least = Math.min(least, degree[i]);
    }
    degree[pivot] = frontWeight;
    length[pivot] = end - begin;
    return work;
  };
  const isComplete = () => numOrdered === numSparse;
  for (let work = 0; !isComplete();) {
    work += eliminateNext();
    if (work < SLICE_WORK) continue;
    work = 0;
    yield;
  }
  return order;
}
