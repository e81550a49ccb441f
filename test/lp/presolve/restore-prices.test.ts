import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { reducedProgram } from "../../../src/lp/presolve/reduced-program.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { restorePrices } from "../../../src/lp/presolve/restore-prices.ts";
import { solveForSingletonColumn } from "../../../src/lp/presolve/singleton-column.ts";
import { singletonRowToBound } from "../../../src/lp/presolve/singleton-row.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("restorePrices", () => {
  // First 2x <= 8 gives x <= 4; then x + s = 6 is solved for s (price 5) and leaves x <= 6 - 1. The last row stays.
  const lp = smallProgram(
    "min",
    [
      [0, 3, 9],
      [1, 5, Infinity],
    ],
    [
      [-Infinity, [2, 0], 8],
      [6, [1, 1], 6],
      [-9, [1, 0], 9],
    ],
  );
  const r = new Reduction(lp);
  singletonRowToBound(r, 0);
  solveForSingletonColumn(r, 1, rowActivity(r, 1));
  const reduced = reducedProgram(r);

  it("undoes the steps, newest first: x at the bound of the first row, its cost 3 - 5 becomes that row's price", () => {
    const basis = { col: Uint8Array.of(BasisStatus.atUpper), row: Uint8Array.of(BasisStatus.basic, BasisStatus.basic) };
    const point = restorePrices(r, reduced, false, Float64Array.of(0, 0), basis);
    expect([[...point.y], [...point.cost]]).toEqual([
      [-1, 5, 0],
      [3, 5],
    ]);
    expect(point.basis).toEqual({
      col: Uint8Array.of(BasisStatus.basic, BasisStatus.basic),
      row: Uint8Array.of(BasisStatus.atUpper, BasisStatus.atLower, BasisStatus.basic),
    });
    expect([...r.cost]).toEqual([-2, 0]);
  });

  it("restores a Farkas ray without costs", () => {
    // z = 1 on the row x <= 5 wants its lower limit: -1 of A'z at x is given back by 2x <= 8 at -1/2.
    expect([...restorePrices(r, reduced, true, Float64Array.of(1, 0), undefined).y]).toEqual([-0.5, 1, 0]);
  });
});
