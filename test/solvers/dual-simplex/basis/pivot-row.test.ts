import { describe, expect, it } from "vitest";
import { computePivotRow } from "../../../../src/solvers/dual-simplex/basis/pivot-row.ts";
import { randomProgram, smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

describe("computePivotRow", () => {
  it("is rho'[A I] over the variables that may move", () => {
    // Column 1 is fixed; logicals are basic here, so only column 0 and 2 are wanted: rho = (2, 1).
    const s = stateOf(
      smallProgram(
        "min",
        [
          [0, 1, 9],
          [3, 1, 3],
          [0, 1, 9],
        ],
        [
          [0, [1, 1, 0], 5],
          [0, [4, 1, -2], 5],
        ],
      ),
    );
    s.pivot.rho.value.set([2, 1]);
    s.pivot.rho.index.set([0, 1]);
    s.pivot.rho.count = 2;
    computePivotRow(s);
    expect([...s.pivot.alpha.value]).toEqual([6, 0, -2, 0, 0]);
    expect(new Set(s.pivot.alpha.index.slice(0, s.pivot.alpha.count))).toEqual(new Set([0, 2]));
  });

  it("gives by rows what it gives by columns, without what cancels", () => {
    let numCompared = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const s = stateOf(randomProgram(seed, { maxRows: 30, maxCols: 20 }));
      const m = s.program.numRows;
      // Few nonzeros go by rows; the same rho with zeros listed as well goes by columns.
      const rho = Array.from({ length: m }, (_, i) => (i % 7 === 0 ? (i % 2 === 0 ? 1 : -1) : 0));
      const fill = (all: boolean) => {
        s.pivot.rho.clear();
        for (let i = 0; i < m; i++) {
          s.pivot.rho.value[i] = rho[i];
          if (all || rho[i] !== 0) s.pivot.rho.index[s.pivot.rho.count++] = i;
        }
        computePivotRow(s);
        return s.pivot.alpha.value.slice();
      };
      const byRows = fill(false);
      const byColumns = fill(true);
      for (let j = 0; j < byRows.length; j++) expect(byRows[j]).toBeCloseTo(byColumns[j], 12);
      numCompared += byRows.filter((a) => a !== 0).length;
    }
    expect(numCompared).toBeGreaterThan(50);
  });
});
