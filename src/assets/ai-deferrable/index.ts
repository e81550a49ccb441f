/**
 * Deferrable AI/HPC load: jobs that owe an energy between release and deadline, under one power cap.
 *
 *     pace_j <= sum over job j's window of dt x_jt + unmet_j + behind_j <= open_j
 *     0 <= x_jt <= maxMw_j (share of the interval in the window),    0 <= behind_j <= pace_j - due_j
 *     sum_j x_jt <= capMw_t,    cost = unmetUsdPerMwh_j unmet_j + paceUsdPerMwh_j behind_j
 *
 * With the deadline in the plan, due = pace = open. With the deadline past its end, `due` is only what could not be
 * done afterwards, max(0, open - maxMw hours after), and `pace` the share of the window's hours that lie in the plan
 * (or `due` if that is more). Energy behind the pace stays open and is valued, so that not everything is put off, at
 * twice what power costs on average: the pace is kept through ordinary hours and gives way in scarce ones (valued at
 * the unmet price it would be served by diesel). It is less than unmetUsdPerMwh, so nothing is given up that can still
 * be done. `endState` carries what stays open; energy whose unmet price was paid is not owed again. What an interrupted
 * job loses stands in `ai-deferrable/runs.ts`.
 *
 * Energies and powers are facility values, IT values times `pue`, or GPU-hours times `kwPerGpu` and `pue`. With
 * `facilityByIt` they are IT values throughout (x_jt, what is owed, unmet and carried over): the jobs share one hall,
 * whose draw F_t is of their sum and convex, so that a linear program holds it exactly (`ai-load/facility-curve.ts`):
 *
 *     sum_j x_jt = y_t <= IT power of the last point,      draw_t = F_t(y_t) <= capMw_t
 *
 * A facility energy is refused there: at part load it is no one amount of work. So is a curve that flattens.
 */
import type { SiteModel } from "../../model/site-model.ts";
import { intervalStartMs } from "../../time/time-grid.ts";
import { declareJob, type Job, type JobColumns, jobSchema } from "./job.ts";
import { earliestDeadlineFirst } from "./rule.ts";
import { activeMw, readRuns, runsAtEnd, type RunsState, runsStateSchema } from "./runs.ts";
import type { AssetKind, AssetReading, FaultReport } from "../asset.ts";
import {
  checkFacilityCurve,
  declareHall,
  facilityCurveSchema,
  type FacilityCurve,
  type Hall,
  hallMw,
  steepestSlope,
} from "../ai-load/facility-curve.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { meanImportPrice } from "../connection/import-price.ts";
import { quantity } from "../fields/quantities.ts";
import { scaled, sum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("ai-deferrable"),
  name: assetName(),
  capMw: curve(quantity.powerMw, "Facility power of all jobs; default no cap").optional(),
  pue: number(quantity.pue, "Facility / IT energy; for energyItMwh and energyGpuHours").optional(),
  facilityByIt: facilityCurveSchema
    .optional()
    .describe("In place of pue: facility power at part load of the hall that all jobs share"),
  kwPerGpu: number(quantity.kw, "IT power per GPU, share of the server included; for energyGpuHours").optional(),
  jobs: z.array(jobSchema).min(1),
});

const stateSchema = strictObject({
  openMwh: z
    .record(z.string(), number(quantity.energyMwh))
    .describe("Facility energy still open (IT energy with facilityByIt), by job"),
  runs: z.record(z.string(), runsStateSchema).optional().describe("Runs under way, by job; for jobs with interruption"),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

/**
 * Twice the mean price of power, and this many USD/MWh where that is free: what energy behind the pace is valued at.
 */
const PACE_FACTOR = 2;
const PACE_LEAST_USD_PER_MWH = 20;
/** The valuation is at most this share of the unmet price. */
const PACE_UNDER_UNMET = 0.9;
const PACE_FIELD = "the value of energy behind its pace";
/** A job with less than this open is done: rounding. */
const NOTHING_OPEN_MWH = 1e-6;

const ENERGY_FORMS = ["energyItMwh", "energyFacilityMwh", "energyGpuHours"] as const;

interface Handles {
  readonly jobs: readonly JobColumns[];
  readonly hall: Hall | undefined;
}

export interface AiDeferrableReading extends AssetReading {
  readonly kind: "ai-deferrable";
  /** Facility power; with `facilityByIt` its overhead at no load included. */
  readonly series: { readonly servedMw: Float64Array };
  /** As the jobs: of IT energy with `facilityByIt`. */
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
    /**
     * Jobs with `interruption`: power that stopped before its time, MW, and the work done again for it, part of
     * `servedMwh`.
     */
    readonly interruptedMw?: number;
    readonly lostMwh?: number;
  }[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const aiDeferrable: AssetKind<"ai-deferrable", typeof schema, typeof stateSchema, Handles, AiDeferrableReading> =
  {
    kind: "ai-deferrable",
    role: "ai-load",
    schema,
    stateSchema,

    check(spec, initial, report) {
      if (spec.facilityByIt) checkFacilityCurve(spec.facilityByIt, true, report);
      if (spec.facilityByIt && spec.pue !== undefined)
        report("facilityByIt", "pue and facilityByIt", "one of them", "keep the curve if PUE varies with load");
      const names = new Set<string>();
      spec.jobs.forEach((job, j) => {
        const at = `jobs[${j}]`;
        if (names.has(job.name))
          report(`${at}.name`, `"${job.name}" twice`, "one name per job", "rename one of the two");
        names.add(job.name);
        checkEnergy(spec, job, at, report);
        const most = spec.facilityByIt?.points.at(-1)?.itMw ?? Infinity;
        if (job.maxMw > most)
          report(
            `${at}.maxMw`,
            `${job.maxMw}`,
            `at most ${most} MW of IT, the last point of facilityByIt`,
            "add a point there; nothing is prolonged",
          );
        if (job.deadline <= job.release)
          report(`${at}.deadline`, "a deadline at or before the release", "a later instant", "correct the window");
      });
      for (const name of Object.keys(initial?.openMwh ?? {})) {
        if (!names.has(name))
          report(
            `initialState.openMwh.${name}`,
            "a job that is not listed",
            `one of ${[...names].join(", ")}`,
            "list the job, or drop it from the state",
          );
      }
      for (const [name, runs] of Object.entries(initial?.runs ?? {})) {
        const at = `initialState.runs.${name}`;
        if (!spec.jobs.some((job) => job.name === name && job.interruption))
          report(
            at,
            "runs of a job without interruption",
            "a listed job with interruption",
            "give the job its interruption, or drop it from the state",
          );
        if (runs.pausedMw > activeMw(runs))
          report(
            `${at}.pausedMw`,
            `${runs.pausedMw}`,
            `at most the sum of active, ${activeMw(runs)}`,
            "list what is paused in active, too",
          );
      }
    },

    declare(spec, initial, site) {
      const jobs = spec.jobs.map((job, j) => {
        const energyMwh = workMwh(spec, job);
        return declareJob(
          spec.name,
          `jobs[${j}]`,
          job,
          { energyMwh, openMwh: initial?.openMwh[job.name] ?? energyMwh, runs: initial?.runs?.[job.name] },
          site,
        );
      });
      if (spec.facilityByIt) return { jobs, hall: declareJobHall(spec, spec.facilityByIt, jobs, site) };
      const powers = jobs.flatMap(({ powerMw }) => powerMw ?? []);
      for (const powerMw of powers) site.draw(powerMw);
      if (spec.capMw) {
        const cap = site.addRows(spec.name, "cap of all jobs", { unit: "MW", upper: spec.capMw, limit: "capMw" });
        for (const powerMw of powers) site.addTerms(cap, powerMw, 1);
      }
      // A job that must be done sells nothing; of the others a deployment may leave undone what it sheds.
      const slices = jobs.flatMap(({ job: { name, unmetUsdPerMwh }, powerMw }) =>
        powerMw && unmetUsdPerMwh !== undefined
          ? { name: ` of ${name}`, parts: [[powerMw, 1] as const], lossUsdPerMwh: () => unmetUsdPerMwh }
          : [],
      );
      if (slices.length > 0) site.publishHeadroom({ asset: spec.name, slices });
      return { jobs, hall: undefined };
    },

    link(spec, { jobs }, site) {
      const busMwh = spec.facilityByIt ? steepestSlope(spec.facilityByIt) : 1;
      const usual = busMwh * Math.max(PACE_LEAST_USD_PER_MWH, PACE_FACTOR * (meanImportPrice(site) ?? 0));
      for (const { job, openMwh, dueMwh, paceMwh, behindMwh } of jobs) {
        if (!behindMwh) continue;
        const usdPerMwh = Math.min(usual, PACE_UNDER_UNMET * (job.unmetUsdPerMwh ?? Infinity));
        site.addCost(behindMwh, "deferrable AI behind its pace", "valuation", usdPerMwh);
        if (!site.defaults.some(({ asset, field }) => asset === spec.name && field === PACE_FIELD)) {
          site.defaults.push({
            asset: spec.name,
            field: PACE_FIELD,
            value: `${usdPerMwh.toFixed(2)} USD/MWh`,
            item: "deferrable AI behind its pace",
          });
        }
        site.notices.push(
          `${spec.name}: job "${job.name}" is due after the plan ends; of ${openMwh.toFixed(3)} MWh ` +
            `${dueMwh.toFixed(3)} cannot wait until then. The pace is ${paceMwh.toFixed(3)} MWh; what is ` +
            `behind it stays open, valued at ${usdPerMwh.toFixed(2)} USD/MWh.`,
        );
      }
    },

    read(_spec, initial, handles, solved) {
      const dt = solved.time.stepHours;
      const servedMw = handles.hall
        ? hallMw(handles.hall, solved)
        : solved.total(handles.jobs.map(({ powerMw }) => powerMw));
      const jobs = handles.jobs.map(
        ({ job, openMwh, dueMwh, paceMwh, from, reachMw, powerMw, row, unmetMwh, runs }) => {
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
            powerMw: mw,
            ...lost,
          };
        },
      );
      const total = (field: "dueMwh" | "servedMwh" | "unmetMwh") => jobs.reduce((mwh, job) => mwh + job[field], 0);
      const runs: Record<string, RunsState> = {};
      handles.jobs.forEach((job, j) => {
        const { name } = job.job;
        const before = initial?.runs?.[name];
        if (jobs[j].openMwh <= NOTHING_OPEN_MWH) return;
        if (job.runs && job.powerMw) runs[name] = runsAtEnd(job.runs, job.powerMw, solved);
        else if (before) runs[name] = before;
      });
      const totals = { demandMwh: total("dueMwh"), servedMwh: total("servedMwh"), unservedMwh: total("unmetMwh") };
      return {
        kind: "ai-deferrable",
        role: "ai-load",
        netBusMw: scaled(servedMw, -1),
        series: { servedMw },
        totals,
        service: totals,
        jobs,
        endState: {
          openMwh: Object.fromEntries(jobs.map(({ name, openMwh }) => [name, openMwh])),
          ...(Object.keys(runs).length > 0 && { runs }),
        },
      };
    },

    rule: (spec, _initial, handles, site) => earliestDeadlineFirst(handles.jobs, spec.capMw, site.time, handles.hall),
  };

/** The jobs' IT power as that of one hall. */
function declareJobHall(
  { name, capMw }: Spec,
  facility: FacilityCurve,
  jobs: readonly JobColumns[],
  site: SiteModel,
): Hall {
  const mostMw = new Float64Array(site.time.count).fill(facility.points[facility.points.length - 1].itMw);
  const itMw = site.addSeries(name, "itMw", { unit: "MW", upper: mostMw, limit: "facilityByIt.points" });
  const rows = site.addRows(name, "IT power of all jobs", { unit: "MW", lower: 0, upper: 0 });
  site.addTerms(rows, itMw, -1);
  for (const { powerMw } of jobs) if (powerMw) site.addTerms(rows, powerMw, 1);
  const hall = declareHall(site, facility, itMw, mostMw);
  if (!capMw) return hall;
  const upper = capMw.map((mw, t) => mw - hall.idleMw[t]);
  const small = upper.findIndex((mw) => mw < 0);
  if (small >= 0)
    site.fault(
      name,
      "capMw",
      `${capMw[small]} in interval ${small}`,
      `at least what the hall draws at no load, ${hall.idleMw[small]} MW`,
      "raise it, or correct facilityByIt",
    );
  const cap = site.addRows(name, "cap of all jobs", { unit: "MW", upper, limit: "capMw" });
  for (const { columns, busMwPerItMw } of hall.segments) site.addTerms(cap, columns, busMwPerItMw);
  return hall;
}

/** Energy of a job at the bus, or (facilityByIt) of IT. */
function workMwh({ pue = 1, kwPerGpu = 0 }: Spec, { energyFacilityMwh, energyItMwh, energyGpuHours = 0 }: Job): number {
  return energyFacilityMwh ?? (energyItMwh ?? (energyGpuHours * kwPerGpu) / 1000) * pue;
}

function checkEnergy(spec: Spec, job: Job, at: string, report: FaultReport): void {
  const forms = ENERGY_FORMS.filter((form) => job[form] !== undefined);
  if (forms.length !== 1) {
    report(
      `${at}.energyItMwh`,
      forms.join(" and ") || "no energy",
      `exactly one of ${ENERGY_FORMS.join(", ")}`,
      "state the energy once",
    );
  }
  if (job.energyFacilityMwh !== undefined && spec.facilityByIt) {
    report(
      `${at}.energyFacilityMwh`,
      "facility energy with facilityByIt",
      "energyItMwh or energyGpuHours: at part load a facility energy is no one amount of work",
      "give the IT energy",
    );
  }
  if (job.energyFacilityMwh === undefined && forms.length > 0 && spec.pue === undefined && !spec.facilityByIt) {
    report(
      "pue",
      "nothing",
      `the PUE, since job "${job.name}" gives IT energy`,
      "give pue, e.g. 1.25, facilityByIt, or energyFacilityMwh",
    );
  }
  if (job.energyGpuHours !== undefined && spec.kwPerGpu === undefined) {
    report(
      "kwPerGpu",
      "nothing",
      `the IT power of one GPU in kW, since job "${job.name}" gives GPU-hours`,
      "give kwPerGpu, e.g. 1.275",
    );
  }
}
