/**
 * Deferrable AI/HPC load: jobs that owe an energy between release and deadline, under one power cap.
 *
 *     sum over job j's window of dt x_jt + unmet_j = due_j,    0 <= x_jt <= maxMw_j (share of the interval in the window)
 *     sum_j x_jt <= capMw_t,    cost = unmetUsdPerMwh_j unmet_j
 *
 * A deadline past the end of the plan: `due_j` is the energy owed times the share of the window's hours that lie in
 * the plan, or what could not be done afterwards at maxMw if that is more. The result names such jobs, and `endState`
 * carries what stays open; energy whose unmet price was paid is given up and not owed again. Energies and powers are facility values, or IT values times `pue`.
 */
import * as z from "zod";
import type { Columns, Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { intervalStartMs, isoStamp } from "../time/time-grid.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, curve, instant, number, type Resolved } from "./fields.ts";
import { jobWindow } from "./job-window.ts";
import { quantity } from "./quantities.ts";
import { busPower, type RuleFlow } from "./rule-dispatch.ts";
import { scaled, sum } from "./series.ts";

const jobSchema = z.strictObject({
  name: z.string().min(1).max(80),
  energyItMwh: number(quantity.energyMwh).optional().meta({ description: "Times pue" }),
  energyFacilityMwh: number(quantity.energyMwh).optional(),
  release: instant().meta({ description: "Earliest start" }),
  deadline: instant().meta({ description: "Latest end" }),
  maxMw: number(quantity.powerMw).gt(0).meta({ description: "Facility power" }),
  unmetUsdPerMwh: number(quantity.costUsdPerMwh).optional().meta({
    description: "Per facility MWh not done; absent = must be done",
  }),
});

const schema = z.strictObject({
  kind: z.literal("ai-deferrable"),
  name: assetName(),
  capMw: curve(quantity.powerMw).optional().meta({ description: "Facility power of all jobs; default no cap" }),
  pue: number(quantity.pue).optional().meta({ description: "Facility / IT energy; for energyItMwh" }),
  jobs: z.array(jobSchema).min(1),
});

const stateSchema = z.strictObject({
  openMwh: z.record(z.string(), number(quantity.energyMwh)).meta({
    description: "Facility energy still open, by job",
  }),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;
type Job = Spec["jobs"][number];

interface JobColumns {
  readonly job: Job;
  readonly openMwh: number;
  readonly dueMwh: number;
  readonly powerMw: Columns;
  readonly reachMw: Float64Array;
  readonly row: Rows;
  readonly unmetMwh: Columns | undefined;
}

interface Handles {
  readonly jobs: readonly JobColumns[];
}

export interface AiDeferrableReading extends AssetReading {
  readonly kind: "ai-deferrable";
  readonly series: { readonly servedMw: Float64Array };
  readonly totals: { readonly demandMwh: number; readonly servedMwh: number; readonly unservedMwh: number };
  readonly jobs: readonly {
    readonly name: string;
    /** Owed within this plan. */
    readonly dueMwh: number;
    readonly servedMwh: number;
    readonly unmetMwh: number;
    /** Left for after the plan (deadline past its end). */
    readonly openMwh: number;
    /** What one more MWh due would cost. */
    readonly usdPerMwh: number;
    readonly powerMw: Float64Array;
  }[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const aiDeferrable: AssetKind<"ai-deferrable", typeof schema, typeof stateSchema, Handles, AiDeferrableReading> = {
  kind: "ai-deferrable",
  role: "ai-load",
  schema,
  stateSchema,

  check(spec, initial, report) {
    const names = new Set<string>();
    spec.jobs.forEach((job, j) => {
      const at = `jobs[${j}]`;
      if (names.has(job.name)) report(`${at}.name`, `"${job.name}" twice`, "one name per job", "rename one of the two");
      names.add(job.name);
      const both = job.energyItMwh !== undefined && job.energyFacilityMwh !== undefined;
      if (both || (job.energyItMwh === undefined && job.energyFacilityMwh === undefined)) {
        report(`${at}.energyItMwh`, both ? "energyItMwh and energyFacilityMwh" : "no energy", "exactly one of energyItMwh and energyFacilityMwh", "state the energy once");
      }
      if (job.energyItMwh !== undefined && spec.pue === undefined) {
        report("pue", "nothing", `the PUE, since job "${job.name}" gives IT energy`, "give pue, e.g. 1.25, or energyFacilityMwh");
      }
      if (job.deadline <= job.release) report(`${at}.deadline`, "a deadline at or before the release", "a later instant", "correct the window");
    });
    for (const name of Object.keys(initial?.openMwh ?? {})) {
      if (!names.has(name)) report(`initialState.openMwh.${name}`, "a job that is not listed", `one of ${[...names].join(", ")}`, "list the job, or drop it from the state");
    }
  },

  declare(spec, initial, site) {
    const jobs = spec.jobs.flatMap((job) => declareJob(spec, job, initial?.openMwh[job.name], site));
    if (spec.capMw !== undefined) {
      const cap = site.addRows(spec.name, "cap of all jobs", { unit: "MW", upper: spec.capMw, limit: "capMw" });
      for (const { powerMw } of jobs) site.addTerms(cap, powerMw, 1);
    }
    return { jobs };
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const servedMw = new Float64Array(solved.time.count);
    const jobs = handles.jobs.map(({ job, openMwh, dueMwh, powerMw, row, unmetMwh }) => {
      const mw = solved.values(powerMw);
      for (let t = 0; t < mw.length; t++) servedMw[t] += mw[t];
      const servedMwh = sum(mw) * dt;
      const unmet = unmetMwh === undefined ? 0 : solved.value(unmetMwh);
      const past = job.deadline > intervalStartMs(solved.time, solved.time.count);
      return { name: job.name, dueMwh, servedMwh, unmetMwh: unmet, openMwh: past ? Math.max(0, openMwh - servedMwh - unmet) : 0, usdPerMwh: solved.rowPrice(row), powerMw: mw };
    });
    const totals = {
      demandMwh: jobs.reduce((total, job) => total + job.dueMwh, 0),
      servedMwh: jobs.reduce((total, job) => total + job.servedMwh, 0),
      unservedMwh: jobs.reduce((total, job) => total + job.unmetMwh, 0),
    };
    const planned = new Map(jobs.map((job) => [job.name, job.openMwh]));
    const openMwh = Object.fromEntries(spec.jobs.map((job) => [job.name, planned.get(job.name) ?? untouched(spec, job, initial, solved.time)]));
    return {
      kind: "ai-deferrable",
      role: "ai-load",
      netBusMw: scaled(servedMw, -1),
      series: { servedMw },
      totals,
      service: totals,
      jobs,
      endState: { openMwh },
    };
  },

  rule(spec, _initial, handles, site) {
    const dt = site.time.stepHours;
    const leftMwh = handles.jobs.map(({ dueMwh }) => dueMwh);
    // Jobs share the cap in their order. A job that gets less than its share has exhausted the supply, so nothing is
    // lost to those after it, and within an interval no job needs to know what the others took.
    const shareMw = (j: number, t: number): number => {
      let capLeftMw = spec.capMw?.[t] ?? Infinity;
      for (let i = 0; ; i++) {
        const mw = Math.max(0, Math.min(handles.jobs[i].reachMw[t], leftMwh[i] / dt, capLeftMw));
        if (i === j) return mw;
        capLeftMw -= mw;
      }
    };
    return {
      flows: handles.jobs.map(({ powerMw }, j): RuleFlow => ({
        role: "as-soon-as-possible",
        reachMw: (t) => shareMw(j, t),
        tookMw: (_t, mw) => {
          leftMwh[j] -= mw * dt;
        },
        fixes: [busPower(powerMw)],
      })),
    };
  },
};

/** Energy of a job that has no interval in this plan: open if it lies after the plan, 0 if it lies before. */
function untouched(spec: Spec, job: Job, initial: State | undefined, time: SiteModel["time"]): number {
  return job.deadline > intervalStartMs(time, time.count) ? (initial?.openMwh[job.name] ?? energyMwh(spec, job)) : 0;
}

function energyMwh(spec: Spec, job: Job): number {
  return job.energyFacilityMwh ?? (job.energyItMwh as number) * (spec.pue as number);
}

function declareJob(spec: Spec, job: Job, stillOpenMwh: number | undefined, site: SiteModel): JobColumns[] {
  const { time } = site;
  const dt = time.stepHours;
  const openMwh = stillOpenMwh ?? energyMwh(spec, job);
  const endMs = intervalStartMs(time, time.count);
  if (job.release >= endMs) {
    site.notices.push(`${spec.name}: job "${job.name}" is released after the plan ends and is left open.`);
    return [];
  }
  if (job.deadline <= time.startMs) {
    if (openMwh > 0) {
      site.fault({
        path: `${spec.name}.jobs.${job.name}.deadline`,
        given: `a deadline before the plan starts with ${openMwh} MWh open`,
        wanted: "a deadline after the start of the plan",
        fix: "drop the job, or give it a new deadline",
      });
    }
    return [];
  }
  const window = jobWindow(time, job.release, job.deadline);
  const past = job.deadline > endMs;
  const due = past
    ? Math.max(openMwh * (window.hoursInPlan / (window.hoursInPlan + window.hoursAfter)), openMwh - job.maxMw * window.hoursAfter)
    : openMwh;
  if (past) {
    site.notices.push(
      `${spec.name}: job "${job.name}" is due after the plan ends (${isoStamp(time, time.count)}); ${due.toFixed(3)} of ${openMwh.toFixed(3)} MWh are due in the plan, the rest stays open.`,
    );
  }
  const { from, count } = window;
  const reachMw = window.share.map((share) => share * job.maxMw);
  const powerMw = site.addSeries(spec.name, `powerMw ${job.name}`, { unit: "MW", upper: reachMw, from, count, limit: `maxMw of ${job.name}` });
  site.draw(powerMw);
  const row = site.addRow(spec.name, `energy of ${job.name}`, { unit: "MWh", lower: due, upper: due, from });
  site.addSum(row, powerMw, dt);
  let unmetMwh: Columns | undefined;
  if (job.unmetUsdPerMwh !== undefined) {
    unmetMwh = site.addColumn(spec.name, `unmetMwh ${job.name}`, { unit: "MWh", upper: due, from });
    site.addShared(row, unmetMwh, 1);
    site.addCost(unmetMwh, "unmet deferrable AI", "penalty", job.unmetUsdPerMwh);
  }
  return [{ job, openMwh, dueMwh: due, powerMw, reachMw, row, unmetMwh }];
}
