import { checkPowerDemand } from "../ai-load/ai-power.ts";
import type { FaultReport } from "../asset.ts";
import { checkInterruptionCap } from "../limits/interruption-cap.ts";
import { checkRevenue } from "./revenue.ts";
import type { Spec, State } from "./schema.ts";
import { checkSlaCredits } from "./sla.ts";
import { checkFirmThrottle } from "./throttle.ts";

export function checkAiFirm(spec: Spec, initial: State | undefined, report: FaultReport): void {
  checkPowerDemand(spec, false, report);
  const { slaCredits, slaMonthMwh, interruptionCap } = spec;
  if (spec.kwPerGpu !== undefined && !spec.gpus && !spec.revenueUsdPerGpuHour && !spec.powerModes)
    report("kwPerGpu", "the power of a GPU without gpus", "gpus beside it", "give gpus, or leave kwPerGpu out");
  checkRevenue(spec, report);
  checkFirmThrottle(spec, report);
  if (initial?.unservedMwh && !slaCredits)
    report(
      "initialState.unservedMwh",
      "unserved energy without slaCredits",
      "slaCredits in the asset",
      "give the tiers, or leave unservedMwh out",
    );
  if (slaCredits) checkSlaCredits(slaCredits, report);
  else if (slaMonthMwh !== undefined)
    report(
      "slaMonthMwh",
      "a month's demand without slaCredits",
      "slaCredits beside it",
      "give the tiers, or leave it out",
    );
  checkInterruptionCap(interruptionCap, initial, report);
  if (interruptionCap && !mayGoUnserved(spec))
    report(
      "interruptionCap",
      "a cap on load that must be served",
      "vollUsdPerMwh or slaCredits beside it",
      "price what may go unserved, or leave interruptionCap out",
    );
}

export function mayGoUnserved({ vollUsdPerMwh, slaCredits }: Spec): boolean {
  return vollUsdPerMwh !== undefined || slaCredits !== undefined;
}
