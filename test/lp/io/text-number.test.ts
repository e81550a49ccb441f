import { describe, expect, it } from "vitest";
import { isBound, isNumber, parseBound, parseNumber } from "../../../src/lp/io/text-number.ts";

const line = { number: 1, text: "x" };

describe("readNumber and readLimit", () => {
  it("understand decimals, exponents, Fortran's D and signs", () => {
    expect(["1", "-1.", "+.5", "1e3", "-2.5D-2", "1d1"].map((text) => parseNumber(text, line, "it"))).toEqual([
      1, -1, 0.5, 1000, -0.025, 10,
    ]);
  });

  it.each(["", "1,5", "0x10", "1e", "--1", "NaN", "1e999", "Inf", "1_000"])("readNumber refuses %j", (text) => {
    expect(() => parseNumber(text, line, "the cost")).toThrow(/^line 1: got .* for the cost, wanted a finite number/u);
  });

  it("readLimit takes Inf, Infinity and 1e20 for no bound", () => {
    expect(["inf", "-Infinity", "+INF", "1e20", "-1e30", "9.9e19"].map((text) => parseBound(text, line, "it"))).toEqual(
      [Infinity, -Infinity, Infinity, Infinity, -Infinity, 9.9e19],
    );
    expect(() => parseBound(undefined, line, "the bound")).toThrow(/got nothing for the bound/u);
  });

  it("isNumber and isLimit differ by the spellings of infinity", () => {
    expect(["1", "-Inf", "x"].map(isNumber)).toEqual([true, false, false]);
    expect(["1", "-Inf", "x"].map(isBound)).toEqual([true, true, false]);
  });

  it("refuse a number of a million digits and a letter in linear time", () => {
    // Quadratic time would be minutes.
    expect(["9", "9.", "."].map((start) => isNumber(`${start}${"9".repeat(1_000_000)}x`))).toEqual([
      false,
      false,
      false,
    ]);
  }, 2000);
});
