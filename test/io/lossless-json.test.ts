import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLosslessJson, toLosslessJson } from "../../src/io/lossless-json.ts";

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.double(),
    fc.constantFrom(-0, Infinity, -Infinity, Number.NaN, undefined, null, true),
    fc.string(),
    fc.array(fc.double(), { maxLength: 5 }).map((numbers) => Float64Array.from(numbers)),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(
      fc
        .oneof(fc.string(), fc.constantFrom("$float64", "$number", "$undefined", "$", "$$x"))
        .filter((key) => !(key in {})),
      tie("tree"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

describe("lossless JSON", () => {
  it("there and back is the identity, to the type of arrays and the sign of zero", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(fromLosslessJson(toLosslessJson(value))).toStrictEqual(value);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  it("writes what JSON cannot hold by name", () => {
    const value = { a: Float64Array.of(1.5, -0, Infinity), b: -0, c: undefined, $d: [0.1, -Infinity] };
    expect(toLosslessJson(value)).toBe(
      '{"a":{"$float64":[1.5,"-0","Infinity"]},"b":{"$number":"-0"},"c":{"$undefined":true},"$$d":[0.1,' +
        '{"$number":"-Infinity"}]}',
    );
  });

  it("keeps a key that names the prototype", () => {
    const value = JSON.parse('{"__proto__":{"x":1}}') as object;
    const back = fromLosslessJson(toLosslessJson(value)) as object;
    expect(Object.keys(back)).toEqual(["__proto__"]);
    expect("x" in back).toBe(false);
  });

  it("one object in two places is not a ring", () => {
    const twice = { n: 1 };
    expect(fromLosslessJson(toLosslessJson([twice, twice]))).toEqual([{ n: 1 }, { n: 1 }]);
  });

  const ring: Record<string, unknown> = {};
  ring.self = [ring];
  it.each<[string, unknown]>([
    ["a.b[1] = a function", { a: { b: [0, () => 1] } }],
    ["a bigint", 1n],
    ["at = a Date", { at: new Date(0) }],
    ["a Map", new Map()],
    ["x = a Float32Array", { x: new Float32Array(1) }],
    ["self[0] = a circular reference", ring],
  ])("refuses to write %s", (message, value) => {
    expect(() => toLosslessJson(value)).toThrow(message);
  });

  it.each([
    ["{", "wanted a complete JSON document"],
    ['{"a":[{"$float64":[1,null]}]}', "a[0].$float64[1] = null"],
    ['{"$float64":[1,"2"]}', "$float64[1]"],
    ['{"$number":"1"}', '$number = "1"'],
    ['{"$date":"2026"}', '$date = "2026"'],
    ['{"$float64":[],"b":1}', "$float64 = []"],
    ['{"$undefined":1}', "$undefined = 1"],
  ])("refuses to read %s", (text, message) => {
    expect(() => fromLosslessJson(text)).toThrow(message);
  });
});
