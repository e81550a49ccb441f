import { describe, expect, it } from "vitest";
import { linkCount, newCountLists, unlinkCount } from "../../src/sparse/count-lists.ts";

function itemsOf(lists: ReturnType<typeof newCountLists>, count: number): number[] {
  const items: number[] = [];
  for (let i = lists.first[count]; i >= 0; i = lists.next[i]) items.push(i);
  return items;
}

describe("count lists", () => {
  it("link at the front and unlink anywhere", () => {
    const lists = newCountLists(4, 3);
    for (const item of [0, 1, 2]) linkCount(lists, item, 2);
    linkCount(lists, 3, 1);
    expect(itemsOf(lists, 2)).toEqual([2, 1, 0]);
    unlinkCount(lists, 1);
    expect(itemsOf(lists, 2)).toEqual([2, 0]);
    unlinkCount(lists, 2);
    unlinkCount(lists, 0);
    expect([itemsOf(lists, 2), itemsOf(lists, 1)]).toEqual([[], [3]]);
  });

  it("unlinking twice, or what was never linked, changes nothing", () => {
    const lists = newCountLists(2, 2);
    linkCount(lists, 0, 1);
    unlinkCount(lists, 1);
    expect(itemsOf(lists, 1)).toEqual([0]);
    unlinkCount(lists, 0);
    unlinkCount(lists, 0);
    expect(itemsOf(lists, 1)).toEqual([]);
  });
});
