import { expect, it } from "vitest";
import { underestimate } from "../../src/branch/lowered.ts";
import { lowerEnvelope, valueAt } from "../../src/branch/piecewise-linear.ts";
import { grid, randomFunction } from "../support/piecewise-case.ts";
import { seededUniform } from "../support/random-programs.ts";

it("underestimate is never above the function, has few pieces, and is close if few pieces are removed", () => {
  const uniform = seededUniform(3);
  for (let round = 0; round < 60; round++) {
    const f = lowerEnvelope(Array.from({ length: 12 }, () => randomFunction(uniform, false)));
    for (const most of [4, 8, 1000]) {
      const low = underestimate(f, most);
      expect(Math.max(...grid(f).map((x) => valueAt(low, x) - valueAt(f, x)))).toBeLessThanOrEqual(1e-9);
      if (most === 1000) expect(low).toEqual(f);
      else expect(low.length).toBeLessThanOrEqual(f.length);
    }
  }
  // A bend downwards goes by its chord; a flat bottom by the lines beside it.
  expect(underestimate([0, 0, 1, 1, 1, 1, 2, 1], 1)).toEqual([0, 0, 2, 1]);
  expect(underestimate([0, 10, 4, 2, 4, 2, 6, 2, 6, 2, 10, 10], 2)).toEqual([0, 10, 5, 0, 5, 0, 10, 10]);
});
