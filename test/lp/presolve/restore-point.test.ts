import { expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { reducedProgram } from "../../../src/lp/presolve/reduced-program.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { restoreDirection, restorePoint } from "../../../src/lp/presolve/restore-point.ts";
import { solveForSingletonColumn } from "../../../src/lp/presolve/singleton-column.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { smallProgram } from "../../support/random-programs.ts";

// x + 3s + z = 10 with z = 1 fixed first, s in [0, 3]; x also elsewhere.
const lp = smallProgram(
  "min",
  [
    [0, 1, Infinity],
    [0, 3, 3],
    [1, 0, 1],
  ],
  [
    [10, [1, 3, 1], 10],
    [-Infinity, [1, 0, 0], 90],
  ],
);
const r = new Reduction(lp);
r.fixCol(2, 1, BasisStatus.atLower);
solveForSingletonColumn(r, 0, rowActivity(r, 0));
const reduced = reducedProgram(r);
const basisWith = (s: number) => ({
  col: Uint8Array.of(BasisStatus.basic, s, BasisStatus.atLower),
  row: new Uint8Array(2),
});

it("restores fixed columns at their values and solved ones by their rows, newest first", () => {
  expect(restorePoint(r, reduced, Float64Array.of(3), undefined)).toEqual(Float64Array.of(3, 2, 1));
  expect(restorePoint(r, reduced, Float64Array.of(3), basisWith(BasisStatus.basic))).toEqual(Float64Array.of(3, 2, 1));
});

it("sets a column exactly to the bound at which the basis has it, and beyond no bound", () => {
  const nearly = Float64Array.of(1e-13);
  expect(restorePoint(r, reduced, nearly, undefined)[1]).toBeLessThan(3);
  expect(restorePoint(r, reduced, nearly, basisWith(BasisStatus.atUpper))[1]).toBe(3);
  expect(restorePoint(r, reduced, Float64Array.of(-1e-13), undefined)[1]).toBe(3);
});

it("a direction: fixed columns stay, solved ones go so that their row does not change", () => {
  expect(restoreDirection(r, reduced, Float64Array.of(3))).toEqual(Float64Array.of(3, -1, 0));
});
