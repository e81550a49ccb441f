import { describe, expect, it } from "vitest";
import { largest, product, scaled, sum, weightedSum } from "../../../src/assets/fields/series.ts";

describe("sums", () => {
  it("keep what a plain sum of doubles loses", () => {
    // 1e16 + 1 rounds to 1e16, so a plain sum gives 0 and 2.
    expect(sum(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect(sum(Float64Array.of(1, 1e16, 1, -1e16))).toBe(2);
    // A year of quarters of an hour: 35,040 x 0.1 = 3504 to the last bit.
    expect(sum(new Float64Array(35_040).fill(0.1))).toBe(3504);
    expect(sum(new Float64Array(0))).toBe(0);
  });

  it("weightedSum is the sum of products", () => {
    expect(weightedSum(Float64Array.of(2, 3), Float64Array.of(10, 100))).toBe(320);
    expect(weightedSum(Float64Array.of(1e8, 1, -1e8), Float64Array.of(1e8, 1, 1e8))).toBe(1);
  });
});

describe("series", () => {
  const values = Float64Array.of(1, -2, 3);

  it("scaled and product make new series", () => {
    expect([...scaled(values, -2)]).toEqual([-2, 4, -6]);
    expect([...product(values, Float64Array.of(3, 2, 1))]).toEqual([3, -4, 3]);
    expect([...values]).toEqual([1, -2, 3]);
  });

  it("largest", () => {
    expect(largest(values)).toBe(3);
    expect(largest(Float64Array.of(-5, -7))).toBe(-5);
    expect(largest(new Float64Array(0))).toBe(-Infinity);
  });
});
