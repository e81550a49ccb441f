import { expect, it } from "vitest";
import { cutoff, relativeGap } from "../../src/branch/tree-gap.ts";

it("the gap is relative to the cost, absolute below 1, and never negative", () => {
  expect(relativeGap(200, 190)).toBe(0.05);
  expect(relativeGap(-200, -210)).toBe(0.05);
  expect(relativeGap(0.5, 0.25)).toBe(0.25);
  expect(relativeGap(100, 100.000001)).toBe(0);
  expect(relativeGap(100, -Infinity)).toBe(Infinity);
});

it("a bound at the cutoff leaves exactly the tolerance as gap; without an incumbent nothing is pruned", () => {
  expect(cutoff(200, 0.05)).toBe(190);
  expect(cutoff(-200, 0.05)).toBe(-210);
  expect(cutoff(0.5, 0.25)).toBe(0.25);
  expect(cutoff(7, 0)).toBe(7);
  expect(cutoff(Infinity, 0.5)).toBe(Infinity);
});
