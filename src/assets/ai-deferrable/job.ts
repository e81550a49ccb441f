/**
 * One job of a deferrable load: its schema, its window in the plan, its columns and rows (see
 * `ai-deferrable/index.ts`).
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { intervalStartMs } from "../../time/time-grid.ts";
import { declareRuns, interruptionSchema, type Runs, type RunsState } from "./runs.ts";
import { instant, keyName, number, type Resolved, strictObject, type z } from "../fields/fields.ts";
import { jobWindow } from "../ai-load/job-window.ts";
import { quantity } from "../fields/quantities.ts";
import { scaled } from "../fields/series.ts";

export const jobSchema = strictObject({
  name: keyName().describe("Name of the job, one of its own in the asset"),
  energyItMwh: number(quantity.energyMwh, "Times pue, or by facilityByIt").optional(),
  energyFacilityMwh: number(quantity.energyMwh, "Facility energy of the whole job; give this, or GPU-hours").optional(),
  energyGpuHours: number(quantity.gpuHours, "Times kwPerGpu gives energyItMwh").optional(),
  release: instant().describe("When the job may begin"),
  deadline: instant().describe("When the job must be done"),
  maxMw: number(quantity.powerMw, "Facility power; IT power with facilityByIt").gt(0),
  unmetUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Per facility MWh not done (per IT MWh with facilityByIt); absent = must be done",
  ).optional(),
  interruption: interruptionSchema
    .optional()
    .describe("What is lost where power drops before the job's work is done; default nothing"),
});

export type Job = Resolved<z.output<typeof jobSchema>>;

/** What the job starts the plan with. */
export interface JobStart {
  /** Energy of the whole job: facility energy, or IT energy in a hall. */
  readonly energyMwh: number;
  readonly openMwh: number;
  /** What the pace of earlier plans leaves open. */
  readonly lineOpenMwh: number;
  readonly runs: RunsState | undefined;
}

export interface JobColumns {
  readonly job: Job;
  readonly openMwh: number;
  readonly dueMwh: number;
  readonly paceMwh: number;
  /** What the pace leaves open at the plan's end. */
  readonly lineOpenMwh: number;
  /** First interval of the window within the plan, and MW in each of its intervals. */
  readonly from: number;
  readonly reachMw: Float64Array;
  /** Absent where the window does not touch the plan. */
  readonly powerMw?: ColumnBlock;
  readonly row?: RowBlock;
  readonly unmetMwh?: ColumnBlock | undefined;
  readonly behindMwh?: ColumnBlock | undefined;
  readonly runs?: Runs | undefined;
}

/** `asset` is the load's name, `path` the job's place below it. */
export function declareJob(
  asset: string,
  path: string,
  job: Job,
  { energyMwh, openMwh, lineOpenMwh: lineBeforeMwh, runs: before }: JobStart,
  site: SiteModel,
): JobColumns {
  const { time } = site;
  const outside = { job, openMwh, dueMwh: 0, paceMwh: 0, lineOpenMwh: 0, from: 0, reachMw: new Float64Array(0) };
  const endMs = intervalStartMs(time, time.count);
  if (job.release >= endMs) {
    site.notices.push(`${asset}: job "${job.name}" is released after the plan ends and is left open.`);
    return outside;
  }
  if (job.deadline <= time.startMs) {
    if (openMwh > 0) {
      site.fault(
        asset,
        `${path}.deadline`,
        `a deadline before the plan starts with ${openMwh} MWh open`,
        "a deadline after the start of the plan",
        "drop the job, or give it a new deadline",
      );
    }
    return outside;
  }
  const { from, share, hoursInPlan, hoursAfter } = jobWindow(time, job.release, job.deadline);
  const past = hoursAfter > 0;
  const dueMwh = past ? Math.max(0, openMwh - job.maxMw * hoursAfter) : openMwh;
  const lineOpenMwh = (lineBeforeMwh * hoursAfter) / (hoursInPlan + hoursAfter);
  const paceMwh = Math.min(openMwh, Math.max(dueMwh, openMwh - lineOpenMwh));
  const reachMw = scaled(share, job.maxMw);
  const count = reachMw.length;
  const powerMw = site.addSeries(asset, `powerMw ${job.name}`, {
    unit: "MW",
    upper: reachMw,
    from,
    count,
    limit: `jobs.${job.name}.maxMw`,
    given: job.maxMw,
  });
  const gone = (i: number) => (intervalStartMs(time, from + i) - job.release) / (job.deadline - job.release);
  site.preferLess(
    powerMw,
    reachMw.map((_, i) => tieBreakWeight.earlierWork * gone(i)),
  );
  const row = site.addRow(asset, `energy of ${job.name}`, { unit: "MWh", lower: paceMwh, upper: openMwh, from });
  site.addSum(row, powerMw, time.stepHours);
  // NB: x >= 0 holds `unmet` below what is due; a bound of its own would share the row's price.
  const addShortfall = (name: string, upper: number) => {
    const column = site.addColumn(asset, `${name} ${job.name}`, { unit: "MWh", upper, from });
    site.addShared(row, column, 1);
    return column;
  };
  const behindMwh = past ? addShortfall("behindMwh", paceMwh - dueMwh) : undefined;
  let unmetMwh: ColumnBlock | undefined;
  if (job.unmetUsdPerMwh !== undefined) {
    unmetMwh = addShortfall("unmetMwh", Infinity);
    site.addCost(unmetMwh, "unmet deferrable AI", "penalty", job.unmetUsdPerMwh);
  }
  // Power that leaves in the interval the deadline cuts leaves with the job.
  const runsCount = count > 1 && share[count - 1] < 1 ? count - 1 : count;
  const { interruption } = job;
  const runs =
    interruption && declareRuns(site, { ...job, interruption, energyMwh, openMwh }, powerMw, runsCount, row, before);
  return { job, openMwh, dueMwh, paceMwh, lineOpenMwh, from, reachMw, powerMw, row, unmetMwh, behindMwh, runs };
}
