import { describe, expect, it } from "vitest";
import { scaleProgram } from "../../../src/lp/scale.ts";
import { boundedForm } from "../../../src/solvers/interior-point/form/bounded-form.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";
import { readyWorkspace } from "../../support/interior-workspace.ts";

describe("prepareWorkspace", () => {
  it("orders rows, keeps columns, and hands the engine the ordered form", () => {
    const lp = dispatchYear(30);
    const { form, origin } = boundedForm(lp, scaleProgram(lp));
    const space = readyWorkspace(form, origin, lp.numCols);
    expect(space.engine.form).toBe(space.form);
    expect([...space.colOf].map((j) => origin.varOf[j])).toEqual([...space.origin.varOf]);
    expect([...space.origin.rowOf].toSorted((a, b) => a - b)).toEqual([...origin.rowOf]);
    const { retainedCols, ldl } = space.engine.newton.kkt;
    // All but the shortest are kept where minimum degree orders, and only the peak has more than 4 of the 30 hours.
    expect([...retainedCols].map((j) => space.origin.varOf[j])).toEqual([15 * 30]);
    expect(ldl.pattern.numNodes).toBe(form.numRows + 1);
  });
});
