import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

/** The rule does not look ahead, so it buys nothing the day before beyond what is bought already. */
export function dayAheadPurchaseRule(
  { boughtMw: given }: Spec,
  _initial: State | undefined,
  { boughtMw }: Handles,
): RuleDispatch {
  return { flows: [], ...(!given && { idle: [boughtMw] }) };
}
