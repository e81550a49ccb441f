import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TermList, type TermRun } from "../../src/model/term-list.ts";

/** A run down the diagonal, coefficients 1, unless said otherwise. */
function listOf(...runs: readonly Partial<TermRun>[]): TermList {
  const list = new TermList();
  for (const run of runs)
    list.push({ block: 0, row: 0, rowStep: 1, col: 0, colStep: 1, count: 1, values: 1, first: 0, ...run });
  return list;
}

const arrays = ({ colStart, rowIndex, value }: ReturnType<TermList["toCsc"]>) => [
  [...colStart],
  [...rowIndex],
  [...value],
];

describe("TermList", () => {
  it("lays runs out by columns: down a diagonal, along a row, down a column", () => {
    //  [ 2  .  7 ]
    //  [ 5  3  7 ]   the diagonal 2 3, the row 5 (its second coefficient is 0), the column 7 7
    const list = listOf(
      { row: 0, col: 0, count: 2, values: Float64Array.of(9, 2, 3), first: 1 },
      { block: 0, row: 0, col: 2, count: 2, colStep: 0, values: 7 },
      { block: 1, row: 1, col: 0, count: 2, rowStep: 0, values: Float64Array.of(5, 0) },
    );
    expect(arrays(list.toCsc(3))).toEqual([
      [0, 2, 3, 5],
      [0, 1, 1, 0, 1],
      [2, 5, 3, 7, 7],
    ]);
  });

  it("puts rows in order, whatever was declared first", () => {
    // A balance in rows 0..2 and a store in rows 3..5: row 3 + t has +1 in column t and -0.9 in column t - 1.
    const carried = { block: 3, row: 4, col: 0, count: 2, values: -0.9 };
    const stored = { block: 3, row: 3, col: 0, count: 3, values: 1 };
    const before = { row: 0, col: 0, count: 3, values: 4 };
    const wanted = arrays(listOf(before, stored, carried).toCsc(3));
    expect(wanted).toEqual([
      [0, 3, 6, 8],
      [0, 3, 4, 1, 4, 5, 2, 5],
      [4, 1, -0.9, 4, 1, -0.9, 4, 1],
    ]);
    expect(arrays(listOf(carried, before, stored).toCsc(3))).toEqual(wanted);
  });

  it("adds two coefficients for one place up", () => {
    expect(arrays(listOf({ count: 2, values: 3 }, { row: 1, col: 1, values: -1 }).toCsc(2))).toEqual([
      [0, 1, 2],
      [0, 1],
      [3, 2],
    ]);
  });

  it("does not join the last row of a column with the same row of the next", () => {
    expect(arrays(listOf({ row: 1, rowStep: 0, count: 2, values: Float64Array.of(7, 8) }).toCsc(2))).toEqual([
      [0, 1, 2],
      [1, 1],
      [7, 8],
    ]);
  });

  it("knows empty columns, empty runs and an empty matrix", () => {
    expect([...listOf({ col: 2 }, { count: 0 }, { count: -3 }).toCsc(4).colStart]).toEqual([0, 0, 0, 1, 1]);
    expect(arrays(listOf().toCsc(0))).toEqual([[0], [], []]);
  });

  it("is the dense matrix, for any runs and any overlaps", () => {
    const numRows = 7;
    const numCols = 5;
    const step = fc.constantFrom<0 | 1>(0, 1);
    // Whole numbers, so that sums are exact in any order.
    const run = fc
      .record({
        block: fc.integer({ min: 0, max: 3 }),
        row: fc.nat(numRows - 1),
        col: fc.nat(numCols - 1),
        rowStep: step,
        colStep: step,
        count: fc.nat(5),
        values: fc.oneof(
          fc.integer({ min: -3, max: 3 }),
          fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 8 }).map((v) => Float64Array.from(v)),
        ),
        first: fc.nat(2),
      })
      .map((given) => ({
        ...given,
        count: Math.min(given.count, given.rowStep ? numRows - given.row : 9, given.colStep ? numCols - given.col : 9),
      }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
        const dense = Array.from({ length: numCols }, () => new Array<number>(numRows).fill(0));
        for (const { row, rowStep, col, colStep, count, values, first } of runs) {
          for (let i = 0; i < count; i++)
            dense[col + i * colStep][row + i * rowStep] += typeof values === "number" ? values : values[first + i];
        }
        const { colStart, rowIndex, value } = listOf(...runs).toCsc(numCols);
        expect(colStart[0]).toBe(0);
        expect([rowIndex.length, value.length]).toEqual([colStart[numCols], colStart[numCols]]);
        for (let j = 0; j < numCols; j++) {
          const column = new Array<number>(numRows).fill(0);
          for (let k = colStart[j]; k < colStart[j + 1]; k++) {
            if (k > colStart[j]) expect(rowIndex[k]).toBeGreaterThan(rowIndex[k - 1]);
            column[rowIndex[k]] = value[k];
          }
          expect(column).toEqual(dense[j]);
        }
      }),
      { seed: 20260714, numRuns: 500 },
    );
  });
});
