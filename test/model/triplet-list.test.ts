import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TripletList } from "../../src/model/triplet-list.ts";

function listOf(triplets: readonly (readonly [row: number, col: number, value: number])[]): TripletList {
  const list = new TripletList();
  for (const [row, col, value] of triplets) list.push(row, col, value);
  return list;
}

describe("TripletList", () => {
  it("sorts into columns with rows ascending, duplicates added up", () => {
    //  [ 0  5 ]
    //  [ 2  0 ]   with 2 given as 3 and -1
    //  [ 4  1 ]
    const { colStart, rowIndex, value } = listOf([[2, 1, 1], [2, 0, 4], [1, 0, 3], [0, 1, 5], [1, 0, -1]]).toCsc(3, 2);
    expect([...colStart]).toEqual([0, 2, 4]);
    expect([...rowIndex]).toEqual([1, 2, 0, 2]);
    expect([...value]).toEqual([2, 4, 5, 1]);
  });

  it("does not join the last row of a column with the same row of the next", () => {
    const { colStart, rowIndex, value } = listOf([[1, 0, 7], [1, 1, 8]]).toCsc(2, 2);
    expect([[...colStart], [...rowIndex], [...value]]).toEqual([[0, 1, 2], [1, 1], [7, 8]]);
  });

  it("knows empty columns and an empty matrix", () => {
    expect([...listOf([[0, 2, 1]]).toCsc(1, 4).colStart]).toEqual([0, 0, 0, 1, 1]);
    expect([...listOf([]).toCsc(0, 0).colStart]).toEqual([0]);
  });

  it("is the dense matrix, for any order and any duplicates", () => {
    const numRows = 7;
    const numCols = 5;
    // Whole numbers, so that sums are exact in any order.
    const triplet = fc.tuple(fc.integer({ min: 0, max: numRows - 1 }), fc.integer({ min: 0, max: numCols - 1 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(triplet, { maxLength: 80 }), (triplets) => {
        const dense = Array.from({ length: numCols }, () => new Array<number>(numRows).fill(0));
        const places = new Set<string>();
        for (const [row, col, value] of triplets) {
          dense[col][row] += value;
          places.add(`${row},${col}`);
        }
        const { colStart, rowIndex, value } = listOf(triplets).toCsc(numRows, numCols);
        expect(colStart[0]).toBe(0);
        expect(value).toHaveLength(places.size);
        for (let j = 0; j < numCols; j++) {
          const column = new Array<number>(numRows).fill(0);
          for (let k = colStart[j]; k < colStart[j + 1]; k++) {
            if (k > colStart[j]) expect(rowIndex[k]).toBeGreaterThan(rowIndex[k - 1]);
            column[rowIndex[k]] = value[k];
          }
          expect(column).toEqual(dense[j]);
        }
      }),
      { seed: 20260714, numRuns: 300 },
    );
  });

  it("grows beyond its first room", () => {
    const list = new TripletList();
    for (let i = 0; i < 10_000; i++) list.push(i % 100, Math.floor(i / 100), i);
    const { colStart, value } = list.toCsc(100, 100);
    expect(colStart[100]).toBe(10_000);
    expect(value[9_999]).toBe(9_999);
    expect(value[4_097]).toBe(4_097);
  });
});
