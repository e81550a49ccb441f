import { resizedCap } from "../ai-load/resized-cap.ts";
import { resizedDemand } from "../ai-load/resized.ts";
import type { Spec } from "./schema.ts";

export function resizedAiSpot(spec: Spec, share: number): Spec {
  return { ...spec, ...resizedDemand(spec, share), ...resizedCap(spec.interruptionCap, share) };
}
