import { describe, expect, it } from "vitest";
import { canonicalJson, jsonOf } from "../../src/sweep/json-value.ts";

describe("jsonOf", () => {
  it("turns typed arrays into arrays and -0 into 0, and leaves out what is undefined", () => {
    const copy = jsonOf({ curve: Float64Array.of(1, -0), none: undefined, zero: -0 }, "input");
    expect(copy).toEqual({ curve: [1, 0], zero: 0 });
    expect(Object.is((copy as { zero: number }).zero, 0)).toBe(true);
    expect(Object.keys(copy as object)).toEqual(["curve", "zero"]);
  });

  it("copies and freezes, so that cases can share it", () => {
    const given = { curve: [1, 2] };
    const copy = jsonOf(given, "input") as { curve: number[] };
    given.curve[0] = 9;
    expect(copy.curve[0]).toBe(1);
    expect(() => copy.curve.push(3)).toThrow(TypeError);
  });

  it("lists everything that JSON has not, by its place", () => {
    const given = { a: [1, NaN], b: { c: Infinity }, d: () => 0, e: 5n, f: Float64Array.of(NaN) };
    expect(() => jsonOf(given, "input")).toThrow(
      /has 5 faults:\n {2}input\.a\[1\]: got NaN.*\n {2}input\.b\.c: got Infinity.*\n {2}input\.d: got a function.*\n {2}input\.e: got a bigint.*\n {2}input\.f\[0\]: got NaN/u,
    );
  });
});

describe("canonicalJson", () => {
  // The example of RFC 8785, section 3.2.2 and 3.2.3.
  it("writes the example of RFC 8785", () => {
    const given = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(given)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts fields by code units, at every depth", () => {
    expect(canonicalJson({ b: [{ z: 1, "\u{1F600}": 2, "\uFB33": 3, a: 4 }], B: 0 })).toBe(
      '{"B":0,"b":[{"a":4,"z":1,"\u{1F600}":2,"\uFB33":3}]}',
    );
  });
});
