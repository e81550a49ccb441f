import { describe, expect, it, vi } from "vitest";
import { interiorWorkspace, iterateTo } from "../../../support/interior-workspace.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

describe("predictorCorrector", () => {
  it("converges on a day of dispatch in under 25 iterations, inside all bounds throughout", () => {
    const { engine } = interiorWorkspace(dispatchYear(24));
    drain(engine.start(10));
    for (let k = 0; k < 8; k++) {
      drain(engine.iterate());
      expect(Math.min(...engine.point.x.subarray(0, engine.form.numSigned), ...engine.point.w)).toBeGreaterThan(0);
      expect(Math.min(...engine.point.z, ...engine.point.v)).toBeGreaterThan(0);
    }
    iterateTo(engine, 1e-9);
    expect(engine.residuals.relativeGap).toBeLessThan(1e-9);
    expect(engine.iterations).toBeLessThan(25);
  });

  it("finds the middle of an optimal edge, not its end", () => {
    // min x + y, x + y >= 2, both in [0, 2]: the analytic centre of the optimal edge is (1, 1).
    const { engine, form, origin } = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 2],
          [0, 1, 2],
        ],
        [[2, [1, 1], Infinity]],
      ),
    );
    drain(engine.start(1));
    iterateTo(engine, 1e-9);
    const share = [0, 1].map((v) => engine.point.x[origin.varOf.indexOf(v)] / form.upper[origin.varOf.indexOf(v)]);
    expect(share[0]).toBeCloseTo(0.5, 3);
    expect(share[1]).toBeCloseTo(0.5, 3);
  });

  it("refines a direction exactly if the step before removed less of the primal residual than it promised", () => {
    const { engine } = interiorWorkspace(dispatchYear(24));
    drain(engine.start(10));
    const { newton } = engine;
    const refine = vi.spyOn(newton, "refine");
    drain(engine.iterate());
    drain(engine.iterate());
    expect(refine).not.toHaveBeenCalled();
    // Directions of half their length leave half of what a step promises to remove.
    const solve = newton.solve.bind(newton);
    const half = vi.spyOn(newton, "solve").mockImplementation((residuals, complementarity, direction) => {
      solve(residuals, complementarity, direction);
      for (let j = 0; j < direction.x.length; j++) direction.x[j] /= 2;
    });
    drain(engine.iterate());
    expect(refine).not.toHaveBeenCalled();
    half.mockRestore();
    drain(engine.iterate());
    expect(refine).toHaveBeenCalled();
    refine.mockRestore();
  });
});
