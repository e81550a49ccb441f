import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../src/lp/basis.ts";
import { checkShift, shiftBasis, shiftEntries } from "../../src/lp/interval-shift.ts";
import { smallProgram } from "../support/random-programs.ts";

const { atLower, basic, atUpper } = BasisStatus;
const shift = { numIntervals: 3, intervalCols: 2, intervalRows: 1 };

describe("a horizon rolled forward", () => {
  it("shifts a basis by an interval: the last interval keeps its statuses, and other columns remain", () => {
    const basis = {
      col: Uint8Array.of(atLower, basic, atUpper, basic, basic, atLower, atUpper),
      row: Uint8Array.of(basic, atLower, atUpper),
    };
    const moved = shiftBasis(basis, shift);
    expect([...moved.col]).toEqual([atUpper, basic, basic, atLower, basic, atLower, atUpper]);
    expect([...moved.row]).toEqual([atLower, atUpper, atUpper]);
    expect([...basis.row]).toEqual([basic, atLower, atUpper]);
  });

  it("moves entries by several intervals, or none, behind an offset", () => {
    const entries = Float64Array.of(9, 1, 2, 3, 8);
    shiftEntries(entries, 1, 1, { ...shift, by: 2 });
    expect([...entries]).toEqual([9, 3, 2, 3, 8]);
    shiftEntries(entries, 1, 1, { ...shift, by: 0 });
    expect([...entries]).toEqual([9, 3, 2, 3, 8]);
  });

  it("rejects counts that do not fit the program", () => {
    // 7 columns, 3 rows.
    const column = [0, 1, 1] as const;
    const row = [0, [1, 1, 1, 1, 1, 1, 1], 1] as const;
    const lp = smallProgram("min", [column, column, column, column, column, column, column], [row, row, row]);
    const check = (change: object) => () => checkShift(lp, { ...shift, ...change });
    expect(check({})).not.toThrow();
    expect(check({ by: 3 })).not.toThrow();
    expect(check({ intervalCols: 3 })).toThrow(
      "shift.intervalCols: got 3, wanted a whole number of 0 to 2 (numCols / numIntervals).",
    );
    expect(check({ intervalRows: 2 })).toThrow("shift.intervalRows: got 2, wanted a whole number of 0 to 1");
    expect(check({ numIntervals: 8 })).toThrow("shift.numIntervals: got 8, wanted a whole number of 0 to 7");
    expect(check({ by: 4 })).toThrow("shift.by: got 4, wanted a whole number of 0 to 3 (numIntervals)");
    expect(check({ by: 0.5 })).toThrow("shift.by: got 0.5");
    expect(check({ by: -1 })).toThrow("shift.by: got -1");
  });
});
