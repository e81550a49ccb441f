import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { readCplexLp } from "../../../src/lp/io/read-cplex-lp.ts";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import { writeCplexLp } from "../../../src/lp/io/write-cplex-lp.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { randomProgram, smallProgram } from "../../support/random-programs.ts";
import { sharedLpAbsence, sharedLps, sharedLpsPresent } from "../../support/shared-lps.ts";
import { runs } from "../../support/runs.ts";
import { expectSameProgram } from "../../support/same-program.ts";

const highs = await loadHighs();

const withNames = (lp: LinearProgram): LinearProgram => ({
  ...lp,
  rowNames: lp.rowNames ?? Array.from({ length: lp.numRows }, (_, i) => `R${i + 1}`),
  colNames: lp.colNames ?? Array.from({ length: lp.numCols }, (_, j) => `C${j + 1}`),
});

/** The program with the coefficients of each column in the order of the rows, stored zeros left out. */
function inRowOrder(lp: LinearProgram): LinearProgram {
  const colStart = [0];
  const entries: [number, number][] = [];
  for (let j = 0; j < lp.numCols; j++) {
    const column: [number, number][] = [];
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++)
      if (lp.value[k] !== 0) column.push([lp.rowIndex[k], lp.value[k]]);
    entries.push(...column.sort(([a], [b]) => a - b));
    colStart.push(entries.length);
  }
  return {
    ...lp,
    colStart: Int32Array.from(colStart),
    rowIndex: Int32Array.from(entries, ([i]) => i),
    value: Float64Array.from(entries, ([, a]) => a),
  };
}

// max 3 x + 0.1 y + 7; 30 <= x + y <= 40, x >= 2, y = 4, a free row, x - y <= 1, an empty row; z touches nothing.
const program: LinearProgram = {
  ...smallProgram(
    "max",
    [
      [1, 3, 12],
      [-Infinity, 0.1, Infinity],
      [0, 0, Infinity],
    ],
    [
      [30, [1, 1, 0], 40],
      [2, [1, 0, 0], Infinity],
      [4, [0, 1, 0], 4],
      [-Infinity, [5, 0, 0], Infinity],
      [-Infinity, [1, -1, 0], 1],
      [-1, [0, 0, 0], Infinity],
    ],
    7,
  ),
  rowNames: ["hours", "need", "exact", "memo", "slope", "empty"],
  colNames: ["x", "y", "z"],
};

describe("writeCplexLp", () => {
  it("writes what a person expects to read", () => {
    expect(writeCplexLp(program).split("\n")).toEqual([
      "Maximize",
      " obj: + 3 x + 0.1 y + 0 z + 7",
      "Subject To",
      " hours: 30 <= + x + y <= 40",
      " need: + x >= 2",
      " exact: + y = 4",
      " memo: + 5 x >= -inf",
      " slope: + x - y <= 1",
      " empty: 0 x >= -1",
      "Bounds",
      " 1 <= x <= 12",
      " y free",
      "End",
      "",
    ]);
    expect(readCplexLp(writeCplexLp(program))).toEqual(program);
  });

  it("writes a row of two bounds as two rows where it is asked to", () => {
    const text = writeCplexLp(
      { ...program, rowNames: ["hours", "need", "exact", "memo", "hours_upper", "empty"] },
      { ranges: "two-rows" },
    );
    expect(text).toContain(" hours: + x + y >= 30\n hours_upper_: + x + y <= 40\n");
    expect(readCplexLp(text)).toMatchObject({
      numRows: 7,
      rowNames: ["hours", "hours_upper_", "need", "exact", "memo", "hours_upper", "empty"],
    });
    expect(() => writeCplexLp(program, { ranges: "rows" } as never)).toThrow(
      'options.ranges: got rows, wanted "one-row" or "two-rows".',
    );
  });

  it("reads back 500 random programs, of both senses and all shapes", () => {
    for (let seed = 0; seed < runs(500, 60); seed++) {
      const lp = randomProgram(seed);
      expectSameProgram(readCplexLp(writeCplexLp(lp)), withNames(lp), `seed ${seed}`);
    }
  });

  it("reads back any doubles (property)", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e19, max: 1e19 }).map((v) => v + 0);
    const bounds = fc.oneof(
      number.map((v): [number, number] => [v, Infinity]),
      number.map((v): [number, number] => [-Infinity, v]),
      number.map((v): [number, number] => [v, v]),
      fc.constant<[number, number]>([-Infinity, Infinity]),
      fc.tuple(number, number).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    );
    const entry = fc.record({ row: bounds, col: bounds, cost: number, coefficient: number });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), number, fc.boolean(), (entries, offset, max) => {
        const lp = smallProgram(
          max ? "max" : "min",
          entries.map(({ col, cost }) => [col[0], cost, col[1]]),
          entries.map(({ row, coefficient }, i) => [
            row[0],
            entries.map((_, j) => (j === i ? coefficient : j < i ? 1 : 0)),
            row[1],
          ]),
          offset,
        );
        expectSameProgram(readCplexLp(writeCplexLp(lp)), withNames(lp));
      }),
      { seed: 20261130, numRuns: runs(500, 50) },
    );
  });

  it("keeps names that every reader holds, and says what it calls the others", () => {
    const good = { ...program, colNames: ["a(1,2)", "é_{t}", "$c"], rowNames: ["#1", "_x.1", "q;", "a|b", "obj", "N"] };
    expect(readCplexLp(writeCplexLp(good))).toEqual(good);
    for (const bad of [
      "with blank",
      "",
      "1x",
      ".x",
      "x[1]",
      "a-b",
      "a+b",
      "a:b",
      "x^2",
      "e",
      "E12",
      "free",
      "Bounds",
      "st",
      "inf",
      "x\\y",
      "x".repeat(256),
    ]) {
      const text = writeCplexLp({ ...program, colNames: ["x", bad, "z"] });
      expect(readCplexLp(text)).toEqual({ ...program, colNames: ["C1", "C2", "C3"] });
      expect(text).toContain(`\\ column C2 is ${JSON.stringify(bad)}\n`);
    }
    expect(readCplexLp(writeCplexLp({ ...program, rowNames: ["a", "a", "b", "c", "d", "e5"] })).rowNames).toEqual([
      "R1",
      "R2",
      "R3",
      "R4",
      "R5",
      "R6",
    ]);
  });

  it("breaks long lines, drops stored zeros, and writes programs without rows or columns", () => {
    const wide = smallProgram(
      "min",
      Array.from({ length: 200 }, () => [0, 1 / 3, 1] as const),
      [[0, Array.from({ length: 200 }, () => 2 / 3), 1]],
    );
    expect(
      Math.max(
        ...writeCplexLp(wide)
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThan(200);
    expect(readCplexLp(writeCplexLp(wide))).toEqual(withNames(wide));
    const zero = { ...program, value: program.value.map((a, k) => (k === 2 ? 0 : a)) };
    expect(readCplexLp(writeCplexLp(zero))).toEqual(inRowOrder(zero));
    const noCols = withNames(
      smallProgram(
        "min",
        [],
        [
          [0, [], 1],
          [-2, [], Infinity],
          [-Infinity, [], Infinity],
          [3, [], 3],
        ],
      ),
    );
    expect(readCplexLp(writeCplexLp(noCols))).toEqual(noCols);
    const nothing = withNames(smallProgram("max", [], []));
    expect(readCplexLp(writeCplexLp(nothing))).toEqual(nothing);
  });

  it("refuses bounds that readers take for none, and malformed programs", () => {
    expect(() => writeCplexLp(smallProgram("min", [[0, 1, 1e20]], []))).toThrow(
      "colUpper[0]: got 100000000000000000000, wanted below 1e20",
    );
    expect(() => writeCplexLp({ ...program, numCols: 4 })).toThrow("colStart: has 4 entries, wanted 5");
  });

  it("is read by HiGHS as the same program, two bounds as two rows", () => {
    for (let seed = 0; seed < runs(200, 30); seed++) {
      const lp = randomProgram(seed);
      const mine = readCplexLp(writeCplexLp(lp, { ranges: "two-rows" }));
      highs.withModel({ format: "lp", data: writeCplexLp(lp, { ranges: "two-rows" }) }, (model) => {
        const theirs = model.getLp("csc");
        const { starts, indices, values } = theirs.matrix;
        expect([theirs.numRows, theirs.numCols, theirs.offset + 0], `seed ${seed}`).toEqual([
          mine.numRows,
          mine.numCols,
          mine.objectiveOffset,
        ]);
        expect([theirs.rowLower, theirs.rowUpper, theirs.colLower, theirs.colUpper], `seed ${seed}`).toEqual([
          mine.rowLower,
          mine.rowUpper,
          mine.colLower,
          mine.colUpper,
        ]);
        expect([theirs.colCost, starts, indices, values], `seed ${seed}`).toEqual([
          mine.cost,
          mine.colStart,
          mine.rowIndex,
          mine.value,
        ]);
        expect(theirs.sense === highs.constants.objectiveSense.maximize).toBe(lp.sense === "max");
      });
    }
  });

  const small = sharedLps.filter(({ nonzeros = Infinity }) => nonzeros <= runs(15_000, 1500));
  it.skipIf(!sharedLpsPresent)(
    `reads back the public programs up to ${runs(15_000, 1500)} coefficients${sharedLpAbsence}`,
    () => {
      for (const { name, text } of small) {
        const { notices: _, ...lp } = readMps(text());
        const again = readCplexLp(writeCplexLp(lp));
        // Names that the format cannot hold are generated ones.
        expectSameProgram({ ...again, rowNames: lp.rowNames, colNames: lp.colNames }, inRowOrder(lp), name);
      }
      expect(small.length).toBe(sharedLpsPresent ? runs(106, 31) : 0);
    },
  );
});
