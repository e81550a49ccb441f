import type { TimeGrid } from "../time/time-grid.ts";
import type { JobColumns } from "./ai-deferrable-job.ts";
import { busPower, type RuleDispatch, type RuleFlow } from "./rule-dispatch.ts";

/** Jobs under the threshold rule: as soon as they may run, the earliest deadline first, up to their pace, under the cap of all. */
export function earliestDeadlineFirst(columns: readonly JobColumns[], capMw: Float64Array | undefined, time: TimeGrid): RuleDispatch {
  const dt = time.stepHours;
  const jobs = [...columns].sort((a, b) => a.job.deadline - b.job.deadline);
  const leftMwh = jobs.map(({ paceMwh }) => paceMwh);
  const openIn: number[][] = Array.from({ length: time.count }, () => []);
  jobs.forEach(({ from, reachMw }, j) => reachMw.forEach((_, i) => openIn[from + i].push(j)));
  // Jobs share the cap, the earliest deadline first. A job that gets less than its share has exhausted the supply, so nothing is
  // lost to those after it, and within an interval no job needs to know what the others took.
  const shareMw = (j: number, t: number): number => {
    let capLeftMw = capMw?.[t] ?? Infinity;
    for (const i of openIn[t]) {
      const { from, reachMw } = jobs[i];
      const mw = Math.max(0, Math.min(reachMw[t - from], leftMwh[i] / dt, capLeftMw));
      if (i === j) return mw;
      capLeftMw -= mw;
    }
    return 0;
  };
  return {
    flows: jobs.map(({ powerMw }, j): RuleFlow => ({
      role: "as-soon-as-possible",
      reachMw: (t) => shareMw(j, t),
      tookMw: (_t, mw) => {
        leftMwh[j] -= mw * dt;
      },
      fixes: powerMw ? [busPower(powerMw)] : [],
    })),
  };
}
