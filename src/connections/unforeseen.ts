/**
 * A span lived through with calls that are not known before their notice. All else is known. The site plans at the
 * start, and again whenever a call is announced; between two announcements nothing new is learnt, so planning again
 * would change nothing. With a look-ahead it also plans when half of that has passed.
 *
 *   1. the window from now on, with the calls announced by now, is planned
 *   2. it is carried out until the next announcement; that part, planned alone with every decision repeated, gives the
 *      state in which the next window begins
 *
 * At the end what was carried out is costed once over the whole span, so peaks and tiers are billed once.
 */
import { buildSteps, kindOf } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { PlanResult } from "../plan/plan-result.ts";
import { siteSteps } from "../plan/run-plan.ts";
import { BelievedCurves } from "../replay/believed-curves.ts";
import { ExecutedSchedule } from "../replay/executed-schedule.ts";
import { windowRequest } from "../replay/window.ts";
import { isoStamp, MS_PER_HOUR } from "../time/time-grid.ts";

const KNOWN = new BelievedCurves(new Map());

/** The plan of what was carried out, or the first window that has none. */
export function* unforeseenSteps(
  span: PlanRequest,
  options: PlanOptions,
  horizonIntervals = span.time.count,
): Generator<unknown, PlanResult> {
  const { count } = span.time;
  const news = announcements(span);
  if (news.length === 0 && horizonIntervals >= count)
    return (yield* siteSteps(yield* buildSteps(span), options)).result;
  const executed = new ExecutedSchedule(count);
  let states: Readonly<Record<string, unknown>> | undefined;
  for (let from = 0; from < count;) {
    const to = Math.min(count, from + horizonIntervals);
    const half = to === count ? count : from + Math.max(1, Math.floor(horizonIntervals / 2));
    const until = Math.min(half, news.find((t) => t > from) ?? count);
    const ahead = yield* buildSteps(windowRequest(span, { from, to }, states, KNOWN));
    const { result, solution } = yield* siteSteps(ahead, options);
    if (result.status !== "optimal" || !solution) return at(result, isoStamp(span.time, from));
    executed.record(ahead, solution.x, from, until - from);
    if (until < count) {
      const part = yield* buildSteps(windowRequest(span, { from, to: until }, states, KNOWN));
      const carried = yield* siteSteps(executed.fixedIn(part, from), options);
      if (carried.result.status !== "optimal") return at(carried.result, isoStamp(span.time, from));
      states = carried.result.endState;
    }
    from = until;
  }
  return (yield* siteSteps(executed.fixedIn(yield* buildSteps(span), 0), options)).result;
}

/** Intervals at whose start something new is known, in order; those known at the start of the span are left out. */
function announcements({ assets, time }: PlanRequest): number[] {
  const found = new Set<number>();
  for (const asset of assets)
    for (const { startMs, noticeHours } of kindOf(asset).calls?.(asset.spec as never) ?? []) {
      const t = Math.ceil((startMs - noticeHours * MS_PER_HOUR - time.startMs) / (time.stepHours * MS_PER_HOUR));
      if (t > 0 && t < time.count) found.add(t);
    }
  return [...found].toSorted((a, b) => a - b);
}

function at(result: PlanResult, when: string): PlanResult {
  return result.status === "optimal" ? result : { ...result, detail: `At ${when}: ${result.detail}` };
}
