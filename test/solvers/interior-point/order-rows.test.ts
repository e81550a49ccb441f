import { describe, expect, it } from "vitest";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { dispatchLadder } from "../../support/dispatch-ladder.ts";

describe("orderRows", () => {
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
