import type { Spec } from "./schema.ts";

export function dayAheadPurchaseForAiOnly(spec: Spec): Spec | undefined {
  return spec.aiOnlyKeeps ? spec : undefined;
}
