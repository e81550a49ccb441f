import { describe, expect, it } from "vitest";
import { QuotientGraph } from "../../src/sparse/quotient-graph.ts";
import { graphOf } from "../support/interior-workspace.ts";

describe("QuotientGraph", () => {
  it("merges nodes no elimination can tell apart", () => {
    // 1, 2, 3 have the same neighbours after 0 goes: one pivot takes them all.
    const q = new QuotientGraph(graphOf(5, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3], [1, 4], [2, 4], [3, 4]]));
    q.degrees.remove(0);
    q.eliminate(0);
    expect(q.numLeft).toBe(4);
    expect([...q.goesWith].filter((guest) => guest >= 0)).toHaveLength(2);
    while (q.numLeft > 0) q.eliminate(q.degrees.takeLeast());
    expect(q.numPivots).toBeLessThan(4);
  });

  it("eliminates with a pivot all that its front encloses", () => {
    // A triangle: after the first pivot the other two are next to nothing else.
    const q = new QuotientGraph(graphOf(3, [[0, 1], [1, 2], [0, 2]]));
    q.eliminate(q.degrees.takeLeast());
    expect(q.numLeft).toBe(0);
    expect(q.numPivots).toBe(1);
  });

  it("leaves dense nodes out of the graph", () => {
    const edges: [number, number][] = [];
    for (let k = 1; k < 1000; k++) edges.push([0, k]);
    const q = new QuotientGraph(graphOf(1000, edges));
    expect(q.dense).toEqual([0]);
    expect(q.numLeft).toBe(999);
  });
});
