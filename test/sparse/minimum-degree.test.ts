import { describe, expect, it } from "vitest";
import { countLdl } from "../../src/sparse/ldl-pattern.ts";
import { minimumDegree } from "../../src/sparse/minimum-degree.ts";
import { graphOf, randomGraph } from "../support/interior-workspace.ts";
import { drain } from "../../src/solvers/budget/drain.ts";

const natural = (n: number) => Int32Array.from({ length: n }, (_, k) => k);

describe("minimumDegree", () => {
  it("eliminates a tree without fill, whatever its numbering", () => {
    const edges: [number, number][] = [];
    for (let k = 1; k < 200; k++) edges.push([(k * 83) % 200, (Math.floor((k - 1) / 3) * 83) % 200]);
    const tree = graphOf(200, edges);
    expect(drain(countLdl(tree, drain(minimumDegree(tree))))?.numEntries).toBe(199);
  });

  it("is a permutation, on graphs of every density, twins and empty nodes included", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const graph = randomGraph(5 + 3 * seed, seed % 9, seed);
      const order = drain(minimumDegree(graph));
      expect([...order].toSorted((a, b) => a - b)).toEqual([...natural(graph.numNodes)]);
    }
  });

  it("beats the natural order of a grid by far", () => {
    // 30 x 30 grid by lines: L has about 29 * 900 entries; a good order has about a third.
    const edges: [number, number][] = [];
    for (let i = 0; i < 30; i++) {
      for (let j = 0; j < 30; j++) {
        if (i > 0) edges.push([30 * i + j, 30 * i + j - 30]);
        if (j > 0) edges.push([30 * i + j, 30 * i + j - 1]);
      }
    }
    const grid = graphOf(900, edges);
    const before = drain(countLdl(grid, natural(900)))?.numEntries ?? 0;
    const after = drain(countLdl(grid, drain(minimumDegree(grid))))?.numEntries ?? 0;
    expect(after).toBeLessThan(0.37 * before);
  });

  it("orders graphs whose fronts need more room than the graph: fronts of a cube are its faces", () => {
    // 17 x 17 x 17 grid: by layers L has about 17^2 * 17^3 = 1.4 million entries; a good order has about a quarter.
    const edges: [number, number][] = [];
    const side = 17;
    for (let k = 0; k < side ** 3; k++) {
      if (k % side > 0) edges.push([k, k - 1]);
      if (k % side ** 2 >= side) edges.push([k, k - side]);
      if (k >= side ** 2) edges.push([k, k - side ** 2]);
    }
    const cube = graphOf(side ** 3, edges);
    const order = drain(minimumDegree(cube));
    expect([...order].toSorted((a, b) => a - b)).toEqual([...natural(cube.numNodes)]);
    expect(drain(countLdl(cube, order))?.numEntries).toBeLessThan(0.4 * side ** 5);
  });

  it("puts nodes that touch nearly everything last", () => {
    const edges: [number, number][] = [];
    for (let k = 1; k < 2000; k++) edges.push([700, k], [k, k - 1]);
    const order = drain(minimumDegree(graphOf(2000, edges)));
    expect(order.at(-1)).toBe(700);
  });

  it("eliminates with a pivot all that its front encloses, least degree first", () => {
    // A triangle hangs on a path: its two free nodes go together, before the nodes of the path that have as many
    // neighbours.
    const order = [
      ...drain(
        minimumDegree(
          graphOf(6, [
            [0, 1],
            [1, 2],
            [0, 2],
            [2, 3],
            [3, 4],
            [4, 5],
          ]),
        ),
      ),
    ];
    expect(Math.abs(order.indexOf(0) - order.indexOf(1))).toBe(1);
  });

  it("orders indistinguishable nodes together", () => {
    // Every node of a ring is a group of four that are next to each other and to the groups beside it.
    const group = 4;
    const numGroups = 50;
    const edges: [number, number][] = [];
    for (let i = 0; i < group * numGroups; i++) {
      for (let j = 0; j < i; j++) {
        const apart = (i - j) % numGroups;
        if (apart === 0 || apart === 1 || apart === numGroups - 1) edges.push([i, j]);
      }
    }
    const order = drain(minimumDegree(graphOf(group * numGroups, edges)));
    let numTogether = 0;
    for (let k = 1; k < order.length; k++) if (order[k] % numGroups === order[k - 1] % numGroups) numTogether++;
    expect(numTogether).toBe((group - 1) * numGroups);
  });
});
