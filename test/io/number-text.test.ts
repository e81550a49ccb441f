import { describe, expect, it } from "vitest";
import { parseNumber, numberFix } from "../../src/io/number-text.ts";

describe("numberOf", () => {
  it("refuses what is beyond every number", () => {
    expect([parseNumber("1e999"), parseNumber("-1e999"), parseNumber("1e308", false, 3)]).toEqual([NaN, NaN, NaN]);
  });

  it.each([
    ["12.5", 12.5],
    [" -3.75 ", -3.75],
    [".5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["0.00E+000", 0],
    ["+7", 7],
  ])("reads %j", (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it.each(["", " ", "1,5", "1,234.5", "0x10", "NaN", "Infinity", "1 000", "$5", "(5)", "--1"])("refuses %j", (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  it("reads a decimal comma where it is asked to, and then no point", () => {
    expect([parseNumber("1,5", true), parseNumber("-0,01", true), parseNumber("7", true)]).toEqual([1.5, -0.01, 7]);
    expect([parseNumber("1.5", true), parseNumber("1.234,5", true), parseNumber("1,2,3", true)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe("numberTextAdvice", () => {
  it.each([
    ["(5)", "minus sign"],
    ["$5", "currency sign"],
    ["1,234", "thousands"],
    ["12,5", "options.decimalComma"],
    ["x", "correct it"],
  ])("of %j speaks of %s", (text, words) => {
    expect(numberFix(text)).toContain(words);
  });
});
