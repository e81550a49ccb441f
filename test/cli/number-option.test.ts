import { expect, it } from "vitest";
import { numberOption, wholeNumberOption } from "../../src/cli/number-option.ts";

it("takes numbers above 0 and names the option of others", () => {
  const read = numberOption("--time-limit");
  expect(read("1.5")).toBe(1.5);
  for (const text of ["", "0", "-1", "abc", "Infinity"])
    expect(() => read(text)).toThrow(/--time-limit .*: wanted a number above 0/u);
});

it("takes whole numbers of 0 or more", () => {
  const read = wholeNumberOption("--digits");
  expect([read("0"), read("12")]).toEqual([0, 12]);
  for (const text of ["", "-1", "1.5", "1e3", "x"])
    expect(() => read(text)).toThrow(/--digits .*: wanted a whole number of 0 or more/u);
});
