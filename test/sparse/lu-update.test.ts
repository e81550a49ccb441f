import { describe, expect, it } from "vitest";
import { SolveKind } from "../../src/sparse/lu-factor.ts";
import { factorOf, scattered, scatteredColumn, sparseColumns } from "../support/dense-basis.ts";
import { updateFactor } from "../../src/sparse/lu-update.ts";

// Basis I (2 x 2); column (3, 4) enters in row 0: B = [3 0; 4 1].
function replaceFirst() {
  const a = sparseColumns(2, [[3, 4]]);
  const { lu } = factorOf(a, [1, 2]);
  const column = scatteredColumn(a, 0);
  lu.ftran(column, SolveKind.column);
  const rho = scattered([1, 0]);
  lu.btran(rho, SolveKind.row);
  return { lu, column };
}

describe("updateFactor", () => {
  it("solves with the new basis", () => {
    const { lu, column } = replaceFirst();
    expect(updateFactor(lu, 0, column.value[0])).toBe(0);
    const x = scattered([6, 9]);
    lu.ftran(x, SolveKind.other);
    expect([...x.value]).toEqual([2, 1]);
    const y = scattered([10, 1]);
    lu.btran(y, SolveKind.other);
    expect([...y.value]).toEqual([2, 1]);
  });

  it("counts what it adds", () => {
    const { lu, column } = replaceFirst();
    updateFactor(lu, 0, column.value[0]);
    expect([lu.numUpdates, lu.addedNonzeros, lu.extraSoFar]).toEqual([1, 2, 2]);
  });

  it("reports how far a wrong pivot is off", () => {
    const { lu } = replaceFirst();
    expect(updateFactor(lu, 0, 6)).toBeCloseTo(0.5, 12);
  });

  it("refuses a row whose btran was not the last", () => {
    const { lu } = replaceFirst();
    expect(() => updateFactor(lu, 1, 4)).toThrow("the last row btran was of row 0, not of row 1");
  });
});
