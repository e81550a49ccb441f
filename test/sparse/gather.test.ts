import { describe, expect, it } from "vitest";
import { gather } from "../../src/sparse/gather.ts";

describe("gather", () => {
  it("takes entries in the order asked for, as often as asked", () => {
    expect(gather(Float64Array.of(5, 6, 7), Int32Array.of(2, 0, 2))).toEqual(Float64Array.of(7, 5, 7));
  });

  it("returns an array of the same type", () => {
    expect(gather(Int8Array.of(1, -1), Int32Array.of(1))).toEqual(Int8Array.of(-1));
    expect(gather(Int32Array.of(4, 9), new Int32Array(0))).toEqual(new Int32Array(0));
  });
});
