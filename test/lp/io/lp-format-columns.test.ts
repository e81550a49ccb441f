import { describe, expect, it } from "vitest";
import { lpColumns } from "../../../src/lp/io/lp-format-columns.ts";
import type { ReadNotice } from "../../../src/lp/io/text-program.ts";

const line = { number: 3, text: "x" };

describe("lpColumns", () => {
  it("turns rows into columns, adds terms up, and leaves zeros out", () => {
    const columns = lpColumns();
    columns.addCost("b", 2);
    for (const row of [
      [
        ["a", 1],
        ["b", 2],
        ["a", 3],
      ],
      [
        ["c", 0],
        ["b", 1],
        ["b", -1],
      ],
      [["a", 5]],
    ] as const) {
      for (const [name, coefficient] of row) columns.addTerm(name, coefficient);
      columns.endRow();
    }
    expect([...columns.names.keys()]).toEqual(["b", "a", "c"]);
    expect(columns.matrix()).toEqual({
      colStart: Int32Array.of(0, 1, 3, 3),
      rowIndex: Int32Array.of(0, 0, 2),
      value: Float64Array.of(2, 4, 5),
      cost: Float64Array.of(2, 0, 0),
    });
  });

  it("reads the hull of kinds, within the bounds given", () => {
    const columns = lpColumns();
    for (const name of ["i", "b", "fixed", "s"]) columns.addCost(name, 1);
    columns.setBound("fixed", "lower", 1, line);
    columns.setBound("s", "lower", 3, line);
    columns.setBound("s", "upper", 9, line);
    columns.setKind("i", "general", line);
    columns.setKind("b", "binary", line);
    columns.setKind("fixed", "binary", line);
    columns.setKind("s", "semicontinuous", line);
    expect(columns.bounds()).toEqual({
      colLower: Float64Array.of(0, 0, 1, 0),
      colUpper: Float64Array.of(Infinity, 1, 1, 9),
    });
    expect([...columns.integers.keys()]).toEqual([0, 1, 2, 3]);
    columns.setBound("b", "lower", 2, line);
    expect(() => columns.bounds()).toThrow('line 3: column "b" has the bounds [2, 1], wanted lower <= upper.');
  });

  it("counts notices instead of listing them", () => {
    const columns = lpColumns();
    for (let k = 0; k < 1000; k++) columns.setBound(`x${k % 10}`, "upper", k, line);
    const notices: ReadNotice[] = [];
    columns.finish(notices);
    expect(notices.map(({ message }) => message)).toEqual([
      '10 columns (first: "x0") have no cost and occur in no row; they are columns of the program all the same.',
      '990 bounds (first: of "x0") were set more than once; the last value counts.',
    ]);
  });
});
