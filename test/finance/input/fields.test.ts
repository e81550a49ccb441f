import { describe, expect, it } from "vitest";
import { FaultList } from "../../../src/finance/input/fault-list.ts";
import { Fields, share } from "../../../src/finance/input/fields.ts";
import { read } from "../../support/finance-frame.ts";

describe("fields", () => {
  it("numbers within their range, and a fallback for an absent one", () => {
    const number = (a: unknown, range = {}) => read({ a }, (fields) => fields.number("a", range));
    expect(number(1.5)).toBe(1.5);
    expect(read({}, (fields) => fields.number("a", {}, 7))).toBe(7);
    expect(read({}, (fields) => fields.optionalNumber("a"))).toBeUndefined();
    expect(() => number(undefined)).toThrow("it.a: got nothing, wanted a number; add the field");
    expect(() => number(1, { above: 1 })).toThrow("above 1");
    expect(() => number(1, { below: 1 })).toThrow("below 1");
    expect(() => number(1.5, { isWhole: true })).toThrow("a whole number");
    expect(() => number(3, { least: 1, most: 2, unit: "m" })).toThrow("a number (m), at least 1 and at most 2");
    expect(() => number(50, share)).toThrow("write 50 % as 0.5");
    expect(() => number(Infinity)).toThrow("got Infinity");
    expect(() => number(true)).toThrow("got true");
  });

  it("texts, flags, choices", () => {
    const given = { text: "a", flag: true, choice: "two" };
    read(given, (fields) => {
      expect([fields.text("text"), fields.flag("flag", false), fields.choice("choice", ["one", "two"])]).toEqual([
        "a",
        true,
        "two",
      ]);
      expect([fields.text("b", "x"), fields.flag("c", true), fields.choice("d", ["one"], "one")]).toEqual([
        "x",
        true,
        "one",
      ]);
    });
    expect(() => read({ a: "" }, (fields) => fields.text("a"))).toThrow("a text of 1 to 200 characters");
    expect(() => read({ a: 1 }, (fields) => fields.flag("a", true))).toThrow("true or false");
    expect(() => read({ a: "onee" }, (fields) => fields.choice("a", ["one", "two"]))).toThrow('did you mean "one"?');
  });

  it("lists: arrays and typed arrays, with the index of a fault", () => {
    read({ a: [1, 2], b: Float64Array.of(3, 4), c: 5 }, (fields) => {
      expect(fields.series("a", 2)).toEqual([1, 2]);
      expect(fields.series("b", undefined)).toEqual([3, 4]);
      expect(fields.scalarOrSeries("c", 2)).toEqual([5, 5]);
      expect(fields.scalarOrSeries("a", 2)).toEqual([1, 2]);
    });
    expect(() => read({ a: [1, "2"] }, (fields) => fields.series("a", 2))).toThrow("it.a[1]: got the text");
    expect(() => read({ a: [] }, (fields) => fields.series("a", undefined))).toThrow("at least 1 numbers");
    expect(() => read({ a: new Array(2) }, (fields) => fields.series("a", 2))).toThrow("it.a[0]: got nothing");
  });

  it("objects and lists of them", () => {
    read({ a: { b: 1 }, list: [{ c: 2 }] }, (fields) => {
      expect(fields.optional("z")).toBeUndefined();
      expect(fields.optional("a")?.number("b")).toBe(1);
      expect(fields.objects("list").map((one) => one.number("c"))).toEqual([2]);
      expect(fields.objects("none")).toEqual([]);
      expect(fields.values("list")).toHaveLength(1);
    });
    expect(() => read({ a: [] }, (fields) => fields.object("a"))).toThrow("an object of fields");
    expect(() => read({ a: 1 }, (fields) => fields.objects("a"))).toThrow("a list of objects");
    expect(() => read({ a: [] }, (fields) => fields.objects("a", true))).toThrow("at least one entry");
    expect(() => read({ a: 1 }, (fields) => fields.values("a"))).toThrow("a list");
  });

  it("an unknown field is a fault with the nearest name; undefined is absent", () => {
    const close = (given: object) => read(given, (fields) => [fields.number("rate", {}, 0), fields.close()]);
    expect(() => close({ rat: 1 })).toThrow('it.rat: got 1, wanted no such field; did you mean "rate"?');
    expect(() => close({ rat: undefined })).not.toThrow();
    expect(() => close({ something: 1 })).toThrow("remove it");
  });

  it("fields of a prototype are not given", () => {
    const faults = new FaultList();
    expect(Fields.ofArgument("f", {}, faults).has("toString")).toBe(false);
  });
});
