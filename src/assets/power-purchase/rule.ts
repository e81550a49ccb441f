import type { RuleDispatch } from "../rule-dispatch.ts";

// What is used follows from the import, so the rule has nothing to decide.
export function powerPurchaseRule(): RuleDispatch {
  return { flows: [] };
}
