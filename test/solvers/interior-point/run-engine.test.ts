import { describe, expect, it } from "vitest";
import { stoppingRule } from "../../../src/solvers/budget/stopping-rule.ts";
import { runEngine, type RunPlan } from "../../../src/solvers/interior-point/run-engine.ts";
import type { PredictorCorrector } from "../../../src/solvers/interior-point/step/predictor-corrector.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";
import { smallProgram } from "../../support/random-programs.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import type { LpOptions } from "../../../src/lp/options.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";

function run(
  lp: LinearProgram,
  options: LpOptions = {},
  more: Partial<RunPlan> = {},
  prepare: (engine: PredictorCorrector) => void = () => {},
) {
  const { engine } = interiorWorkspace(lp);
  drain(engine.start(10));
  prepare(engine);
  const steps = runEngine(engine, {
    tolerance: 1e-8,
    phase: "test",
    stopping: stoppingRule(options),
    objectiveScale: 1,
    objectiveOffset: 0,
    iterationsBefore: 5,
    isClear: () => true,
    ...more,
  });
  const seen: number[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { end: value, seen, engine };
    seen.push(value.iterations);
  }
}

describe("runEngine", () => {
  it("yields after every solve of an iteration, and ends converged", () => {
    const { end, seen, engine } = run(dispatchYear(24));
    expect(end).toBe("converged");
    // From 5, the iterations before; predictor and corrector at least, then the iteration itself.
    expect([...new Set(seen)]).toEqual(Array.from({ length: engine.iterations + 1 }, (_, k) => 5 + k));
    expect(seen.length).toBeGreaterThanOrEqual(3 * engine.iterations);
  });

  it("continues while the partition is not clear, down to the strictest tolerance", () => {
    const short = run(dispatchYear(24)).engine.iterations;
    const { end, engine } = run(dispatchYear(24), {}, { isClear: () => false });
    expect(end).toBe("converged");
    expect(engine.iterations).toBeGreaterThan(short);
  });

  // Where numbers are at their last digits mu rises again, so this is reported here, one iteration before the
  // strictest.
  it("does not wander on once mu rises that near the end", () => {
    const lp = dispatchYear(168, { seed: 3 });
    const strictest = run(lp, {}, { isClear: () => false }).engine.iterations;
    const raiseAt = (iteration: number) => (engine: PredictorCorrector) => {
      const iterate = engine.iterate.bind(engine);
      engine.iterate = function* () {
        yield* iterate();
        if (engine.iterations === iteration) engine.mu = 1;
      };
    };
    const near = run(lp, {}, { isClear: () => false }, raiseAt(strictest - 1));
    expect([near.end, near.engine.iterations]).toEqual(["converged", strictest - 1]);
    const early = run(lp, {}, { isClear: () => false }, raiseAt(strictest - 4));
    expect(early.engine.iterations).toBeGreaterThan(strictest - 4);
  });

  it("ends at stopping rules and tests", () => {
    function* yes() {
      yield;
      return true;
    }
    expect(run(dispatchYear(24), { iterationLimit: 8 }).seen.at(-1)).toBe(8);
    expect(run(dispatchYear(24), { onProgress: () => "stop" }).end).toBe("limit");
    expect(run(dispatchYear(24), {}, { test: yes }).end).toBe("tested");
  });

  it("never calls an infeasible program converged", () => {
    expect(run(smallProgram("min", [[0, 1, 1]], [[2, [1], 3]])).end).not.toBe("converged");
  });
});
