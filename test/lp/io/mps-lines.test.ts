import { describe, expect, it } from "vitest";
import { detectForm, readLimit, readNumber, splitFields, splitLines } from "../../../src/lp/io/mps-lines.ts";
import type { MpsForm, MpsSection } from "../../../src/lp/io/mps-lines.ts";

const fields = (section: MpsSection, form: MpsForm, text: string): string[] => splitFields(section, form, splitLines(text)[0]);

describe("splitLines", () => {
  it("drops comments and blank lines, keeps the count, tells headers from data", () => {
    expect(splitLines("* c\r\nROWS \n\n N c\r  * no comment\n")).toEqual([
      { number: 2, isHeader: true, text: "ROWS" },
      { number: 4, isHeader: false, text: " N c" },
      { number: 5, isHeader: false, text: "  * no comment" },
    ]);
  });
});

describe("detectForm", () => {
  const fixedRows = "ROWS\n N  MY COST\n L  ROW 1\n";

  it("is free where every line reads as free, even where all stand in fixed columns", () => {
    expect(detectForm(splitLines("ROWS\n N  COST\n L  ROW1\nCOLUMNS\n    X         COST                1.5"))).toBe("free");
  });

  it("is fixed where a name holds a blank and every line stands in fixed columns", () => {
    expect(detectForm(splitLines(fixedRows))).toBe("fixed");
    expect(detectForm(splitLines(`${fixedRows}COLUMNS\n    X         ROW 1              1.5   MY COST            -2.`))).toBe("fixed");
  });

  it("stays free where a line cannot be fixed, so that the fault is told by fields", () => {
    expect(detectForm(splitLines(`${fixedRows}COLUMNS\n  a-long-column-name ROW1 1`))).toBe("free");
    expect(detectForm(splitLines("ROWS\n N\tMY COST\n"))).toBe("free");
  });
});

describe("splitFields", () => {
  it("gives one order for both forms", () => {
    expect(fields("ROWS", "free", " N  cost")).toEqual(["N", "cost"]);
    expect(fields("ROWS", "fixed", " N  MY COST")).toEqual(["N", "MY COST"]);
    expect(fields("COLUMNS", "free", " x r 1 s 2")).toEqual(["x", "r", "1", "s", "2"]);
    expect(fields("COLUMNS", "fixed", "    X 1       R 1                1.5   S 1                 2.")).toEqual([
      "X 1", "R 1", "1.5", "S 1", "2.",
    ]);
  });

  it("puts an empty name where the set is left out", () => {
    expect(fields("RHS", "free", " r 1")).toEqual(["", "r", "1"]);
    expect(fields("RHS", "free", " r 1 s 2")).toEqual(["", "r", "1", "s", "2"]);
    expect(fields("RANGES", "free", " set r 1")).toEqual(["set", "r", "1"]);
    expect(fields("BOUNDS", "free", " UP x 1")).toEqual(["UP", "", "x", "1"]);
    expect(fields("BOUNDS", "free", " FR x")).toEqual(["FR", "", "x"]);
    expect(fields("BOUNDS", "free", " FR set x")).toEqual(["FR", "set", "x"]);
    expect(fields("BOUNDS", "fixed", " UP           X                  4")).toEqual(["UP", "", "X", "4"]);
    expect(fields("BOUNDS", "fixed", " FR SET       X")).toEqual(["FR", "SET", "X"]);
  });

  it("refuses wrong counts with the line", () => {
    expect(() => fields("COLUMNS", "free", "\n\n x r")).toThrow(/^line 3: got "x r" in COLUMNS, wanted a column name/u);
    expect(() => fields("RHS", "free", " a b c d e f 1")).toThrow(/^line 1: got "a b c d e f 1" in RHS/u);
    expect(() => fields("BOUNDS", "free", " UP x y z 1")).toThrow(/in BOUNDS, wanted a type/u);
  });
});

describe("readNumber and readLimit", () => {
  const [line] = splitLines(" x");

  it("understand decimals, exponents, Fortran's D and signs", () => {
    expect(["1", "-1.", "+.5", "1e3", "-2.5D-2", "1d1"].map((text) => readNumber(text, line, "it"))).toEqual([1, -1, 0.5, 1000, -0.025, 10]);
  });

  it.each(["", "1,5", "0x10", "1e", "--1", "NaN", "1e999", "Inf", "1_000"])("readNumber refuses %j", (text) => {
    expect(() => readNumber(text, line, "the cost")).toThrow(/^line 1: got .* for the cost, wanted a finite number/u);
  });

  it("readLimit takes Inf, Infinity and 1e20 for no limit", () => {
    expect(["inf", "-Infinity", "+INF", "1e20", "-1e30", "9.9e19"].map((text) => readLimit(text, line, "it"))).toEqual([
      Infinity, -Infinity, Infinity, Infinity, -Infinity, 9.9e19,
    ]);
    expect(() => readLimit(undefined, line, "the bound")).toThrow(/got nothing for the bound/u);
  });
});
