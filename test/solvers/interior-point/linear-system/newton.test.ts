import { describe, expect, it } from "vitest";
import type { PredictorCorrector } from "../../../../src/solvers/interior-point/step/predictor-corrector.ts";
import { Direction } from "../../../../src/solvers/interior-point/step/point.ts";
import { recoverDuals } from "../../../../src/solvers/interior-point/step/step-length.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { randomProgram } from "../../../support/random-programs.ts";
import type { LinearProgram } from "../../../../src/lp/linear-program.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

/** Greatest residual of A dx = primal and A'dy + dz - dv = dual for a corrector from the start point. */
function residualOf(
  lp: LinearProgram,
  refinements: number,
  move: (engine: PredictorCorrector) => void = () => {},
): { rows: number; cols: number } {
  const { form, engine } = interiorWorkspace(lp);
  drain(engine.start(10));
  move(engine);
  const { newton, point, residuals } = engine;
  drain(newton.factor(point, 1e-7, 1e-7));
  const products = {
    xz: new Float64Array(form.numSigned).fill(0.3),
    wv: new Float64Array(form.numBoxed).fill(0.3),
  };
  const direction = new Direction(form);
  newton.solve(residuals, products, direction);
  for (let k = 0; k < refinements; k++) newton.refine(residuals, direction);
  recoverDuals(newton, point, products, direction, { primal: 0, dual: 0 });
  const rows = residuals.primal.slice();
  let cols = 0;
  for (let j = 0; j < form.numCols; j++) {
    let d = residuals.reduced[j];
    if (j < form.numSigned) d -= point.z[j] + direction.z[j];
    if (j < form.numBoxed) d += point.v[j] + direction.v[j];
    for (let k = form.colStart[j]; k < form.colStart[j + 1]; k++) {
      rows[form.rowIndex[k]] -= form.value[k] * direction.x[j];
      d -= form.value[k] * direction.y[form.rowIndex[k]];
    }
    cols = Math.max(cols, Math.abs(d));
  }
  return { rows: rows.reduce((worst, r) => Math.max(worst, Math.abs(r)), 0), cols };
}

describe("Newton", () => {
  it("solves all equations of the unreduced system, kept columns among them", () => {
    const { rows, cols } = residualOf(dispatchYear(60), 1);
    expect(rows).toBeLessThan(1e-8);
    expect(cols).toBeLessThan(1e-9);
  });

  it("refinement takes the regularisation out", () => {
    const before = residualOf(dispatchYear(60), 0);
    const after = residualOf(dispatchYear(60), 1);
    expect(after.rows).toBeLessThan(0.1 * before.rows);
  });

  // Theta = z / x = 1e15 for the peak, which is kept: a pivot that says 1e12 instead leaves dz off by a factor of a
  // thousand.
  it("satisfies the dual equations with a kept column next to its bound", () => {
    const { cols } = residualOf(dispatchYear(60), 1, ({ point, newton }) => {
      for (const j of newton.kkt.retainedCols) [point.x[j], point.z[j]] = [1e-10, 1e5];
    });
    expect(cols).toBeLessThan(1e-5);
  });

  it("does so with free columns and ranged rows", () => {
    for (const seed of [3, 11, 29, 71]) {
      const { rows, cols } = residualOf(randomProgram(seed, { maxRows: 6, maxCols: 12, feasibleShare: 1 }), 0);
      expect(rows).toBeLessThan(1e-3);
      expect(cols).toBeLessThan(1e-3);
    }
  });
});
