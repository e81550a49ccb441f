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

  // The plain recursion of the definition, on all names.
  it("finds what comparing with every name in full finds", () => {
    const distance = (a: string, b: string): number => {
      const row = Array.from({ length: b.length + 1 }, (_, j) => j);
      for (let i = 1; i <= a.length; i++) {
        let corner = row[0]++;
        for (let j = 1; j <= b.length; j++) {
          const above = row[j];
          row[j] = Math.min(above + 1, row[j - 1] + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1));
          corner = above;
        }
      }
      return row[b.length];
    };
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (given, names, limit) => {
        const near = names
          .map((name) => ({ name, d: distance(given, name) }))
          .filter(({ name, d }) => d <= 0.4 * Math.max(given.length, name.length));
        expect(nearestNames(given, names, limit)).toEqual(
          near
            .sort((a, b) => a.d - b.d)
            .slice(0, limit)
            .map(({ name }) => name),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("looks at no more than a thousand names of a list without end", () => {
    let asked = 0;
    function* endless() {
      for (;;) yield `name ${asked++} ${"x".repeat(1000)}`;
    }
    expect(nearestNames("nothing like it", endless())).toEqual([]);
    expect(asked).toBeLessThan(1100);
  });

  it("always finds a name itself, first", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.array(fc.string({ maxLength: 40 })),
        (name, others) => {
          expect(nearestNames(name, [...others, name])[0].toLowerCase()).toBe(name.toLowerCase());
        },
      ),
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
