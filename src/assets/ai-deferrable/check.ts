import { checkFacilityCurve } from "../ai-load/facility-curve.ts";
import { checkThroughputModes } from "../ai-load/throughput-modes.ts";
import type { FaultReport } from "../asset.ts";
import type { Job } from "./job.ts";
import { activeMw } from "./runs.ts";
import type { Spec, State } from "./schema.ts";

const ENERGY_FORMS = ["energyItMwh", "energyFacilityMwh", "energyGpuHours"] as const;

export function checkAiDeferrable(spec: Spec, initial: State | undefined, report: FaultReport): void {
  if (spec.facilityByIt) checkFacilityCurve(spec.facilityByIt, true, report);
  if (spec.facilityByIt && spec.pue !== undefined)
    report("facilityByIt", "pue and facilityByIt", "one of them", "keep the curve if PUE varies with load");
  checkThroughputModes(spec, report);
  const names = new Set<string>();
  spec.jobs.forEach((job, j) => {
    const at = `jobs[${j}]`;
    if (names.has(job.name)) report(`${at}.name`, `"${job.name}" twice`, "one name per job", "rename one of the two");
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
    if (spec.powerModes && job.interruption)
      report(
        `${at}.interruption`,
        "interruption with powerModes",
        "one of them: what a run loses is counted in MW at full power, and a throttled run is not interrupted",
        "leave interruption out, or move the job to an asset without powerModes",
      );
    if (spec.behindUsdPerMwh && spec.behindUsdPerMwh >= (job.unmetUsdPerMwh ?? Infinity))
      report(
        "behindUsdPerMwh",
        `${spec.behindUsdPerMwh}`,
        `less than unmetUsdPerMwh of job "${job.name}", ${job.unmetUsdPerMwh}`,
        "lower it, or what can still be done would be given up",
      );
    if (job.deadline <= job.release)
      report(`${at}.deadline`, "a deadline at or before the release", "a later instant", "correct the window");
  });
  for (const field of ["openMwh", "paceOpenMwh", "behindUsd"] as const) {
    for (const name of Object.keys(initial?.[field] ?? {})) {
      if (!names.has(name))
        report(
          `initialState.${field}.${name}`,
          "a job that is not listed",
          `one of ${[...names].join(", ")}`,
          "list the job, or drop it from the state",
        );
    }
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
      "energyItMwh or energyGpuHours: at part load the same facility energy does different amounts of work",
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
