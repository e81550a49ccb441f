import type { Spec } from "./schema.ts";

export function flexibilityProductForAiOnly({ aiOnlyBackedBy, ...spec }: Spec): Spec | undefined {
  return aiOnlyBackedBy && { ...spec, backedBy: aiOnlyBackedBy, aiOnlyBackedBy };
}
