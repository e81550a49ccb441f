import { busPower, type RuleDispatch, type RuleFlow } from "../rule-dispatch.ts";
import { busPrice, type Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export function gridRule(spec: Spec, _initial: State | undefined, handles: Handles): RuleDispatch {
  const efficiency = 1 - spec.lossFraction;
  const price = busPrice(spec, handles.bill);
  const flows: RuleFlow[] = [
    {
      role: "grid",
      reachMw: (t) => spec.importLimitMw[t] * efficiency,
      usdPerMwh: (t) => price[t],
      fixes: [busPower(handles.importMw, efficiency)],
    },
  ];
  if (handles.exportMw) {
    flows.push({
      role: "surplus",
      reachMw: (t) => (spec.exportLimitMw?.[t] ?? 0) / efficiency,
      usdPerMwh: (t) => handles.bill.exportUsdPerMwh[t] * efficiency,
      fixes: [busPower(handles.exportMw, 1 / efficiency)],
    });
  }
  return { flows };
}
