import { expect, it } from "vitest";
import { numberOption } from "../../src/cli/number-option.ts";

it("takes numbers above 0 and names the option of others", () => {
  const read = numberOption("--time-limit");
  expect(read("1.5")).toBe(1.5);
  for (const text of ["", "0", "-1", "abc", "Infinity"])
    expect(() => read(text)).toThrow(/--time-limit .*: wanted a number above 0/u);
});
