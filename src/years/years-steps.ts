/** From the frame of the years to their plan: schedule, planner's dispatch, delays and break-evens. */
import { periodLabels } from "../finance/periods.ts";
import { breakEvenMap } from "./break-even-map.ts";
import { flips } from "./break-evens.ts";
import { delayCosts } from "./delays.ts";
import type { DispatchValues } from "./dispatch-values.ts";
import { reDispatched } from "./re-dispatch.ts";
import { decodeYears } from "./decode-years.ts";
import { BASE_CASE, scheduleTerms } from "./schedule-terms.ts";
import { solveSchedule } from "./solve-schedule.ts";
import type { YearsFrame } from "./years-frame.ts";
import type { YearsResult } from "./years-result.ts";

export function* yearsSteps(frame: YearsFrame): Generator<unknown, YearsResult> {
  const { model, parts } = frame;
  const values = yield* frame.baseValues();
  const terms = scheduleTerms(model, parts, BASE_CASE);
  const solved = yield* solveSchedule(terms, values);
  if (solved.status !== "solved") return solved;
  const planned = yield* reDispatched(frame, solved.schedule);
  if ("detail" in planned) {
    const quarter = periodLabels(model.periods)[planned.q];
    return { status: "limit", detail: `The planner has no plan of ${quarter} at the chosen sizes: ${planned.detail}` };
  }
  const withoutConversionUsd = yield* withoutConversion(frame, values);
  const delays = solved.schedule.starts.some((starts) => starts.some((share) => share > 0))
    ? yield* delayCosts(frame, values, solved.schedule)
    : [];
  const breakEvens = [];
  for (const asked of model.breakEvens) breakEvens.push(...(yield* flips(frame, solved.schedule, asked)));
  const map = model.breakEvenMap ? yield* breakEvenMap(frame, model.breakEvenMap) : [];
  return decodeYears({ frame, terms, values, solved, planned, withoutConversionUsd, delays, breakEvens, map });
}

function* withoutConversion(frame: YearsFrame, values: DispatchValues): Generator<unknown, number | undefined> {
  const { model, parts } = frame;
  if (model.conversions.some(({ leastMw }) => leastMw > 0)) return undefined;
  const starts = model.conversions.map(() => new Array<number>(model.count).fill(0));
  const solved = yield* solveSchedule(scheduleTerms(model, parts, { ...BASE_CASE, starts }), values);
  return solved.status === "solved" ? solved.schedule.valueUsd : undefined;
}
