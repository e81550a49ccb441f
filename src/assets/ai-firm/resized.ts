import { resizedCap } from "../ai-load/resized-cap.ts";
import { resizedDemand } from "../ai-load/resized.ts";
import type { Spec } from "./schema.ts";

export function resizedAiFirm(spec: Spec, share: number): Spec {
  const { revenueUsdPerMonth, slaMonthMwh } = spec;
  return {
    ...spec,
    ...resizedDemand(spec, share),
    ...resizedCap(spec.interruptionCap, share),
    ...(revenueUsdPerMonth !== undefined && { revenueUsdPerMonth: revenueUsdPerMonth * share }),
    ...(slaMonthMwh !== undefined && { slaMonthMwh: slaMonthMwh * share }),
  };
}
