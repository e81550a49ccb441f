import { describe, expect, it } from "vitest";
import { DegreeLists } from "../../src/sparse/degree-lists.ts";

describe("DegreeLists", () => {
  it("takes the latest node of least degree, also after the least falls", () => {
    const lists = new DegreeLists(4);
    lists.insert(0, 2);
    lists.insert(1, 3);
    lists.insert(2, 2);
    expect(lists.takeLeast()).toBe(2);
    lists.insert(3, 1);
    expect([lists.takeLeast(), lists.takeLeast(), lists.takeLeast()]).toEqual([3, 0, 1]);
  });

  it("removes from the head, the middle and the tail of a list", () => {
    const lists = new DegreeLists(5);
    for (const node of [0, 1, 2, 3, 4]) lists.insert(node, 1);
    for (const node of [4, 2, 0]) lists.remove(node);
    expect([lists.takeLeast(), lists.takeLeast()]).toEqual([3, 1]);
  });
});
