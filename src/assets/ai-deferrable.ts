/**
 * Deferrable AI/HPC load: jobs that owe an energy between release and deadline, under one power cap.
 *
 *     pace_j <= sum over job j's window of dt x_jt + unmet_j + behind_j <= open_j
 *     0 <= x_jt <= maxMw_j (share of the interval in the window),    0 <= behind_j <= pace_j - due_j
 *     sum_j x_jt <= capMw_t,    cost = unmetUsdPerMwh_j unmet_j + paceUsdPerMwh_j behind_j
 *
 * With the deadline in the plan, due = pace = open. With the deadline past its end, `due` is only what could not be done
 * afterwards, max(0, open - maxMw hours after), and `pace` the share of the window's hours that lie in the plan (or `due`
 * if that is more). Energy behind the pace stays open and is valued, so that not everything is put off, at twice what
 * power costs on average: the pace is kept through ordinary hours and gives way in scarce ones (valued at the unmet
 * price it would be served by diesel). It is less than unmetUsdPerMwh, so nothing is given up that can still be done.
 * `endState` carries what stays open; energy whose unmet price was paid is not owed again. Energies and powers are
 * facility values, or IT values times `pue`.
 */
import type { Columns, Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { intervalStartMs } from "../time/time-grid.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, curve, instant, keyName, number, type Resolved, z } from "./fields.ts";
import { meanImportPrice } from "./import-price.ts";
import { quantity } from "./quantities.ts";
import { busPower, type RuleFlow } from "./rule-dispatch.ts";
import { scaled, sum } from "./series.ts";
import { jobWindow } from "./job-window.ts";

const jobSchema = z.strictObject({
  name: keyName(),
  energyItMwh: number(quantity.energyMwh, "Times pue").optional(),
  energyFacilityMwh: number(quantity.energyMwh).optional(),
  release: instant(),
  deadline: instant(),
  maxMw: number(quantity.powerMw, "Facility power").gt(0),
  unmetUsdPerMwh: number(quantity.costUsdPerMwh, "Per facility MWh not done; absent = must be done").optional(),
});

const schema = z.strictObject({
  kind: z.literal("ai-deferrable"),
  name: assetName(),
  capMw: curve(quantity.powerMw, "Facility power of all jobs; default no cap").optional(),
  pue: number(quantity.pue, "Facility / IT energy; for energyItMwh").optional(),
  jobs: z.array(jobSchema).min(1),
});

const stateSchema = z.strictObject({
  openMwh: z.record(z.string(), number(quantity.energyMwh)).describe("Facility energy still open, by job"),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;
type Job = Spec["jobs"][number];

/** Twice the mean price of power, and this many USD/MWh where that is free: what energy behind the pace is valued at. */
const PACE_FACTOR = 2;
const PACE_LEAST_USD_PER_MWH = 20;
/** The valuation is at most this share of the unmet price. */
const PACE_UNDER_UNMET = 0.9;

interface JobColumns {
  readonly job: Job;
  readonly openMwh: number;
  readonly dueMwh: number;
  readonly paceMwh: number;
  /** First interval of the window within the plan, and MW in each of its intervals. */
  readonly from: number;
  readonly reachMw: Float64Array;
  /** Absent where the window does not touch the plan. */
  readonly powerMw?: Columns;
  readonly row?: Rows;
  readonly unmetMwh?: Columns | undefined;
  readonly behindMwh?: Columns | undefined;
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
    /** Owed within this plan: all that is open, or (deadline past the end) what cannot be done afterwards. */
    readonly dueMwh: number;
    /** What the pace asks for within this plan; `dueMwh` or more. */
    readonly paceMwh: number;
    readonly servedMwh: number;
    readonly unmetMwh: number;
    /** Left for after the plan (deadline past its end). */
    readonly openMwh: number;
    /** What one more MWh to be done in this plan (of the pace) would cost. */
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
        report(`${at}.energyItMwh`, both ? "energyItMwh and energyFacilityMwh" : "neither", "exactly one of energyItMwh and energyFacilityMwh", "state the energy once");
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
    const jobs = spec.jobs.map((job) => declareJob(spec, job, initial?.openMwh[job.name], site));
    if (spec.capMw) {
      const cap = site.addRows(spec.name, "cap of all jobs", { unit: "MW", upper: spec.capMw, limit: "capMw" });
      for (const { powerMw } of jobs) if (powerMw) site.addTerms(cap, powerMw, 1);
    }
    // A job that must be done sells nothing; of the others a deployment may leave undone what it sheds.
    const slices = jobs.flatMap(({ job: { name, unmetUsdPerMwh }, powerMw }) =>
      powerMw && unmetUsdPerMwh !== undefined ? { name: ` of ${name}`, parts: [[powerMw, 1] as const], lossUsdPerMwh: () => unmetUsdPerMwh } : []);
    if (slices.length > 0) site.publishHeadroom({ asset: spec.name, slices });
    return { jobs };
  },

  link(spec, { jobs }, site) {
    const usual = Math.max(PACE_LEAST_USD_PER_MWH, PACE_FACTOR * (meanImportPrice(site) ?? 0));
    for (const { job, openMwh, dueMwh, paceMwh, behindMwh } of jobs) {
      if (!behindMwh) continue;
      const usdPerMwh = Math.min(usual, PACE_UNDER_UNMET * (job.unmetUsdPerMwh ?? Infinity));
      site.addCost(behindMwh, "deferrable AI behind its pace", "valuation", usdPerMwh);
      site.notices.push(
        `${spec.name}: job "${job.name}" is due after the plan ends; of ${openMwh.toFixed(3)} MWh ${dueMwh.toFixed(3)} cannot wait until then. The pace is ${paceMwh.toFixed(3)} MWh; what is behind it stays open, valued at ${usdPerMwh.toFixed(2)} USD/MWh.`,
      );
    }
  },

  read(_spec, _initial, handles, solved) {
    const dt = solved.time.stepHours;
    const servedMw = solved.total(handles.jobs.map(({ powerMw }) => powerMw));
    const jobs = handles.jobs.map(({ job, openMwh, dueMwh, paceMwh, from, reachMw, powerMw, row, unmetMwh }) => {
      const mw = solved.values(powerMw);
      const servedMwh = sum(mw.subarray(from, from + reachMw.length)) * dt;
      // At an unmet price of 0 the program may give up more than is due.
      const unmet = unmetMwh ? Math.min(solved.value(unmetMwh), Math.max(0, dueMwh - servedMwh)) : 0;
      const past = job.deadline > intervalStartMs(solved.time, solved.time.count);
      const leftMwh = past ? Math.max(0, openMwh - servedMwh - unmet) : 0;
      return { name: job.name, dueMwh, paceMwh, servedMwh, unmetMwh: unmet, openMwh: leftMwh, usdPerMwh: row ? solved.rowPrice(row) : 0, powerMw: mw };
    });
    const total = (field: "dueMwh" | "servedMwh" | "unmetMwh") => jobs.reduce((mwh, job) => mwh + job[field], 0);
    const totals = { demandMwh: total("dueMwh"), servedMwh: total("servedMwh"), unservedMwh: total("unmetMwh") };
    return {
      kind: "ai-deferrable",
      role: "ai-load",
      netBusMw: scaled(servedMw, -1),
      series: { servedMw },
      totals,
      service: totals,
      jobs,
      endState: { openMwh: Object.fromEntries(jobs.map(({ name, openMwh }) => [name, openMwh])) },
    };
  },

  rule(spec, _initial, handles, site) {
    const dt = site.time.stepHours;
    const jobs = [...handles.jobs].sort((a, b) => a.job.deadline - b.job.deadline);
    const leftMwh = jobs.map(({ paceMwh }) => paceMwh);
    const openIn: number[][] = Array.from({ length: site.time.count }, () => []);
    jobs.forEach(({ from, reachMw }, j) => reachMw.forEach((_, i) => openIn[from + i].push(j)));
    // Jobs share the cap, the earliest deadline first. A job that gets less than its share has exhausted the supply, so nothing is
    // lost to those after it, and within an interval no job needs to know what the others took.
    const shareMw = (j: number, t: number): number => {
      let capLeftMw = spec.capMw?.[t] ?? Infinity;
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
  },
};

function energyMwh(spec: Spec, job: Job): number {
  return job.energyFacilityMwh ?? (job.energyItMwh as number) * (spec.pue as number);
}

function declareJob(spec: Spec, job: Job, stillOpenMwh: number | undefined, site: SiteModel): JobColumns {
  const { time } = site;
  const openMwh = stillOpenMwh ?? energyMwh(spec, job);
  const outside = { job, openMwh, dueMwh: 0, paceMwh: 0, from: 0, reachMw: new Float64Array(0) };
  const endMs = intervalStartMs(time, time.count);
  if (job.release >= endMs) {
    site.notices.push(`${spec.name}: job "${job.name}" is released after the plan ends and is left open.`);
    return outside;
  }
  if (job.deadline <= time.startMs) {
    if (openMwh > 0) {
      const path = `jobs[${spec.jobs.indexOf(job)}].deadline`;
      site.fault(spec.name, path, `a deadline before the plan starts with ${openMwh} MWh open`, "a deadline after the start of the plan", "drop the job, or give it a new deadline");
    }
    return outside;
  }
  const { from, share, hoursInPlan, hoursAfter } = jobWindow(time, job.release, job.deadline);
  const past = hoursAfter > 0;
  const dueMwh = past ? Math.max(0, openMwh - job.maxMw * hoursAfter) : openMwh;
  const paceMwh = past ? Math.max(dueMwh, (openMwh * hoursInPlan) / (hoursInPlan + hoursAfter)) : openMwh;
  const reachMw = scaled(share, job.maxMw);
  const powerMw = site.addSeries(spec.name, `powerMw ${job.name}`, { unit: "MW", upper: reachMw, from, count: reachMw.length, limit: `jobs.${job.name}.maxMw` });
  site.draw(powerMw);
  const row = site.addRow(spec.name, `energy of ${job.name}`, { unit: "MWh", lower: paceMwh, upper: openMwh, from });
  site.addSum(row, powerMw, time.stepHours);
  // NB: x >= 0 holds `unmet` below what is due; a bound of its own would share the row's price.
  const addShortfall = (name: string, upper: number) => {
    const column = site.addColumn(spec.name, `${name} ${job.name}`, { unit: "MWh", upper, from });
    site.addShared(row, column, 1);
    return column;
  };
  const behindMwh = past ? addShortfall("behindMwh", paceMwh - dueMwh) : undefined;
  let unmetMwh: Columns | undefined;
  if (job.unmetUsdPerMwh !== undefined) {
    unmetMwh = addShortfall("unmetMwh", Infinity);
    site.addCost(unmetMwh, "unmet deferrable AI", "penalty", job.unmetUsdPerMwh);
  }
  return { job, openMwh, dueMwh, paceMwh, from, reachMw, powerMw, row, unmetMwh, behindMwh };
}
