import { isBefore, type TreeNode } from "./tree-node.ts";

/** The open nodes in a binary heap with the best one on top. */
export class OpenNodes {
  private readonly heap: TreeNode[] = [];

  /** The best node, without removing it. */
  get best(): TreeNode | undefined {
    return this.heap[0];
  }

  push(node: TreeNode): void {
    const { heap } = this;
    let at = heap.push(node) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(node, heap[above])) break;
      heap[at] = heap[above];
      at = above;
    }
    heap[at] = node;
  }

  /** Removes and returns the best node. */
  pop(): TreeNode | undefined {
    const { heap } = this;
    const [top] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1], heap[below])) below++;
      if (!isBefore(heap[below], last)) break;
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = last;
    return top;
  }
}
