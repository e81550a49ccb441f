import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { declareHall, steepestSlope, type FacilityCurve, type Hall } from "../ai-load/facility-curve.ts";
import { declareThrottle, leastPowerPerWork, throttleCurve } from "../ai-load/throttled-draw.ts";
import { declareJob, type Job, type JobColumns } from "./job.ts";
import { pricePace, type PricedPace } from "./pace.ts";
import type { Spec, State } from "./schema.ts";

export interface Declared {
  readonly jobs: readonly JobColumns[];
  /** By job; undefined where it is not throttled. */
  readonly throttled: readonly (ColumnBlock | undefined)[];
  readonly hall: Hall | undefined;
}

export interface Handles extends Declared {
  /** Of jobs that go on after the plan. */
  readonly paces: readonly PricedPace[];
}

export function declareAiDeferrable(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Declared> {
  const jobs = spec.jobs.map((job, j) => {
    const energyMwh = workMwh(spec, job);
    const openMwh = initial?.openMwh[job.name] ?? energyMwh;
    const lineOpenMwh = initial?.paceOpenMwh?.[job.name] ?? openMwh;
    const start = { energyMwh, openMwh, lineOpenMwh, runs: initial?.runs?.[job.name] };
    return declareJob(spec.name, `jobs[${j}]`, job, start, site);
  });
  if (spec.facilityByIt)
    return { handles: { jobs, throttled: [], hall: declareJobHall(spec, spec.facilityByIt, jobs, site) } };
  const powers = jobs.flatMap(({ powerMw }) => powerMw ?? []);
  for (const powerMw of powers) site.draw(powerMw);
  const modes = throttleCurve(spec.name, spec, site);
  const throttled = jobs.map(({ job, powerMw, reachMw }) =>
    modes && powerMw ? declareThrottle(site, ` ${job.name}`, modes, powerMw, reachMw).throttledMw : undefined,
  );
  if (spec.capMw) {
    const cap = site.addRows(spec.name, "cap of all jobs", { unit: "MW", upper: spec.capMw, limit: "capMw" });
    for (const powerMw of powers) site.addTerms(cap, powerMw, 1);
    for (const throttledMw of throttled) if (throttledMw) site.addTerms(cap, throttledMw, -1);
  }
  // A job that must be done sells nothing; of the others a deployment may leave undone what it sheds.
  // Throttled, a MWh drawn does more work: at most that of the mode that needs least.
  const workPerMwh = modes ? 1 / leastPowerPerWork(modes) : 1;
  const slices = jobs.flatMap(({ job: { name, unmetUsdPerMwh }, powerMw }, j) => {
    const throttledMw = throttled[j];
    return powerMw && unmetUsdPerMwh !== undefined
      ? {
          name: ` of ${name}`,
          parts: [[powerMw, 1] as const, ...(throttledMw ? [[throttledMw, -1] as const] : [])],
          lossUsdPerMwh: () => unmetUsdPerMwh * workPerMwh,
        }
      : [];
  });
  return {
    handles: { jobs, throttled, hall: undefined },
    ports: slices.length > 0 ? { headroom: { asset: spec.name, slices } } : {},
  };
}

export function linkAiDeferrable(
  { name, behindUsdPerMwh, facilityByIt }: Spec,
  initial: State | undefined,
  declared: Declared,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const busMwhPerMwh = facilityByIt ? steepestSlope(facilityByIt) : 1;
  return {
    ...declared,
    paces: pricePace(name, declared.jobs, behindUsdPerMwh, busMwhPerMwh, initial ?? {}, ports, site),
  };
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
