import { describe, expect, it } from "vitest";
import { scaleProgram } from "../../../../src/lp/scale.ts";
import { boundedForm } from "../../../../src/solvers/interior-point/form/bounded-form.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { dispatchLadder } from "../../../support/dispatch-ladder.ts";
import { readyWorkspace } from "../../../support/interior-workspace.ts";

describe("orderForm", () => {
  it("puts columns in the order of their first rows, boxed ones before one-sided before free ones", () => {
    const lp = dispatchLadder(5);
    const { form, origin } = boundedForm(lp, scaleProgram(lp));
    const space = readyWorkspace(form, origin, lp.numCols);
    const classOf = (j: number) => (j < form.numBoxed ? 0 : j < form.numSigned ? 1 : 2);
    expect([...space.colOf].map(classOf)).toEqual(Array.from(space.colOf, (_, j) => classOf(j)));
    expect([...space.colOf].toSorted((a, b) => a - b)).toEqual(Array.from(space.colOf, (_, j) => j));
    const { colStart, rowIndex, numCols } = space.form;
    for (let j = 1; j < numCols; j++) {
      if (classOf(j) === classOf(j - 1))
        expect(rowIndex[colStart[j]]).toBeGreaterThanOrEqual(rowIndex[colStart[j - 1]]);
    }
    expect([...space.form.upper]).toEqual(Array.from(space.colOf.subarray(0, form.numBoxed), (j) => form.upper[j]));
    expect([...space.form.cost]).toEqual(Array.from(space.colOf, (j) => form.cost[j]));
  });

  it("renumbers rows in the order of elimination without changing the program", () => {
    const lp = dispatchLadder(5);
    const { form, origin, scaling, engine } = interiorWorkspace(lp);
    const { placeOfRow } = engine.newton.kkt;
    expect([...placeOfRow]).toEqual([...placeOfRow].toSorted((a, b) => a - b));
    for (let j = 0; j < form.numCols; j++) {
      const v = origin.varOf[j];
      const rows = [...form.rowIndex.subarray(form.colStart[j], form.colStart[j + 1])];
      expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      const entries = new Map<number, number>();
      for (let k = form.colStart[j]; k < form.colStart[j + 1]; k++) {
        entries.set(origin.rowOf[form.rowIndex[k]], form.value[k] * origin.turn[j]);
      }
      const wanted = new Map<number, number>();
      if (v >= lp.numCols) wanted.set(v - lp.numCols, -1);
      for (let k = lp.colStart[v] ?? 0; k < (lp.colStart[v + 1] ?? 0); k++) {
        const i = lp.rowIndex[k];
        wanted.set(i, lp.value[k] * scaling.col[v] * scaling.row[i]);
      }
      expect(entries).toEqual(wanted);
    }
  });
});
