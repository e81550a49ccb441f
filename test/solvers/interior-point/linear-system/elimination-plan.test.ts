import { describe, expect, it } from "vitest";
import type { LinearProgram } from "../../../../src/lp/linear-program.ts";
import { scaleProgram } from "../../../../src/lp/scale.ts";
import { boundedForm } from "../../../../src/solvers/interior-point/form/bounded-form.ts";
import { reducedGraph } from "../../../../src/solvers/interior-point/linear-system/reduced-graph.ts";
import { countLdl } from "../../../../src/sparse/ldl-pattern.ts";
import { minimumDegree } from "../../../../src/sparse/minimum-degree.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";
import { planOf } from "../../../support/interior-workspace.ts";

const lp = dispatchYear(500);
const { form, origin } = boundedForm(lp, scaleProgram(lp));

describe("eliminationPlan", () => {
  it("keeps the monthly peak, a column of 500 entries, and fills in by a few entries an hour", () => {
    const programOrder = Int32Array.from(origin.varOf, (v) => (v < lp.numCols ? v : 0));
    const plan = planOf(form, programOrder);
    expect([...plan.retainedCols].map((j) => origin.varOf[j])).toEqual([15 * 500]);
    expect(plan.pattern.rowIndex.length).toBeLessThan(40 * 500);
  });

  it("finds another order if the program's fills in", () => {
    const scrambled = Int32Array.from(origin.varOf, (v) => (v * 7919) % 7507);
    const plan = planOf(form, scrambled);
    expect(plan.pattern.rowIndex.length).toBeLessThan(40 * 500);
    expect([...plan.new2orig].toSorted((a, b) => a - b)).toEqual(Array.from(plan.new2orig, (_, k) => k));
  });

  // A torus of columns, each with two rows in common with each of its four neighbours: squared, a column joins its 8
  // rows with each other (28 edges, and 8 rows that have to carry the torus); kept, it has 8 edges and the rows go
  // first.
  it("keeps columns of medium length if that is less work than connecting all their rows", () => {
    const size = 12;
    const torus = program(
      4 * size * size,
      Array.from({ length: size * size }, (_, c) => {
        const [left, up] = [c % size === 0 ? c + size - 1 : c - 1, (c + size * (size - 1)) % (size * size)];
        return [4 * c, 4 * c + 1, 4 * c + 2, 4 * c + 3, 4 * left, 4 * left + 1, 4 * up + 2, 4 * up + 3].sort(
          (a, b) => a - b,
        );
      }),
    );
    const { form: torusForm } = boundedForm(torus, scaleProgram(torus));
    const { retainedCols, pattern } = planOf(
      torusForm,
      new Int32Array(torusForm.numCols).map((_, j) => (j * 7919) % 1009),
    );
    expect(retainedCols.length).toBe(size * size);
    const squared = reducedGraph(torusForm, 40);
    expect(pattern.rowIndex.length).toBeLessThan(
      0.7 * (drain(countLdl(squared, drain(minimumDegree(squared))))?.numEntries ?? 0),
    );
  });

  // 12 columns of 6 entries in the same 6 rows: squared, K is 6 x 6; kept, it would have 12 nodes more and 72 edges.
  it("eliminates them if rows are few", () => {
    const block = denseProgram(6, 12);
    const { form: blockForm } = boundedForm(block, scaleProgram(block));
    expect(planOf(blockForm, new Int32Array(blockForm.numCols)).retainedCols.length).toBe(0);
  });
});

function denseProgram(numRows: number, numCols: number): LinearProgram {
  return program(
    numRows,
    Array.from({ length: numCols }, () => Array.from({ length: numRows }, (_, i) => i)),
  );
}

function program(numRows: number, columns: readonly number[][]): LinearProgram {
  const entries = columns.flat();
  return {
    numRows,
    numCols: columns.length,
    sense: "min",
    objectiveOffset: 0,
    colStart: Int32Array.from([0, ...columns].map((_, c) => columns.slice(0, c).flat().length)),
    rowIndex: Int32Array.from(entries),
    value: new Float64Array(entries.length).fill(1),
    cost: new Float64Array(columns.length).fill(-1),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(2),
    rowLower: new Float64Array(numRows).fill(-Infinity),
    rowUpper: new Float64Array(numRows).fill(3),
  };
}
