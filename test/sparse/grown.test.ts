import { expect, it } from "vitest";
import { grown } from "../../src/sparse/grown.ts";

it("keeps type and entries, and adds zeros", () => {
  expect(grown(Int32Array.of(3, 4), 3)).toEqual(Int32Array.of(3, 4, 0));
  expect(grown(Float64Array.of(0.5), 2)).toEqual(Float64Array.of(0.5, 0));
});
