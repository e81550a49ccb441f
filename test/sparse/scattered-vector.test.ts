import { describe, expect, it } from "vitest";
import { dropNoise, gatherAll, ScatteredVector } from "../../src/sparse/scattered-vector.ts";

describe("ScatteredVector", () => {
  it("clears few nonzeros and many alike", () => {
    for (const count of [1, 9]) {
      const v = new ScatteredVector(10);
      for (let i = 0; i < count; i++) {
        v.value[i] = 1;
        v.index[v.count++] = i;
      }
      v.clear();
      expect([v.count, ...v.value]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }
  });

  it("becomes a unit vector, and a copy", () => {
    const v = new ScatteredVector(3);
    v.setUnit(0);
    v.setUnit(2);
    expect([...v.value]).toEqual([0, 0, 1]);
    const w = new ScatteredVector(3);
    w.setUnit(1);
    w.copyFrom(v);
    expect([[...w.value], w.count, w.index[0]]).toEqual([[0, 0, 1], 1, 2]);
  });

  it("lists by scan and drops noise", () => {
    const v = new ScatteredVector(4);
    v.value.set([1e-15, 2, 0, -3]);
    gatherAll(v);
    expect([[...v.value], [...v.index.slice(0, v.count)]]).toEqual([[0, 2, 0, -3], [1, 3]]);
    v.value[1] = -1e-16;
    dropNoise(v);
    expect([[...v.value], [...v.index.slice(0, v.count)]]).toEqual([[0, 0, 0, -3], [3]]);
  });
});
