import { type CountLists, linkCount, newCountLists, unlinkCount } from "./count-lists.ts";

/** Nodes by degree in doubly linked lists: insert, remove and (amortised) take-least in constant time. */
export class DegreeLists {
  private readonly lists: CountLists;
  private least = 0;

  constructor(numNodes: number) {
    this.lists = newCountLists(numNodes, numNodes);
  }

  insert(node: number, degree: number): void {
    linkCount(this.lists, node, degree);
    if (degree < this.least) this.least = degree;
  }

  remove(node: number): void {
    unlinkCount(this.lists, node);
  }

  /** Removes and returns the latest node of least degree. There has to be one. */
  takeLeast(): number {
    const { first } = this.lists;
    while (first[this.least] < 0) this.least++;
    const node = first[this.least];
    this.remove(node);
    return node;
  }
}
