import type { DispatchValues } from "./dispatch-values.ts";
import type { Schedule } from "./schedule.ts";
import { BASE_CASE, type ScheduleCase, scheduleTerms } from "./schedule-terms.ts";
import { solveSchedule } from "./solve-schedule.ts";
import type { DelayCost } from "./years-result.ts";
import type { YearsFrame } from "./years-frame.ts";

/** What it costs if every hall is energised later; fleets and rented generation are chosen again in both cases. */
export function* delayCosts(
  { model, parts }: YearsFrame,
  values: DispatchValues,
  base: Schedule,
): Generator<unknown, readonly DelayCost[]> {
  const costs: DelayCost[] = [];
  const lostUsd = function* (asked: ScheduleCase) {
    const solved = yield* solveSchedule(scheduleTerms(model, parts, asked), values);
    return solved.status === "solved" ? base.valueUsd - solved.schedule.valueUsd : Infinity;
  };
  for (const months of model.delayMonths) {
    const late = { ...BASE_CASE, delayMonths: months };
    costs.push({
      months,
      sameScheduleUsd: yield* lostUsd({ ...late, isDelayKnown: false, starts: base.starts }),
      replannedUsd: yield* lostUsd(late),
    });
  }
  return costs;
}
