import { planPower, type PlanInput } from "wattsplit";
import type { LpSolver } from "wattsplit/lp";
import type { BenchCase, CaseSize } from "../bench-case.ts";
import type { PlannerEntry } from "../output/results.ts";
import type { Effort } from "./compare-solvers.ts";
import { spreadOf } from "./statistics.ts";
import { collectGarbage, timed } from "./stopwatch.ts";

const [MIN_ROUNDS, MAX_ROUNDS] = [3, 15];

/**
 * Times `planPower` from JSON to result; an engine that reads the clock when it is called separates the phases. Reading
 * includes the check whether an equal optimum satisfies the either-or rules. If none does, it includes branching, which
 * the planner runs on its own simplex. A plan that ends at the branching limit is timed like an optimal one.
 */
export function planPhases(subject: BenchCase, size: CaseSize, engine: LpSolver, effort: Effort): PlannerEntry {
  const text = JSON.stringify(subject.planInput?.(size));
  const frame = { name: subject.name, size: size.label, solver: engine.name };
  collectGarbage();
  const first = onePlan(text, engine);
  const { status } = first;
  if ((status !== "optimal" && status !== "branching-limit") || effort.budgetMs === 0) return { ...frame, status };
  for (let warmMs = first.totalMs; warmMs < effort.budgetMs;) warmMs += onePlan(text, engine).totalMs;
  const rounds = Math.min(
    MAX_ROUNDS,
    Math.max(MIN_ROUNDS, Math.floor(effort.budgetMs / onePlan(text, engine).totalMs)),
  );
  const plans = Array.from({ length: rounds }, () => onePlan(text, engine));
  const median = (part: "buildMs" | "solveMs" | "readMs"): number => spreadOf(plans.map((plan) => plan[part])).medianMs;
  return { ...frame, status, buildMs: median("buildMs"), solveMs: median("solveMs"), readMs: median("readMs") };
}

function onePlan(text: string, engine: LpSolver) {
  let solveMs = 0;
  let calledMs: number | undefined;
  const watched: LpSolver = {
    name: engine.name,
    *steps(lp, options) {
      calledMs ??= performance.now();
      const steps = engine.steps(lp, options);
      for (;;) {
        const { result, ms } = timed(() => steps.next());
        solveMs += ms; // all calls: an infeasible plan is solved once more, to explain it
        if (result.done === true) return result.value;
        yield result.value;
      }
    },
  };
  const startedMs = performance.now();
  const { status } = planPower(JSON.parse(text) as PlanInput, { solver: watched });
  const totalMs = performance.now() - startedMs;
  const buildMs = (calledMs ?? performance.now()) - startedMs;
  return { status, totalMs, buildMs, solveMs, readMs: totalMs - buildMs - solveMs };
}
