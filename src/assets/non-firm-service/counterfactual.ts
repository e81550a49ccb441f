import type { Spec } from "./schema.ts";

export function nonFirmServiceForAiOnly(spec: Spec): Spec | undefined {
  return spec.aiOnlyKeeps ? spec : undefined;
}
