import type { Spec } from "./schema.ts";

/** The AI-only site is called too, on a baseline of its own where that is given. */
export function curtailmentCallForAiOnly(spec: Spec): Spec | undefined {
  if (!spec.aiOnlyKeeps) return undefined;
  return {
    ...spec,
    calls: spec.calls.map((call) =>
      call.aiOnlyBaselineMw === undefined ? call : { ...call, baseline: call.aiOnlyBaselineMw },
    ),
  };
}
