import type { Spec } from "./schema.ts";

export function emissionsForAiOnly(spec: Spec): Spec | undefined {
  return spec;
}
