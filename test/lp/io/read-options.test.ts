import { describe, expect, it } from "vitest";
import { checkReadOptions, integerNotice } from "../../../src/lp/io/read-options.ts";

describe("checkReadOptions", () => {
  it("takes names, relax and what is left undefined", () => {
    expect(() => checkReadOptions({}, [])).not.toThrow();
    expect(() =>
      checkReadOptions({ integers: "relax", rhs: "A", bounds: undefined } as never, ["rhs", "bounds"]),
    ).not.toThrow();
  });

  it.each<[unknown, string]>([
    ["relax", "options: got relax, wanted an object; leave it out for the defaults."],
    [{ integers: "round" }, 'options.integers: got round, wanted "relax".'],
    [{ rhs: null }, "options.rhs: got null, wanted a name."],
    [{ other: 1 }, "options.other: is not an option, wanted one of integers, rhs."],
  ])("refuses %j", (options, message) => {
    expect(() => checkReadOptions(options as never, ["rhs"])).toThrow(message);
  });
});

describe("integerNotice", () => {
  it("counts the columns and names the first", () => {
    expect(integerNotice(new Map(), [])).toEqual([]);
    expect(
      integerNotice(
        new Map([
          [2, 7],
          [0, 9],
        ]),
        ["a", "b", "c"],
      ),
    ).toEqual([{ line: 7, message: '2 integer or semicontinuous columns (first: "c") were read as continuous ones.' }]);
  });
});
