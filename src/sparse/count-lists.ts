/** Doubly linked lists of items by count, for pivot searches. An item is in at most one list. */
export interface CountLists {
  /** First item of each count, -1 where empty. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** The list that contains each item, -1 if none does. */
  readonly listOf: Int32Array;
}

export function newCountLists(numItems: number, maxCount: number): CountLists {
  return {
    first: new Int32Array(maxCount + 1).fill(-1),
    next: new Int32Array(numItems),
    previous: new Int32Array(numItems),
    listOf: new Int32Array(numItems).fill(-1),
  };
}

/** Adds an item, which must not be in a list, to the front of the list of `count`. */
export function linkCount(lists: CountLists, item: number, count: number): void {
  const { first, next, previous, listOf } = lists;
  const head = first[count];
  next[item] = head;
  previous[item] = -1;
  if (head >= 0) previous[head] = item;
  first[count] = item;
  listOf[item] = count;
}

/** Removes an item from its list, if it is in one. */
export function unlinkCount(lists: CountLists, item: number): void {
  const { first, next, previous, listOf } = lists;
  const count = listOf[item];
  if (count < 0) return;
  const before = previous[item];
  const after = next[item];
  if (before >= 0) next[before] = after;
  else first[count] = after;
  if (after >= 0) previous[after] = before;
  listOf[item] = -1;
}
