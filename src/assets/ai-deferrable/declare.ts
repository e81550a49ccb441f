import type { SiteModel } from "../../model/site-model.ts";
import { declareHall, steepestSlope, type FacilityCurve, type Hall } from "../ai-load/facility-curve.ts";
import { meanImportPrice } from "../connection/import-price.ts";
import { declareJob, type Job, type JobColumns } from "./job.ts";
import type { Spec, State } from "./schema.ts";

/**
 * Twice the mean price of power, and this many USD/MWh where that is free: what energy behind the pace is valued at.
 */
const PACE_FACTOR = 2;

const PACE_LEAST_USD_PER_MWH = 20;

/** The valuation is at most this share of the unmet price. */
const PACE_UNDER_UNMET = 0.9;

const PACE_FIELD = "the value of energy behind its pace";

export interface Handles {
  readonly jobs: readonly JobColumns[];
  readonly hall: Hall | undefined;
}

export function declareAiDeferrable(spec: Spec, initial: State | undefined, site: SiteModel): Handles {
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
}

export function linkAiDeferrable(spec: Spec, { jobs }: Handles, site: SiteModel): void {
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
}

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
