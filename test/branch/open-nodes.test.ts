import { expect, it } from "vitest";
import { OpenNodes } from "../../src/branch/open-nodes.ts";
import type { TreeNode } from "../../src/branch/tree-node.ts";
import { seededUniform } from "../support/random-programs.ts";

it("returns nodes by bound, whatever the order of insertion", () => {
  const uniform = seededUniform(3);
  const open = new OpenNodes();
  const bounds = Array.from({ length: 200 }, () => Math.floor(40 * uniform()));
  bounds.forEach((bound, id) =>
    open.push({
      bound,
      depth: 0,
      id,
      decisions: undefined,
      basis: undefined,
      objective: 0,
      y: new Float64Array(0),
      reducedCost: new Float64Array(0),
      isChained: false,
      decided: [],
      prices: undefined,
      sideBounds: new Map(),
      broken: [],
    }),
  );
  expect(open.best?.bound).toBe(Math.min(...bounds));
  const nodes: TreeNode[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) nodes.push(node);
  expect(nodes.map(({ bound }) => bound)).toEqual(bounds.toSorted((a, b) => a - b));
  // Of equal bounds the older.
  expect(nodes.every(({ bound, id }, i) => i === 0 || nodes[i - 1].bound < bound || nodes[i - 1].id < id)).toBe(true);
  expect(open.best).toBeUndefined();
});
