import { checkPowerDemand } from "../ai-load/ai-power.ts";
import { checkThroughputModes } from "../ai-load/throughput-modes.ts";
import type { FaultReport } from "../asset.ts";
import { checkInterruptionCap } from "../limits/interruption-cap.ts";
import type { Spec, State } from "./schema.ts";

export function checkAiSpot(spec: Spec, initial: State | undefined, report: FaultReport): void {
  checkPowerDemand(spec, true, report);
  const ways = [spec.revenueUsdPerFacilityMwh, spec.revenueUsdPerItMwh, spec.revenueUsdPerGpuHour].filter(
    (way) => way !== undefined,
  );
  if (ways.length !== 1) {
    report(
      "revenueUsdPerFacilityMwh",
      `${ways.length} revenue fields`,
      "exactly one of revenueUsdPerFacilityMwh, revenueUsdPerItMwh and revenueUsdPerGpuHour",
      "state the revenue in one way",
    );
  }
  if (!spec.revenueUsdPerFacilityMwh && spec.facilityMw) {
    report(
      "itMw",
      "facilityMw with a revenue on IT energy",
      "itMw and pue",
      "give itMw, or the revenue per facility MWh",
    );
  }
  if (spec.revenueUsdPerFacilityMwh && spec.facilityByIt) {
    report(
      "revenueUsdPerFacilityMwh",
      "a revenue on facility energy with facilityByIt",
      "a revenue on what is sold, revenueUsdPerItMwh or revenueUsdPerGpuHour",
      "overhead earns nothing; state the revenue per IT MWh",
    );
  }
  if (spec.revenueUsdPerGpuHour && spec.kwPerGpu === undefined && !spec.gpus) {
    report("kwPerGpu", "nothing", "the IT power of one GPU in kW", "give kwPerGpu, e.g. 1.275");
  }
  checkThroughputModes(spec, report);
  checkInterruptionCap(spec.interruptionCap, initial, report);
}
