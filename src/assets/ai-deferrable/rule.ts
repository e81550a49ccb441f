import type { TimeGrid } from "../../time/time-grid.ts";
import type { JobColumns } from "./job.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";
import { aboveIdleMw, type Hall, itMwWithin, overheadFlow } from "../ai-load/facility-curve.ts";
import { busPower, type RuleDispatch, type RuleFlow } from "../rule-dispatch.ts";

/**
 * Jobs under the threshold rule: as soon as they may run, the earliest deadline first, up to their pace, under the cap
 * of all. In a hall jobs work by IT power, each on top of those before it: it draws what the curve makes of its step.
 */
export function earliestDeadlineFirst(
  columns: readonly JobColumns[],
  capMw: Float64Array | undefined,
  time: TimeGrid,
  hall?: Hall,
): RuleDispatch {
  const dt = time.stepHours;
  const jobs = [...columns].sort((a, b) => a.job.deadline - b.job.deadline);
  const leftMwh = jobs.map(({ paceMwh }) => paceMwh);
  const openIn: number[][] = Array.from({ length: time.count }, () => []);
  jobs.forEach(({ from, reachMw }, j) => reachMw.forEach((_, i) => openIn[from + i].push(j)));
  const busMw = (t: number, workMw: number) => (hall ? aboveIdleMw(hall, t, workMw) : workMw);
  const workMw = (t: number, mw: number) => (hall ? itMwWithin(hall, t, mw) : mw);
  // Jobs share the cap, the earliest deadline first. A job that gets less than its share has exhausted the supply, so
  // nothing is lost to those after it, and within an interval no job needs to know what the others took.
  const reachMw = (j: number, t: number): number => {
    const most = workMw(t, (capMw?.[t] ?? Infinity) - (hall?.idleMw[t] ?? 0));
    let before = 0;
    for (const i of openIn[t]) {
      const { from, reachMw: mostMw } = jobs[i];
      const mw = Math.max(0, Math.min(mostMw[t - from], leftMwh[i] / dt, most - before));
      if (i === j) return busMw(t, before + mw) - busMw(t, before);
      before += mw;
    }
    return 0;
  };
  // Work of the jobs counted so far in interval `now`, and of the last of them.
  let [now, countedMw, lastMw] = [-1, 0, 0];
  const flows = jobs.map(({ powerMw }, j): RuleFlow => ({
    role: "as-soon-as-possible",
    reachMw: (t) => reachMw(j, t),
    tookMw: (t, mw) => {
      if (t !== now) [now, countedMw] = [t, 0];
      lastMw = workMw(t, busMw(t, countedMw) + mw) - countedMw;
      countedMw += lastMw;
      leftMwh[j] -= lastMw * dt;
    },
    fixes: powerMw ? [hall ? { columns: powerMw, value: () => lastMw } : busPower(powerMw)] : [],
  }));
  return { flows: hall ? [overheadFlow(hall), ...flows] : flows };
}

export function aiDeferrableRule(
  spec: Spec,
  _initial: State | undefined,
  handles: Handles,
  site: SiteModel,
): RuleDispatch {
  // The rule knows no power caps: jobs run at full power.
  const idle = handles.throttled.flatMap((columns) => columns ?? []);
  return { ...earliestDeadlineFirst(handles.jobs, spec.capMw, site.time, handles.hall), idle };
}
