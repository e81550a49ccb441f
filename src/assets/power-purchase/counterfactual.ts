import type { Spec } from "./schema.ts";

export function powerPurchaseForAiOnly(spec: Spec): Spec | undefined {
  return spec.aiOnlyKeeps ? spec : undefined;
}
