import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRecord, listed, literal, pathOf, quoted } from "../../src/input/literal.ts";

describe("pathOf", () => {
  it("writes keys with dots, indices in brackets and odd keys in quotation marks", () => {
    expect(pathOf("assets[2]", ["importLimitMw", 17])).toBe("assets[2].importLimitMw[17]");
    expect(pathOf("", ["horizon"])).toBe("horizon");
    expect(pathOf("initialState", ["Fleet 1", "powerMw"])).toBe('initialState["Fleet 1"].powerMw');
    expect(pathOf("initialState", ["2026-07"])).toBe('initialState["2026-07"]');
  });
});

describe("literal", () => {
  it.each([
    [undefined, "nothing"],
    [null, "null"],
    [Number.NaN, "NaN"],
    [-5, "-5"],
    [true, "true"],
    ["12", 'the text "12"'],
    [[1, 2, 3], "an array of 3 entries"],
    [[1], "an array of 1 entry"],
    [{}, "an empty object"],
    [{ a: 1, b: 2 }, 'an object with "a", "b"'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, 'an object with "a", "b", "c", "d", ...'],
    [10n, "a bigint"],
    [Symbol("x"), "a symbol"],
  ])("says %o as %s", (value, text) => {
    expect(literal(value)).toBe(text);
  });

  it("is short and throws for no value at all", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
          withDate: true,
          withMap: true,
        }),
        (value) => {
          expect(literal(value).length).toBeLessThan(400);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  it("cuts long texts", () => {
    expect(quoted("x".repeat(100))).toBe(`"${"x".repeat(57)}..."`);
  });
});

describe("listed", () => {
  it("joins with or, and cuts after a dozen", () => {
    expect(listed([])).toBe("");
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b", "c"])).toBe("a, b or c");
    expect(listed(Array.from({ length: 13 }, (_, i) => String(i)))).toBe("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or 12");
    expect(listed(Array.from({ length: 14 }, (_, i) => String(i)))).toBe("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...");
  });
});

describe("isRecord", () => {
  it("is neither null nor an array", () => {
    expect([{}, null, [], "x", undefined].map(isRecord)).toEqual([true, false, false, false, false]);
  });
});
