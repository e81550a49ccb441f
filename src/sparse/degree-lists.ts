const NONE = -1;

/** Nodes by degree in doubly linked lists: insert, remove and (amortised) take-least in constant time. */
export class DegreeLists {
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly degreeOf: Int32Array;
  private least = 0;

  constructor(numNodes: number) {
    this.head = new Int32Array(numNodes + 1).fill(NONE);
    this.next = new Int32Array(numNodes).fill(NONE);
    this.before = new Int32Array(numNodes).fill(NONE);
    this.degreeOf = new Int32Array(numNodes).fill(NONE);
  }

  insert(node: number, degree: number): void {
    const first = this.head[degree];
    this.next[node] = first;
    this.before[node] = NONE;
    if (first !== NONE) this.before[first] = node;
    this.head[degree] = node;
    this.degreeOf[node] = degree;
    if (degree < this.least) this.least = degree;
  }

  remove(node: number): void {
    const after = this.next[node];
    const before = this.before[node];
    if (before === NONE) this.head[this.degreeOf[node]] = after;
    else this.next[before] = after;
    if (after !== NONE) this.before[after] = before;
  }

  /** Removes and returns the latest node of least degree. There has to be one. */
  takeLeast(): number {
    while (this.head[this.least] === NONE) this.least++;
    const node = this.head[this.least];
    this.remove(node);
    return node;
  }
}
