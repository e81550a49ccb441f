import { describe, expect, it } from "vitest";
import { amount, table } from "../../src/report/text-table.ts";

describe("table", () => {
  it("aligns words to the left and numbers to the right", () => {
    expect(
      table(
        ["asset", "USD"],
        [
          ["grid", "5,885"],
          ["s21 fleet", "-84"],
          ["x", ""],
        ],
      ),
    ).toEqual(["asset        USD", "---------  -----", "grid       5,885", "s21 fleet    -84", "x"]);
  });

  it("a column with a word in it is a column of words", () => {
    expect(
      table(
        ["a", "total"],
        [
          ["x", "12"],
          ["y", "not stated"],
        ],
      )[2],
    ).toBe("x  12");
  });
});

describe("amount", () => {
  it.each([
    [0, "0"],
    [-0.001, "0"],
    [0.126, "0.13"],
    [-3.4, "-3.40"],
    [12.34, "12.3"],
    [999.96, "1,000.0"],
    [1234.5, "1,235"],
    [-1234567, "-1,234,567"],
  ])("%s reads %s", (value, text) => {
    expect(amount(value)).toBe(text);
  });
});
