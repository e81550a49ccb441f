import type { Spec } from "./schema.ts";

export function withFlexibleShare(spec: Spec, share: number): Spec {
  return { ...spec, flexibleShare: Math.max(spec.flexibleShare, share) };
}
