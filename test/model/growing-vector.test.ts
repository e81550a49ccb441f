import { describe, expect, it } from "vitest";
import { GrowingVector } from "../../src/model/growing-vector.ts";

describe("GrowingVector", () => {
  it("appends a number several times, or a part of a series", () => {
    const vector = new GrowingVector();
    vector.append(7, 0, 2);
    vector.append(Float64Array.of(10, 11, 12, 13), 1, 2);
    vector.append(-Infinity, 3, 1);
    expect([...vector.toArray()]).toEqual([7, 7, 11, 12, -Infinity]);
    expect(vector.length).toBe(5);
    expect(vector.at(3)).toBe(12);
  });

  it("appends a part of a series that is given by itself", () => {
    const vector = new GrowingVector();
    vector.append(Float64Array.of(4, 5), 3, 2);
    expect([...vector.toArray()]).toEqual([4, 5]);
  });

  it("sets a value, an infinite one too", () => {
    const vector = new GrowingVector();
    vector.append(Infinity, 0, 2);
    vector.set(1, 0.1);
    expect([...vector.toArray()]).toEqual([Infinity, 0.1]);
  });

  it("adds in place; what was taken out is a copy", () => {
    const vector = new GrowingVector();
    vector.append(1, 0, 2);
    const before = vector.toArray();
    vector.add(1, 2);
    expect([...vector.toArray()]).toEqual([1, 3]);
    expect([...before]).toEqual([1, 1]);
  });

  it("keeps its values while it grows, in small steps and in one large one", () => {
    const vector = new GrowingVector();
    const wanted: number[] = [];
    for (let i = 0; i < 3000; i++) {
      vector.append(i, 0, 1);
      wanted.push(i);
    }
    vector.append(9, 0, 20_000);
    expect([...vector.toArray()]).toEqual([...wanted, ...new Array<number>(20_000).fill(9)]);
  });
});
