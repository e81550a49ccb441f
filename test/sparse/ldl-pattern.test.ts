import { describe, expect, it } from "vitest";
import { countLdl, invertOrder, ldlPattern, postorder } from "../../src/sparse/ldl-pattern.ts";
import { graphOf, randomGraph } from "../support/interior-workspace.ts";
import { drain } from "../../src/solvers/budget/drain.ts";

const natural = (n: number) => Int32Array.from({ length: n }, (_, k) => k);

/** Dense elimination of the pattern: the reference for every count. */
function denseFill(graph: ReturnType<typeof randomGraph>, order: Int32Array): number[][] {
  const n = graph.numNodes;
  const place = invertOrder(order);
  const has = Array.from({ length: n }, () => Array.from({ length: n }, () => false));
  for (let i = 0; i < n; i++) {
    for (let p = graph.start[i]; p < graph.start[i + 1]; p++) has[place[i]][place[graph.neighbour[p]]] = true;
  }
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      if (!has[i][k]) continue;
      for (let j = k + 1; j < n; j++) if (has[j][k]) has[i][j] = true;
    }
  }
  return has.map((_, j) => natural(n).reduce<number[]>((rows, i) => (i > j && has[i][j] ? [...rows, i] : rows), []));
}

describe("ldlPattern", () => {
  it("an arrow pointing the wrong way fills in wholly, turned round not at all", () => {
    // Node 0 is next to all others: eliminated first it makes them a clique of 3 (3 edges more).
    const arrow = graphOf(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(drain(countLdl(arrow, natural(4)))?.numEntries).toBe(6);
    const turned = drain(countLdl(arrow, Int32Array.of(1, 2, 3, 0)));
    expect(turned?.numEntries).toBe(3);
    expect(turned?.numFlops).toBe(3 * 1 * 2);
    expect(drain(countLdl(arrow, natural(4), 5))).toBeUndefined();
  });

  it("agrees with dense elimination, by columns and by rows", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const graph = randomGraph(12, 3, seed);
      const order = Int32Array.from([3, 7, 1, 0, 11, 5, 9, 2, 10, 4, 6, 8]);
      const counts = drain(countLdl(graph, order));
      if (counts === undefined) throw new Error("no limit was given");
      const pattern = drain(ldlPattern(graph, order, counts));
      const columns = Array.from({ length: 12 }, (_, j) => [
        ...pattern.rowIndex.subarray(pattern.colStart[j], pattern.colStart[j + 1]),
      ]);
      expect(columns).toEqual(denseFill(graph, order));
      const rows = Array.from({ length: 12 }, (_, i) => [
        ...pattern.colIndex.subarray(pattern.rowStart[i], pattern.rowStart[i + 1]),
      ]);
      expect(rows).toEqual(rows.map((_, i) => columns.flatMap((column, j) => (column.includes(i) ? [j] : []))));
    }
  });

  it("postorder keeps the fill and puts children right before parents", () => {
    const graph = randomGraph(40, 3, 5);
    const order = Int32Array.from(natural(40), (k) => (k * 7) % 40);
    const before = drain(countLdl(graph, order));
    if (before === undefined) throw new Error("no limit was given");
    const after = drain(countLdl(graph, postorder(order, before.parent)));
    expect(after?.numEntries).toBe(before.numEntries);
    // In a postorder every node's last child is its predecessor.
    const parent = after?.parent ?? new Int32Array();
    const withChildren = Array.from(parent, (_, k) => k).filter((k) => parent.includes(k));
    expect(withChildren.map((k) => parent[k - 1])).toEqual(withChildren);
  });
});
