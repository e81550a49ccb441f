import { describe, expect, it } from "vitest";
import { ProgramError } from "../../src/errors.ts";
import { checkProgram } from "../../src/lp/check-program.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";

// min x0 + 2 x1, 1 <= x0 + x1, x0 - x1 <= 4, x in [0, 9] x [0, Infinity].
const good: LinearProgram = {
  ...smallProgram(
    "min",
    [
      [0, 1, 9],
      [0, 2, Infinity],
    ],
    [
      [1, [1, 1], Infinity],
      [-Infinity, [1, -1], 4],
    ],
  ),
  rowNames: ["need", "slope"],
  colNames: ["x0", "x1"],
};

const refusals: readonly [string, Partial<Record<keyof LinearProgram, unknown>>, string, RegExp][] = [
  ["a count that is not whole", { numRows: 1.5 }, "numRows", /got 1\.5, wanted a whole number/u],
  ["a negative count", { numCols: -1 }, "numCols", /got -1, wanted a whole number/u],
  ["another sense", { sense: "maximise" }, "sense", /got "maximise", wanted "min" or "max"/u],
  ["an offset of NaN", { objectiveOffset: NaN }, "objectiveOffset", /got NaN, wanted a finite number/u],
  ["a short colStart", { colStart: Int32Array.of(0, 2) }, "colStart", /has 2 entries, wanted 3/u],
  ["a plain array", { colStart: [0, 2, 4] }, "colStart", /got Array, wanted a Int32Array of length 3/u],
  ["a start that is not 0", { colStart: Int32Array.of(1, 2, 4) }, "colStart[0]", /got 1, wanted 0/u],
  ["starts that decrease", { colStart: Int32Array.of(0, 5, 4) }, "colStart[2]", /got 4 after 5/u],
  ["a short rowIndex", { rowIndex: Int32Array.of(0, 1) }, "rowIndex", /has 2 entries, wanted 4/u],
  ["a long value", { value: new Float64Array(5) }, "value", /has 5 entries, wanted 4/u],
  [
    "a row index too great",
    { rowIndex: Int32Array.of(0, 1, 0, 2) },
    "rowIndex[3]",
    /got 2 in column 1, wanted a row below 2/u,
  ],
  ["a negative row index", { rowIndex: Int32Array.of(0, 1, -1, 1) }, "rowIndex[2]", /got -1 in column 1/u],
  [
    "a row twice in a column",
    { rowIndex: Int32Array.of(0, 1, 1, 1) },
    "rowIndex[3]",
    /column 1 has row 1 twice \(first at position 2\)/u,
  ],
  ["a coefficient of NaN", { value: Float64Array.of(1, NaN, 1, 1) }, "value[1]", /got NaN, wanted a finite number/u],
  ["an infinite coefficient", { value: Float64Array.of(1, 1, -Infinity, 1) }, "value[2]", /got -Infinity/u],
  ["a short cost", { cost: Float64Array.of(1) }, "cost", /has 1 entries, wanted 2/u],
  ["an infinite cost", { cost: Float64Array.of(1, Infinity) }, "cost[1]", /got Infinity, wanted a finite number/u],
  ["a short colLower", { colLower: Float64Array.of(0) }, "colLower", /has 1 entries, wanted 2/u],
  ["a short colUpper", { colUpper: Float64Array.of(0) }, "colUpper", /has 1 entries, wanted 2/u],
  ["a bound of NaN", { colUpper: Float64Array.of(9, NaN) }, "colUpper[1]", /got NaN, wanted a number or Infinity/u],
  [
    "a lower bound of +Infinity",
    { colLower: Float64Array.of(Infinity, 0), colUpper: Float64Array.of(Infinity, 9) },
    "colLower[0]",
    /got Infinity, wanted a number or -Infinity/u,
  ],
  ["an upper bound of -Infinity", { rowUpper: Float64Array.of(-Infinity, 4) }, "rowUpper[0]", /got -Infinity/u],
  [
    "crossed column bounds",
    { colLower: Float64Array.of(10, 0) },
    "colLower[0]",
    /got 10 above colUpper\[0\] = 9, wanted lower <= upper/u,
  ],
  ["crossed row bounds", { rowLower: Float64Array.of(1, 5) }, "rowLower[1]", /got 5 above rowUpper\[1\] = 4/u],
  ["a missing row bound", { rowLower: undefined }, "rowLower", /got undefined, wanted a Float64Array of length 2/u],
  ["too few names", { rowNames: ["need"] }, "rowNames", /has 1 entries, wanted 2/u],
  ["names that are not an array", { colNames: "x0" }, "colNames", /got "x0", wanted an array of strings/u],
  ["a name that is not a string", { colNames: ["x0", 7] }, "colNames[1]", /got 7, wanted a string/u],
];

describe("checkProgram", () => {
  it("accepts a program with names, bounds of both kinds and a stored zero", () => {
    expect(() => checkProgram(good)).not.toThrow();
    expect(() => checkProgram({ ...good, value: Float64Array.of(1, 1, 0, -1) })).not.toThrow();
  });

  it("accepts programs without rows, without columns, and with equal names", () => {
    expect(() => checkProgram(smallProgram("max", [[0, 1, 1]], []))).not.toThrow();
    expect(() => checkProgram(smallProgram("min", [], [[0, [], 1]]))).not.toThrow();
    expect(() => checkProgram({ ...good, colNames: ["x", "x"] })).not.toThrow();
  });

  it("accepts every random program of the tests", () => {
    for (let seed = 0; seed < 200; seed++) expect(() => checkProgram(randomProgram(seed))).not.toThrow();
  });

  it.each(refusals)("refuses %s", (_, change, path, message) => {
    let caught: unknown;
    try {
      checkProgram({ ...good, ...change } as LinearProgram);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ProgramError);
    expect((caught as ProgramError).path).toBe(path);
    expect((caught as ProgramError).message).toMatch(message);
    expect((caught as ProgramError).message.startsWith(`${path}: `)).toBe(true);
  });
});
