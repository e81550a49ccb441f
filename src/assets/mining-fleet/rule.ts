import type { SiteModel } from "../../model/site-model.ts";
import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import { fleetFlows } from "./fleet-flows.ts";
import { fleetBefore, wakeSharePerH } from "./ramps.ts";
import type { Spec, State } from "./schema.ts";

export function miningFleetRule(
  spec: Spec,
  initial: State | undefined,
  { figures, aboveMw, deenergizedMw, cutMw }: Handles,
  site: SiteModel,
): RuleDispatch {
  const dt = site.time.stepHours;
  const wakeShare = wakeSharePerH(spec, dt);
  return {
    flows: fleetFlows(figures, { aboveMw, deenergizedMw, cutMw }, fleetBefore(initial, figures), {
      upMw: (spec.rampUpMwPerH ?? Infinity) * dt,
      downMw: (spec.rampDownMwPerH ?? Infinity) * dt,
      wakeShare: wakeShare && wakeShare * dt,
    }),
  };
}
