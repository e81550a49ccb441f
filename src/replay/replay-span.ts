/**
 * A span lived through interval by interval. In each one:
 *
 *   1. what is known then, and what is believed of the rest of the look-ahead, makes a window of the site
 *   2. the window is planned; its first interval is carried out. That interval's own values are known when it begins
 *      (meters and published prices), so nothing has to be settled afterwards
 *   3. that interval, planned alone with every decision held, gives the state in which the next one begins
 *
 * At the end the schedule that was carried out is held in the program of the whole span and costed there once: peaks,
 * tiers and takes are billed as on the real bill, and its ledger has the lines of the plan with perfect foresight.
 */
import type { OptimalPlan, PlanResult } from "../plan/plan-result.ts";
import { type BuiltSite, buildSteps } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { siteSteps } from "../plan/run-plan.ts";
import { WarmEngine } from "../plan/warm-engine.ts";
import { BudgetPace } from "../time/budget-pace.ts";
import { remainingBudget } from "../solvers/budget/remaining-budget.ts";
import { isoStamp } from "../time/time-grid.ts";
import { UncertainCurves } from "./believed-curves.ts";
import { ExecutedSchedule } from "./executed-schedule.ts";
import type { ForecastError } from "./forecast-errors.ts";
import { pacedPlan } from "./paced-plan.ts";
import type { ReplayOptions, UncertainCurve } from "./replay-options.ts";
import { windowRequest } from "./window.ts";

/** The whole span was carried out. */
export interface CompletedReplay {
  readonly status: "completed";
  /**
   * What was carried out, costed over the whole span: schedule, ledger, warnings. Its prices and proof are those of the
   * program with every decision held.
   */
  readonly plan: OptimalPlan;
  readonly forecastErrors: readonly ForecastError[];
  /** Linear programs of windows. */
  readonly windows: number;
}

/** A window had no optimal plan: the replay ends there. */
export interface EndedReplay {
  /** Status of that window's plan. */
  readonly status: Exclude<PlanResult["status"], "optimal">;
  /** Where, and what happened. */
  readonly detail: string;
  /** Start of the interval that was not carried out, ISO-8601 with the local offset. */
  readonly at: string;
  /** Intervals carried out before. */
  readonly intervals: number;
}

export type ReplayResult = CompletedReplay | EndedReplay;

export function* replaySteps(
  span: PlanRequest,
  uncertain: readonly UncertainCurve[],
  options: Omit<ReplayOptions, "uncertain">,
): Generator<unknown, ReplayResult> {
  const { horizonIntervals, onInterval, ...limits } = options;
  const remaining = remainingBudget(limits);
  const curves = new UncertainCurves(span, uncertain, horizonIntervals);
  const { count } = span.time;
  const executed = new ExecutedSchedule(count);
  const windows = new WarmEngine(options.solver);
  const single = new WarmEngine(options.solver);
  const ended = ({ status, detail }: Exclude<PlanResult, OptimalPlan>, t: number): EndedReplay => {
    const at = isoStamp(span.time, Math.min(t, count - 1));
    return { status, detail: `At ${at}: ${detail}`, at, intervals: t };
  };
  const solve = function* (built: BuiltSite, engine: WarmEngine) {
    return yield* siteSteps(built, { ...limits, ...remaining(0), solver: engine.forPlan() });
  };
  let states: Readonly<Record<string, unknown>> | undefined;
  for (let t = 0; t < count; t++) {
    const to = Math.min(count, t + horizonIntervals);
    const believed = curves.believedAt(t, to);
    const { ahead, planned } = yield* pacedPlan(new BudgetPace(span.time, t, to), function* (pace) {
      const window = yield* buildSteps(windowRequest(span, { from: t, to }, states, believed, pace));
      return { ahead: window, planned: yield* solve(window, windows) };
    });
    if (planned.result.status !== "optimal" || !planned.solution) return ended(planned.result as never, t);
    executed.record(ahead, planned.solution.x, t, 1);
    const alone = windowRequest(span, { from: t, to: t + 1 }, states, curves.believedAt(t, t + 1));
    const now = executed.fixedIn(yield* buildSteps(alone), t);
    const { result } = yield* solve(now, single);
    if (result.status !== "optimal") return ended(result, t);
    states = result.endState;
    onInterval?.(t + 1, count);
    yield;
  }
  const { result } = yield* siteSteps(executed.fixedIn(yield* buildSteps(span), 0), { ...limits, ...remaining(0) });
  if (result.status !== "optimal") return ended(result, count);
  return {
    status: "completed",
    plan: result,
    forecastErrors: curves.errors.map((errors) => errors.result()),
    windows: count,
  };
}
