import { describe, expect, it } from "vitest";
import { addUnknowns, nonNegativeSize, toNonNegativeForm } from "../../src/tableau/non-negative-form.ts";
import { randomProgram, seededUniform, smallProgram } from "../support/random-programs.ts";

/*
 * Columns: a in [2, 5], b in (-inf, 3], c free, d = 4, e in [-1, inf).
 * Rows: 1 <= a + b + c + d + e <= 9, 2 a - b = 6, e free row.
 * x where all unknowns are 0: a = 2, b = 3, c = 0, d = 4, e = -1; row activities 8, 1, -1.
 */
const lp = smallProgram(
  "max",
  [
    [2, 1, 5],
    [-Infinity, 2, 3],
    [-Infinity, 3, Infinity],
    [4, 4, 4],
    [-1, 5, Infinity],
  ],
  [
    [1, [1, 1, 1, 1, 1], 9],
    [6, [2, -1, 0, 0, 0], 6],
    [-Infinity, [0, 0, 0, 0, 1], Infinity],
  ],
);

describe("toNonNegativeForm", () => {
  const form = toNonNegativeForm(lp);
  const column = (u: number): [number, number][] =>
    Array.from({ length: form.start[u + 1] - form.start[u] }, (_, k) => [
      form.entryLine[form.start[u] + k],
      form.entryValue[form.start[u] + k],
    ]);

  it("counts a line for each finite limit of a row and each boxed column, an unknown for each but fixed ones", () => {
    expect(nonNegativeSize(lp)).toEqual({ numLines: 5, numUnknowns: 5 });
    expect([form.numLines, form.numUnknowns]).toEqual([5, 5]);
  });

  it("shifts, mirrors and splits the columns, and leaves fixed ones out", () => {
    expect([...form.shift]).toEqual([2, 3, 0, 4, -1]);
    expect([...form.column]).toEqual([0, 1, 2, 2, 4]);
    expect([...form.sign]).toEqual([1, -1, 1, -1, 1]);
    expect([...form.cost]).toEqual([-1, 2, -3, 3, -5]); // min of -cost, mirrored where the sign is
  });

  it("writes each row once per finite limit, and the width of a boxed column", () => {
    expect([...form.row]).toEqual([0, 0, 1, 1, -1]);
    expect([...form.side]).toEqual([1, -1, 1, -1, 1]);
    // 9 - 8, 8 - 1, 6 - 1, 1 - 6, 5 - 2
    expect([...form.rhs]).toEqual([1, 7, 5, -5, 3]);
    expect(column(0)).toEqual([
      [0, 1],
      [1, -1],
      [2, 2],
      [3, -2],
      [4, 1],
    ]);
    expect(column(1)).toEqual([
      [0, -1],
      [1, 1],
      [2, 1],
      [3, -1],
    ]); // mirrored
    expect(column(2)).toEqual([
      [0, 1],
      [1, -1],
    ]);
    expect(column(3)).toEqual([
      [0, -1],
      [1, 1],
    ]);
    expect(column(4)).toEqual([
      [0, 1],
      [1, -1],
    ]); // the free row is gone
  });

  it("adds the unknowns back", () => {
    const x = form.shift.slice();
    addUnknowns(form, Float64Array.of(1, 2, 7, 3, 0.5), x);
    expect([...x]).toEqual([3, 1, 4, 4, -0.5]);
  });

  it("agrees with the program on bounds, activities and cost of a point, on 100 random programs", () => {
    const uniform = seededUniform(11);
    for (let seed = 0; seed < 100; seed++) {
      const program = randomProgram(seed);
      const f = toNonNegativeForm(program);
      const unknowns = Float64Array.from({ length: f.numUnknowns }, () => Math.floor(uniform() * 8));
      const x = f.shift.slice();
      addUnknowns(f, unknowns, x);
      const slack = f.rhs.slice();
      let cost = 0;
      for (let u = 0; u < f.numUnknowns; u++) {
        cost += f.cost[u] * unknowns[u];
        for (let k = f.start[u]; k < f.start[u + 1]; k++) slack[f.entryLine[k]] -= f.entryValue[k] * unknowns[u];
      }
      const activity = new Float64Array(program.numRows);
      for (let j = 0; j < program.numCols; j++) {
        for (let k = program.colStart[j]; k < program.colStart[j + 1]; k++)
          activity[program.rowIndex[k]] += program.value[k] * x[j];
      }
      for (let k = 0; k < f.numLines; k++) {
        if (f.row[k] < 0) continue;
        const i = f.row[k];
        expect(slack[k]).toBeCloseTo(
          f.side[k] > 0 ? program.rowUpper[i] - activity[i] : activity[i] - program.rowLower[i],
          9,
        );
      }
      const feasible = slack.every((s) => s >= -1e-9);
      const within = x.every((xj, j) => xj >= program.colLower[j] && xj <= program.colUpper[j]);
      const rowsSatisfied = activity.every(
        (a, i) => a >= program.rowLower[i] - 1e-9 && a <= program.rowUpper[i] + 1e-9,
      );
      expect(feasible, `seed ${seed}`).toBe(within && rowsSatisfied);
      const sign = program.sense === "max" ? -1 : 1;
      const moved = program.cost.reduce((sum, cj, j) => sum + cj * (x[j] - f.shift[j]), 0);
      expect(cost).toBeCloseTo(sign * moved, 9);
    }
  });
});
