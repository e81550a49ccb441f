import { describe, expect, it } from "vitest";
import { columnSums, CompensatedSum, rowSums } from "../../src/lp/residuals.ts";
import { smallProgram } from "../support/random-programs.ts";

const free: [number, number, number] = [-Infinity, 0, Infinity];

describe("rowSums", () => {
  it("gives A x and the sums of absolute terms", () => {
    // Rows (1, -2) and (0, 3) at x = (5, 2): 5 - 4 = 1 and 6; absolute 9 and 6.
    const lp = smallProgram(
      "min",
      [free, free],
      [
        [0, [1, -2], 0],
        [0, [0, 3], 0],
      ],
    );
    const { value, magnitude } = rowSums(lp, Float64Array.of(5, 2));
    expect([...value]).toEqual([1, 6]);
    expect([...magnitude]).toEqual([9, 6]);
  });

  it("preserves what a plain sum of doubles loses", () => {
    // 1e16 + 1 - 1e16 is 0 in plain doubles, since 1e16 + 1 rounds to 1e16; the true sum is 1.
    const lp = smallProgram("min", [free, free, free], [[0, [1, 1, 1], 0]]);
    expect(1e16 + 1 - 1e16).toBe(0);
    expect(rowSums(lp, Float64Array.of(1e16, 1, -1e16)).value[0]).toBe(1);
  });
});

describe("columnSums", () => {
  // Columns (1, 3) and (-2, 0) with y = (4, 2): A'y = (10, -8); 7 - 10 = -3, 1 + 8 = 9.
  const lp = smallProgram(
    "min",
    [free, free],
    [
      [0, [1, -2], 0],
      [0, [3, 0], 0],
    ],
  );
  const y = Float64Array.of(4, 2);

  it("gives A'y", () => {
    expect([...columnSums(lp, y, 1).value]).toEqual([10, -8]);
  });

  it("gives cost - A'y with the cost among the absolute terms", () => {
    const { value, magnitude } = columnSums(lp, y, -1, Float64Array.of(7, 1));
    expect([...value]).toEqual([-3, 9]);
    expect([...magnitude]).toEqual([17, 9]);
  });

  it("preserves what a plain sum of doubles loses", () => {
    const tall = smallProgram(
      "min",
      [free],
      [
        [0, [1], 0],
        [0, [1], 0],
        [0, [1], 0],
      ],
    );
    expect(columnSums(tall, Float64Array.of(1e16, 1, -1e16), 1).value[0]).toBe(1);
  });
});

describe("CompensatedSum", () => {
  it("adds without losing small terms", () => {
    const sum = new CompensatedSum();
    for (const term of [1e16, 1, -1e16, 0.5]) sum.add(term);
    expect(sum.total).toBe(1.5);
    expect(sum.magnitude).toBe(2e16); // itself a plain sum: 1 and 0.5 round away
  });
});
