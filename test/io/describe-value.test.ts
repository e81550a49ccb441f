import { describe, expect, it } from "vitest";
import { shortJson, describeValue } from "../../src/io/describe-value.ts";

const ring: unknown[] = [];
ring.push(ring);
let deep: unknown = 1;
for (let i = 0; i < 1e5; i++) deep = [deep];
class Meter {
  readonly constructed = true;
}
const trap = {
  get x(): never {
    throw new Error("run");
  },
  toString: 5,
  toJSON: () => "run",
};

describe("valueWords", () => {
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    [-0, "0"],
    [1n, "a bigint"],
    ["a", 'the text "a"'],
    [" ", "the text a blank"],
    [[1, 2], "an array of 2"],
    [() => 1, "a function"],
    [Symbol("x"), "a symbol"],
    [{}, "an object"],
    [Object.create(null), "an object"],
    [new Date(0), "a Date"],
    [Buffer.from("a"), "a Uint8Array"],
    [new ArrayBuffer(2), "an ArrayBuffer"],
    [Promise.resolve(1), "a Promise"],
    [new Meter(), "a Meter"],
    [trap, "an object"],
    [Object.assign(new Meter(), { constructor: null }), "a Meter"],
  ])("of a value, %#", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });
});

describe("said", () => {
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    [1.5, "1.5"],
    ["a\n", '"a\\n"'],
    [[1, "b", [null, undefined]], '[1,"b",[null,nothing]]'],
    [{ a: 1, b: { c: [] } }, '{"a":1,"b":{"c":[]}}'],
    [1n, "1"],
    [new Date(0), "a Date"],
    [[() => 1], "[a function]"],
  ])("is JSON where it is data, %#", (value, words) => {
    expect(shortJson(value)).toBe(words);
  });

  it("is cut, however long, deep or round a value is", () => {
    for (const value of [
      "x".repeat(1e6),
      Array.from({ length: 1e6 }, () => 1),
      deep,
      ring,
      { a: deep },
      { ["k".repeat(1e6)]: 1 },
    ]) {
      expect(shortJson(value)).toHaveLength(60);
      expect(shortJson(value).endsWith("...")).toBe(true);
    }
  });
});
