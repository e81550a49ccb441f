import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, nearestNames } from "../../src/catalogue/nearest-names.ts";

describe("nearestNames", () => {
  it("finds a slip of the pen, whatever the case", () => {
    expect(nearestNames("importLimitMW", ["exportLimitMw", "importLimitMw", "name"])).toEqual(["importLimitMw"]);
    expect(nearestNames("deisel", ["battery", "diesel", "grid"])).toEqual(["diesel"]);
  });

  it("names none where nothing is close", () => {
    expect(nearestNames("Q", ["B", "AI"])).toEqual([]);
    expect(nearestNames("zebra", ["battery", "diesel"])).toEqual([]);
    expect(nearestNames("x", [])).toEqual([]);
  });

  // kitten -> sitting takes three edits; "sitting" has 7 letters, so 3 > 2.8 is out and "kitting" (2) is in.
  it("orders by edit distance and keeps to two fifths of the letters", () => {
    expect(nearestNames("kitten", ["sitting", "kitting", "kittens"], 3)).toEqual(["kittens", "kitting"]);
  });

  it("always finds a name itself, first", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(fc.string({ maxLength: 40 })), (name, others) => {
        expect(nearestNames(name, [...others, name])[0].toLowerCase()).toBe(name.toLowerCase());
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe("didYouMean", () => {
  it("asks with the near names quoted, and is silent where none is near", () => {
    expect(didYouMean("deisel", ["battery", "diesel"])).toBe('did you mean "diesel"?');
    expect(didYouMean("kitten", ["sitting", "kitting", "kittens"], 3)).toBe('did you mean "kittens", "kitting"?');
    expect(didYouMean("zebra", ["battery", "diesel"])).toBeUndefined();
  });
});
