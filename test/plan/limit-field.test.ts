import { describe, expect, it } from "vitest";
import { fieldAt, isConstant, withFieldAtLeast } from "../../src/plan/limit-field.ts";

const asset = {
  kind: "any",
  name: "any",
  path: "assets[0]",
  spec: {
    sets: 4,
    curveMw: Float64Array.of(1, 2, 3),
    flatMw: Float64Array.of(2, 2, 2),
    jobs: [
      { name: "first", maxMw: 5 },
      { name: "second", maxMw: 6 },
    ],
    calls: [{ capMw: 7 }],
    words: "text",
    inner: { hours: 8 },
  },
  initial: { makeUpMwh: 9 },
};
const everywhere = () => true;

describe("a field by its name", () => {
  it.each([
    ["sets", 4],
    ["curveMw", 3],
    ["jobs.second.maxMw", 6],
    ["calls[0].capMw", 7],
    ["inner.hours", 8],
    ["initialState.makeUpMwh", 9],
  ])("%s", (name, value) => {
    expect(fieldAt(asset, name, 2)).toBe(value);
    const higher = withFieldAtLeast(asset, name, value + 1, everywhere);
    expect(fieldAt(higher!, name, 2)).toBe(value + 1);
    expect(fieldAt(withFieldAtLeast(asset, name, value - 1, everywhere)!, name, 2)).toBe(value);
    expect(fieldAt(asset, name, 2)).toBe(value); // the first asset is as it was
  });

  it.each([
    "",
    "words",
    "none",
    "jobs.third.maxMw",
    "calls[1].capMw",
    "inner",
    "sets.more",
    "initialState.none",
    "__proto__.x",
    "jobs",
  ])("that does not exist: %s", (name) => {
    expect(fieldAt(asset, name, 0)).toBeUndefined();
    expect(withFieldAtLeast(asset, name, 1, everywhere)).toBeUndefined();
  });

  it("is raised in the given intervals, and a single number as a whole", () => {
    expect((withFieldAtLeast(asset, "curveMw", 2.5, (t) => t > 0)!.spec as typeof asset.spec).curveMw).toEqual(
      Float64Array.of(1, 2.5, 3),
    );
    expect((withFieldAtLeast(asset, "sets", 6, () => false)!.spec as typeof asset.spec).sets).toBe(6);
  });

  it("knows what is the same in all intervals", () => {
    expect(["sets", "flatMw", "curveMw", "jobs.first.maxMw"].map((name) => isConstant(asset, name))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
