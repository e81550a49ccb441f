import type { SolvedSite } from "../../model/solved-site.ts";
import { intervalStartMs } from "../../time/time-grid.ts";
import { hallMw } from "../ai-load/facility-curve.ts";
import type { AssetReading } from "../asset.ts";
import { scaled, sum } from "../fields/series.ts";
import type { Handles } from "./declare.ts";
import { paceAtEnd } from "./pace.ts";
import { readRuns, runsAtEnd, type RunsState } from "./runs.ts";
import type { Spec, State } from "./schema.ts";

/** A job with less than this open is done: rounding. */
const NOTHING_OPEN_MWH = 1e-6;

export interface AiDeferrableReading extends AssetReading {
  readonly kind: "ai-deferrable";
  /** Facility power; with `facilityByIt` its overhead at no load included. */
  readonly series: {
    /** Power served. */
    readonly servedMw: Float64Array;
    /** With `powerModes`: power that the work done would take beside `servedMw` if uncapped. */
    readonly throttledMw?: Float64Array;
  };
  /** As the jobs: of IT energy with `facilityByIt`, of work as its energy at full power with `powerModes`. */
  readonly totals: {
    /** Energy owed within the plan. */
    readonly demandMwh: number;
    /** Energy served. */
    readonly servedMwh: number;
    /** Energy owed within the plan and not served. */
    readonly unservedMwh: number;
    /** Energy not drawn by throttling, part of `servedMwh`; with `powerModes`. */
    readonly throttledMwh?: number;
  };
  /** The jobs that are open in the plan. */
  readonly jobs: readonly {
    /** Name of the job. */
    readonly name: string;
    /** Owed within this plan: all that is open, or (deadline past the end) what cannot be done afterwards. */
    readonly dueMwh: number;
    /** What the pace asks for within this plan; `dueMwh` or more. */
    readonly paceMwh: number;
    /** Energy served in the plan. */
    readonly servedMwh: number;
    /** Energy owed within the plan and not served. */
    readonly unmetMwh: number;
    /** Left for after the plan (deadline past its end). */
    readonly openMwh: number;
    /** What one more MWh to be done in this plan (of the pace) would cost. */
    readonly usdPerMwh: number;
    /** Power of the job in each interval, as drawn. */
    readonly powerMw: Float64Array;
    /**
     * Jobs with `interruption`: power that stopped before its time, MW, and the work done again for it, part of
     * `servedMwh`.
     */
    readonly interruptedMw?: number;
    /** Work done again for the interruptions, part of `servedMwh`. */
    readonly lostMwh?: number;
  }[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readAiDeferrable(
  _spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): AiDeferrableReading {
  const dt = solved.time.stepHours;
  const servedMw = handles.hall
    ? hallMw(handles.hall, solved)
    : solved.total(handles.jobs.map(({ powerMw }) => powerMw));
  const isThrottled = handles.throttled.some((columns) => columns !== undefined);
  const throttledMw = solved.total(handles.throttled);
  if (isThrottled) servedMw.forEach((_, t) => (servedMw[t] -= throttledMw[t]));
  const jobs = handles.jobs.map(({ job, openMwh, dueMwh, paceMwh, from, reachMw, powerMw, row, unmetMwh, runs }, j) => {
    const throttled = solved.values(handles.throttled[j]);
    const mw = solved.values(powerMw);
    const servedMwh = sum(mw.subarray(from, from + reachMw.length)) * dt;
    const lost = runs && readRuns(runs, solved);
    const doneMwh = servedMwh - (lost?.lostMwh ?? 0);
    // At an unmet price of 0 the program may give up more than is due.
    const unmet = unmetMwh ? Math.min(solved.value(unmetMwh), Math.max(0, dueMwh - doneMwh)) : 0;
    const past = job.deadline > intervalStartMs(solved.time, solved.time.count);
    const leftMwh = past ? Math.max(0, openMwh - doneMwh - unmet) : 0;
    return {
      name: job.name,
      dueMwh,
      paceMwh,
      servedMwh,
      unmetMwh: unmet,
      openMwh: leftMwh,
      usdPerMwh: row ? solved.rowPrice(row) : 0,
      powerMw: mw.map((value, t) => value - throttled[t]),
      ...lost,
    };
  });
  const total = (field: "dueMwh" | "servedMwh" | "unmetMwh") => jobs.reduce((mwh, job) => mwh + job[field], 0);
  const runs: Record<string, RunsState> = {};
  handles.jobs.forEach((job, j) => {
    const { name } = job.job;
    const before = initial?.runs?.[name];
    if (jobs[j].openMwh <= NOTHING_OPEN_MWH) return;
    if (job.runs && job.powerMw) runs[name] = runsAtEnd(job.runs, job.powerMw, solved);
    else if (before) runs[name] = before;
  });
  const service = { demandMwh: total("dueMwh"), servedMwh: total("servedMwh"), unservedMwh: total("unmetMwh") };
  const throttledMwh = sum(throttledMw) * dt;
  return {
    kind: "ai-deferrable",
    role: "ai-load",
    netBusMw: scaled(servedMw, -1),
    series: { servedMw, ...(isThrottled && { throttledMw }) },
    totals: { ...service, ...(isThrottled && { throttledMwh }) },
    service,
    ...(isThrottled && { throttling: { throttledMwh, lostThroughputMwh: 0, lostThroughputUsd: 0 } }),
    jobs,
    endState: {
      openMwh: Object.fromEntries(jobs.map(({ name, openMwh }) => [name, openMwh])),
      ...paceAtEnd(handles.jobs, handles.paces, initial ?? {}, solved),
      ...(Object.keys(runs).length > 0 && { runs }),
    },
  };
}
