import type { LpOptions } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { LpChanges, PreparedLp } from "../solvers/session/prepare-lp.ts";

/** One solve of a prepared program, as steps. Returns its optimum, or undefined if it has none or was cut short. */
export function* preparedSteps(
  prepared: PreparedLp,
  changes: LpChanges,
  options: LpOptions,
): Generator<unknown, OptimalSolution | undefined> {
  const steps = prepared.steps(changes, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.status === "optimal" ? value : undefined;
    yield value;
  }
}
