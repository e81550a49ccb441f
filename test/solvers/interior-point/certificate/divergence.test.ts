import { describe, expect, it, vi } from "vitest";
import {
  type DivergenceWatch,
  watchDivergence,
} from "../../../../src/solvers/interior-point/certificate/divergence.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import type { LinearProgram } from "../../../../src/lp/linear-program.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

function watchFor(lp: LinearProgram, iterations: number): DivergenceWatch {
  const space = interiorWorkspace(lp);
  const watch = watchDivergence(lp, space.scaling, space);
  drain(space.engine.start(10));
  for (let k = 0; k < iterations && !drain(watch.check()); k++) drain(space.engine.iterate());
  return watch;
}

describe("watchDivergence", () => {
  it("proves a negative CO2 cap to be infeasible", () => {
    const watch = watchFor(dispatchYear(72, { co2Share: -0.1 }), 40);
    expect(watch.dualRay).toBeInstanceOf(Float64Array);
    expect(watch.primalRay).toBeUndefined();
  });

  it("proves a direction of recession", () => {
    const watch = watchFor(
      smallProgram(
        "min",
        [
          [0, -1, Infinity],
          [0, 0, Infinity],
        ],
        [[1, [1, -1], 1]],
      ),
      40,
    );
    expect(watch.primalRay).toBeInstanceOf(Float64Array);
  });

  it("raises no alarm on the way to an optimum", () => {
    const watch = watchFor(dispatchYear(72), 15);
    expect([watch.dualRay, watch.primalRay]).toEqual([undefined, undefined]);
    expect(drain(watch.searchForRays())).toBe(false);
  });

  it.each([1, -1])("looks for no ray because the sum of many costs of %i is large", (usd) => {
    const places = Array.from({ length: 600 }, (_, j) => j);
    const lp = smallProgram(
      "min",
      places.map(() => [0, usd, 1]),
      places.map((i) => [
        usd > 0 ? 0.9 : -Infinity,
        places.map((j) => (j === i || j === i + 1 ? 1 : 0)),
        usd > 0 ? Infinity : 0.9,
      ]),
    );
    const space = interiorWorkspace(lp);
    const watch = watchDivergence(lp, space.scaling, space);
    drain(space.engine.start(10));
    const leastSquares = vi.spyOn(space.engine.newton, "factorWith");
    for (let k = 0; k < 12; k++) {
      drain(watch.check());
      drain(space.engine.iterate());
    }
    expect(Math.abs(space.engine.residuals.dualObjective)).toBeGreaterThan(200);
    expect(leastSquares).not.toHaveBeenCalled();
  });
});
