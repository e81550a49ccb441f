import { expect, it } from "vitest";
import { greatestFinite, greatestSize } from "../../src/sparse/greatest-size.ts";

it("greatestSize is the greatest absolute entry, and hides no NaN", () => {
  expect(greatestSize(Float64Array.of(1, -3, 2))).toBe(3);
  expect(greatestSize(new Float64Array(0))).toBe(0);
  expect(greatestSize(Float64Array.of(1, NaN, 2))).toBeNaN();
});

it("greatestFinite ignores infinite bounds", () => {
  expect(greatestFinite(Float64Array.of(-Infinity, -7), Float64Array.of(Infinity, 5))).toBe(7);
  expect(greatestFinite(Float64Array.of(Infinity))).toBe(0);
});
