import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { addRow, Reduction, StepKind } from "../../../src/lp/presolve/reduction.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("Reduction", () => {
  const lp = smallProgram(
    "max",
    [
      [0, 3, 4],
      [1, 5, 2],
    ],
    [
      [0, [1, 2], 9],
      [0, [0, -4], 9],
    ],
  );

  it("starts as the program in the terms of min, and leaves the program alone", () => {
    const before = structuredClone(lp);
    const r = new Reduction(lp);
    expect([[...r.cost], [...r.rowCount], [...r.colCount]]).toEqual([
      [-3, -5],
      [2, 1],
      [1, 2],
    ]);
    r.fixCol(1, 2, BasisStatus.atUpper);
    r.rowLower[0] = -7;
    r.colUpper[0] = 0;
    expect(lp).toEqual(before);
  });

  it("updates counts, activities and the stack when a column is fixed", () => {
    const r = new Reduction(lp);
    r.fixCol(1, 2, BasisStatus.atUpper);
    expect([[...r.rowCount], [...r.fixedActivity], [...r.fixedMagnitude], r.x[1]]).toEqual([
      [1, 0],
      [4, -8],
      [4, 8],
      2,
    ]);
    expect([r.kind[0], r.place[0], r.col[0], r.datum[0]]).toEqual([StepKind.fixedColumn, BasisStatus.atUpper, 1, 2]);
  });

  it("knows what was there before which step", () => {
    const r = new Reduction(lp);
    r.push(StepKind.redundantRow, 1, -1, 0);
    r.removeRow(1);
    r.fixCol(1, 2, BasisStatus.atUpper);
    expect([r.hasRow(1), r.hasRow(1, 0), r.hasCol(1), r.hasCol(1, 0), r.hasCol(1, 1), r.hasCol(0)]).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
    ]);
    expect([...r.colCount]).toEqual([1, 1]);
  });

  it("takes a price out of all costs of a row, and adds it back", () => {
    const r = new Reduction(lp);
    r.push(StepKind.singletonColumn, 0, 0, 9);
    r.takePrice(0, -3, 9);
    expect([[...r.cost], r.offset, r.price[0]]).toEqual([[0, 1], -27, -3]);
    addRow(r, 0, -3, r.cost);
    expect([...r.cost]).toEqual([-3, -5]);
  });
});
