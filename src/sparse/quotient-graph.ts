import { DegreeLists } from "./degree-lists.ts";
import type { SymmetricGraph } from "./symmetric-graph.ts";

const DENSE_FACTOR = 10;
const DENSE_LEAST = 16;
const NONE = -1;

/**
 * What elimination leaves of a graph (Amestoy, Davis and Duff, see `minimum-degree.ts`), never larger than the graph.
 * Each live variable owns a stretch of `list`: its elements first, then its variables. An element (an eliminated pivot)
 * owns the variables of its front.
 */
export class QuotientGraph {
  readonly degrees: DegreeLists;
  /** Nodes (counted singly) not yet eliminated. */
  numLeft: number;
  readonly numNodes: number;
  private list: Int32Array;
  private listEnd: number;
  private readonly start: Int32Array;
  private readonly numElements: Int32Array;
  private readonly length: Int32Array;
  /** Nodes a variable stands for; 0 once it is absorbed, eliminated or dense. */
  private readonly weight: Int32Array;
  /** Approximate external degree of a variable; weight of the front of an element, 0 once absorbed. */
  private readonly degree: Int32Array;
  private readonly isElement: Uint8Array;
  /** The variable or pivot a node goes with. */
  readonly goesWith: Int32Array;
  private readonly stamp: Int32Array;
  private stampNow = 0;
  /** outside[e] - outsideBase = weight of the front of e outside the new front. */
  private readonly outside: Float64Array;
  private outsideBase = 0;
  private readonly hashHead: Int32Array;
  private readonly hashNext: Int32Array;
  private readonly hashOf: Int32Array;
  private readonly scratch: Int32Array;
  readonly pivots: Int32Array;
  numPivots = 0;
  readonly dense: number[] = [];

  constructor(graph: SymmetricGraph) {
    const n = graph.numNodes;
    this.numNodes = n;
    this.degrees = new DegreeLists(n);
    this.list = new Int32Array(graph.neighbour.length + (graph.neighbour.length >> 2) + 2 * n + 1);
    this.list.set(graph.neighbour);
    this.listEnd = graph.neighbour.length;
    this.start = graph.start.slice(0, n);
    this.numElements = new Int32Array(n);
    this.length = new Int32Array(n);
    this.weight = new Int32Array(n).fill(1);
    this.degree = new Int32Array(n);
    this.isElement = new Uint8Array(n);
    this.goesWith = new Int32Array(n).fill(NONE);
    this.stamp = new Int32Array(n).fill(NONE);
    this.outside = new Float64Array(n).fill(NONE);
    this.hashHead = new Int32Array(n).fill(NONE);
    this.hashNext = new Int32Array(n);
    this.hashOf = new Int32Array(n);
    this.scratch = new Int32Array(n + 1);
    this.pivots = new Int32Array(n);
    this.numLeft = n;
    const greatest = Math.max(DENSE_LEAST, DENSE_FACTOR * Math.sqrt(n));
    for (let i = 0; i < n; i++) {
      this.length[i] = graph.start[i + 1] - graph.start[i];
      this.degree[i] = this.length[i];
      if (this.length[i] > greatest) {
        this.dense.push(i);
        this.weight[i] = 0;
        this.numLeft--;
      }
    }
    for (let i = n - 1; i >= 0; i--) if (this.weight[i] > 0) this.degrees.insert(i, Math.min(this.degree[i], n - 1));
  }

  eliminate(pivot: number): void {
    this.numLeft -= this.weight[pivot];
    this.pivots[this.numPivots++] = pivot;
    const frontWeight = this.formFront(pivot);
    this.measureOverlaps(pivot);
    this.updateVariables(pivot, frontWeight);
    this.mergeTwins(pivot);
    this.closeFront(pivot);
  }

  /** The new element: all variables next to the pivot, directly or over elements, which it absorbs. */
  private formFront(pivot: number): number {
    const room = this.degree[pivot] + 1;
    let needed = this.length[pivot];
    for (let p = this.start[pivot], end = p + this.numElements[pivot]; p < end; p++) needed += this.length[this.list[p]];
    if (this.listEnd + Math.max(room, needed) > this.list.length) this.compact(needed);
    const { list, start, weight, stamp, degrees } = this;
    const now = ++this.stampNow;
    const frontStart = this.listEnd;
    let end = frontStart;
    let frontWeight = 0;
    stamp[pivot] = now;
    weight[pivot] = 0;
    const numElements = this.numElements[pivot];
    for (let s = 0; s <= numElements; s++) {
      const own = s === numElements;
      const source = own ? pivot : list[start[pivot] + s];
      const from = own ? start[pivot] + numElements : start[source];
      const to = start[source] + this.length[source];
      for (let p = from; p < to; p++) {
        const i = list[p];
        if (weight[i] === 0 || stamp[i] === now) continue;
        stamp[i] = now;
        list[end++] = i;
        frontWeight += weight[i];
        degrees.remove(i);
      }
      if (!own) {
        this.degree[source] = 0;
        this.length[source] = 0;
        this.isElement[source] = 0;
      }
    }
    start[pivot] = frontStart;
    this.numElements[pivot] = 0;
    this.length[pivot] = end - frontStart;
    this.listEnd = end;
    this.isElement[pivot] = 1;
    return frontWeight;
  }

  private measureOverlaps(pivot: number): void {
    const { list, start, numElements, weight, degree, outside } = this;
    const base = this.outsideBase;
    for (let p = start[pivot], end = p + this.length[pivot]; p < end; p++) {
      const i = list[p];
      for (let k = start[i], last = k + numElements[i]; k < last; k++) {
        const e = list[k];
        if (this.isElement[e] === 0) continue;
        outside[e] = (outside[e] >= base ? outside[e] : base + degree[e]) - weight[i];
      }
    }
  }

  private updateVariables(pivot: number, frontWeightAtStart: number): void {
    const { list, start, numElements, length, weight, degree, outside, stamp, scratch, isElement } = this;
    const base = this.outsideBase;
    const now = this.stampNow;
    let frontWeight = frontWeightAtStart;
    for (let p = start[pivot], end = p + length[pivot]; p < end; p++) {
      const i = list[p];
      const from = start[i];
      const split = from + numElements[i];
      const last = from + length[i];
      let external = 0;
      let hash = pivot;
      let kept = 1;
      scratch[0] = pivot;
      for (let k = from; k < split; k++) {
        const e = list[k];
        if (isElement[e] === 0) continue;
        const beyond = outside[e] - base;
        if (beyond > 0) {
          external += beyond;
          scratch[kept++] = e;
          hash += e;
        } else {
          isElement[e] = 0; // its front lies within the new one
          length[e] = 0;
        }
      }
      const keptElements = kept;
      for (let k = split; k < last; k++) {
        const j = list[k];
        if (weight[j] === 0 || stamp[j] === now) continue;
        external += weight[j];
        scratch[kept++] = j;
        hash += j;
      }
      if (external === 0) {
        // Mass elimination: nothing but the new front.
        this.goesWith[i] = pivot;
        this.numLeft -= weight[i];
        frontWeight -= weight[i];
        weight[i] = 0;
        length[i] = 0;
        continue;
      }
      for (let k = 0; k < kept; k++) list[from + k] = scratch[k];
      numElements[i] = keptElements;
      length[i] = kept;
      degree[i] = Math.min(degree[i], external);
      const bucket = hash % this.numNodes;
      this.hashOf[i] = bucket;
      this.hashNext[i] = this.hashHead[bucket];
      this.hashHead[bucket] = i;
    }
    degree[pivot] = frontWeight;
    this.outsideBase += this.numNodes + 1;
  }

  /** Variables of the front with equal lists are one from now on. */
  private mergeTwins(pivot: number): void {
    const { list, start, length, weight, hashHead, hashNext, hashOf } = this;
    for (let p = start[pivot], end = p + length[pivot]; p < end; p++) {
      const first = list[p];
      if (weight[first] === 0) continue;
      const bucket = hashOf[first];
      let i = hashHead[bucket];
      hashHead[bucket] = NONE;
      for (; i !== NONE && hashNext[i] !== NONE; i = hashNext[i]) {
        const now = ++this.stampNow;
        for (let k = start[i] + 1, last = start[i] + length[i]; k < last; k++) this.stamp[list[k]] = now;
        let before = i;
        for (let j = hashNext[i]; j !== NONE; j = hashNext[j]) {
          if (this.isTwin(i, j, now)) {
            this.goesWith[j] = i;
            weight[i] += weight[j];
            weight[j] = 0;
            length[j] = 0;
            hashNext[before] = hashNext[j];
          } else {
            before = j;
          }
        }
      }
    }
  }

  private isTwin(i: number, j: number, now: number): boolean {
    const { list, start, length, numElements, stamp } = this;
    if (length[i] !== length[j] || numElements[i] !== numElements[j]) return false;
    for (let k = start[j] + 1, last = start[j] + length[j]; k < last; k++) if (stamp[list[k]] !== now) return false;
    return true;
  }

  private closeFront(pivot: number): void {
    const { list, start, length, weight, degree, degrees } = this;
    const frontWeight = degree[pivot];
    let end = start[pivot];
    for (let p = end, last = p + length[pivot]; p < last; p++) {
      const i = list[p];
      if (weight[i] === 0) continue;
      list[end++] = i;
      degree[i] = Math.min(degree[i] + frontWeight - weight[i], this.numLeft - weight[i]);
      degrees.insert(i, degree[i]);
    }
    length[pivot] = end - start[pivot];
    this.listEnd = end;
    if (length[pivot] === 0) this.isElement[pivot] = 0;
  }

  /** Moves all live lists to the front of a store with at least `needed` free places. */
  private compact(needed: number): void {
    let used = 0;
    for (let i = 0; i < this.numNodes; i++) used += this.length[i];
    const target = new Int32Array(Math.max(this.list.length, used + needed + this.numNodes + 1));
    let end = 0;
    for (let i = 0; i < this.numNodes; i++) {
      const from = this.start[i];
      this.start[i] = end;
      for (let p = from; p < from + this.length[i]; p++) target[end++] = this.list[p];
    }
    this.list = target;
    this.listEnd = end;
  }
}
