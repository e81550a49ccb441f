import { describe, expect, it } from "vitest";
import { CANCELLED, dropNoise, ScatteredVector } from "../../src/sparse/scattered-vector.ts";

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

  it("lists an entry once, even one that is set to 0", () => {
    const v = new ScatteredVector(3);
    for (const a of [2, 0, 5]) {
      v.put(1, a);
      expect([v.value[1], v.count, v.index[0]]).toEqual([a === 0 ? CANCELLED : a, 1, 1]);
    }
  });

  it("drops noise", () => {
    const v = new ScatteredVector(4);
    v.put(1, -1e-16);
    v.put(3, -3);
    dropNoise(v);
    expect([[...v.value], [...v.index.slice(0, v.count)]]).toEqual([[0, 0, 0, -3], [3]]);
  });
});
