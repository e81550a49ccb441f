import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export function flexibilityProductRule(
  _spec: Spec,
  _initial: State | undefined,
  { soldMw, backing }: Handles,
): RuleDispatch {
  return { flows: [], idle: [...new Set([soldMw, ...backing.flatMap(({ sold }) => sold)])] };
}
