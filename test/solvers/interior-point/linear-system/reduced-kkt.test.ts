import { describe, expect, it } from "vitest";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

describe("reducedKkt", () => {
  it("solves [A_E D A_E' + delta, A_K; A_K', -1 / D_K]", () => {
    const { engine } = interiorWorkspace(dispatchYear(50));
    const { kkt } = engine.newton;
    const { form, retainedCols, placeOfRow, placeOfRetained, vector } = kkt;
    expect(retainedCols.length).toBeGreaterThan(0);
    const weight = Float64Array.from({ length: form.numCols }, (_, j) => 1 + (j % 7));
    for (const j of retainedCols) weight[j] = 0;
    const retainedInverse = new Float64Array(retainedCols.length).fill(0.25);
    const delta = 1e-3;
    drain(kkt.factor(weight, retainedInverse, delta));
    const y = Float64Array.from({ length: form.numRows }, (_, i) => Math.sin(i));
    const u = Float64Array.from(retainedCols, (_, s) => 1 + s);
    // Right-hand side by the definition, column by column.
    const rows = y.map((yi) => delta * yi);
    const retained = u.map((us) => -0.25 * us);
    const at = new Map([...retainedCols].map((j, s) => [j, s]));
    for (let j = 0; j < form.numCols; j++) {
      let sum = 0;
      for (let k = form.colStart[j]; k < form.colStart[j + 1]; k++) sum += form.value[k] * y[form.rowIndex[k]];
      const s = at.get(j);
      const factor = s === undefined ? weight[j] * sum : u[s];
      if (s !== undefined) retained[s] += sum;
      for (let k = form.colStart[j]; k < form.colStart[j + 1]; k++) rows[form.rowIndex[k]] += form.value[k] * factor;
    }
    rows.forEach((r, i) => (vector[placeOfRow[i]] = r));
    retained.forEach((r, s) => (vector[placeOfRetained[s]] = r));
    kkt.solve();
    for (let i = 0; i < form.numRows; i++) expect(vector[placeOfRow[i]]).toBeCloseTo(y[i], 8);
    for (let s = 0; s < retainedCols.length; s++) expect(vector[placeOfRetained[s]]).toBeCloseTo(u[s], 8);
    expect(kkt.ldl.pivot.every((pivot) => Math.abs(pivot) > delta)).toBe(true);
  });
});
