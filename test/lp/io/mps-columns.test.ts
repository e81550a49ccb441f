import { describe, expect, it } from "vitest";
import { mpsColumns } from "../../../src/lp/io/mps-columns.ts";
import { mpsRows } from "../../../src/lp/io/mps-rows.ts";

const line = { number: 8, text: "x" };

function columnsOf(relax: boolean): ReturnType<typeof mpsColumns> {
  const rows = mpsRows([]);
  for (const fields of [
    ["N", "c"],
    ["L", "r"],
  ])
    rows.add(fields, line);
  rows.chooseObjective(undefined, line);
  return mpsColumns(rows, relax);
}

describe("mpsColumns", () => {
  it("packs columns in order, costs apart", () => {
    const columns = columnsOf(false);
    columns.add(["x", "c", "2", "r", "3"], line);
    columns.add(["y", "c", "-1"], line);
    columns.add(["z", "r", "4"], line);
    expect([...columns.names.keys()]).toEqual(["x", "y", "z"]);
    expect(columns.matrix()).toEqual({
      colStart: Int32Array.of(0, 1, 1, 2),
      rowIndex: Int32Array.of(0, 0),
      value: Float64Array.of(3, 4),
      cost: Float64Array.of(2, -1, 0),
    });
  });

  it("lists the columns between markers", () => {
    const columns = columnsOf(true);
    columns.add(["x", "c", "1"], line);
    columns.mark("'INTORG'", line);
    columns.add(["y", "c", "1"], line);
    columns.mark("'INTEND'", line);
    columns.add(["z", "c", "1"], line);
    expect([...columns.integers]).toEqual([[1, 8]]);
  });

  it("rejects a missing column name, a column in two places, and a duplicate coefficient", () => {
    const columns = columnsOf(false);
    columns.add(["x", "c", "1"], line);
    expect(() => columns.add(["", "c", "1"], line)).toThrow(
      "line 8: the column name is missing, wanted one at column 5.",
    );
    expect(() => columns.add(["x", "c", "1"], line)).toThrow(
      'line 8: column "x" has row "c" twice, wanted one coefficient.',
    );
    columns.add(["y", "c", "1"], line);
    expect(() => columns.add(["x", "r", "1"], line)).toThrow('line 8: column "x" appears again after other columns');
  });
});
