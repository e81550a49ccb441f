import { expect, it } from "vitest";
import { dualPoint } from "../../src/branch/dual-point.ts";
import { withinCone } from "../../src/branch/price-cone.ts";
import { programOf } from "../support/exclusive-case.ts";

/** min 3 p with p >= a, p >= b (rows p - a >= 0, p - b >= 0); p has no upper bound, so y1 + y2 <= 3. */
const lp = programOf(
  [3, 0, 0],
  [Infinity, 5, 5],
  [
    [0, [1, -1, 0], Infinity],
    [0, [1, 0, -1], Infinity],
  ],
);
const rows = Int32Array.of(0, 1);
const from = dualPoint(lp, lp.colUpper, Float64Array.of(1, 1));

it("prices inside stay, prices beyond are projected: (4, 3) has -4 too much, half of it each", () => {
  expect([...withinCone(lp, lp.colUpper, rows, from, Float64Array.of(1, 2))]).toEqual([1, 2]);
  expect([...withinCone(lp, lp.colUpper, rows, from, Float64Array.of(4, 3))]).toEqual([2, 1]);
});

it("a price never refers to an infinite bound: a negative price of a row without an upper bound is 0", () => {
  expect([...withinCone(lp, lp.colUpper, rows, from, Float64Array.of(-2, 1))]).toEqual([0, 1]);
});
