/**
 * Deferrable AI/HPC load: jobs that owe an energy between release and deadline, under one power cap.
 *
 *     pace_j <= sum over job j's window of dt x_jt + unmet_j + behind_j <= open_j
 *     0 <= x_jt <= maxMw_j (share of the interval in the window),    0 <= behind_j <= pace_j - due_j
 *     sum_j x_jt <= capMw_t,    cost = unmetUsdPerMwh_j unmet_j + behindUsdPerMwh behind_j
 *
 * With the deadline in the plan, due = pace = open. With the deadline past its end, `due` is only what could not be
 * done afterwards, max(0, open - maxMw hours after), and `pace` what a straight line over the window asks for
 * (`ai-deferrable/pace.ts`). Energy behind the pace stays open and is valued, so that not everything is put off; at
 * less than unmetUsdPerMwh, so that nothing is given up that can still be done. `endState` carries what stays open;
 * energy whose unmet price was paid is not owed again. `ai-deferrable/runs.ts` has what an interrupted job loses.
 *
 * Energies and powers are facility values, IT values times `pue`, or GPU-hours times `kwPerGpu` and `pue`. With
 * `facilityByIt` they are IT values throughout (x_jt, what is owed, unmet and carried over): the jobs share one hall,
 * whose draw F_t is of their sum and convex, so that a linear program represents it exactly
 * (`ai-load/facility-curve.ts`):
 *
 *     sum_j x_jt = y_t <= IT power of the last point,      draw_t = F_t(y_t) <= capMw_t
 *
 * In a hall a facility energy is refused, since at part load it does different amounts of work. A curve that flattens
 * is refused too.
 *
 * With `powerModes` they are the energy that the work takes at full power: x_jt is work, and the job may draw less
 * (`ai-load/throttled-draw.ts`), so that it takes longer.
 */
import type { AssetKind } from "../asset.ts";
import { checkAiDeferrable } from "./check.ts";
import { deferrableWithoutThrottling } from "./counterfactual.ts";
import { declareAiDeferrable, linkAiDeferrable, type Declared, type Handles } from "./declare.ts";
import { readAiDeferrable, type AiDeferrableReading } from "./read.ts";
import { aiDeferrableRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const aiDeferrable: AssetKind<
  "ai-deferrable",
  typeof schema,
  typeof stateSchema,
  Handles,
  AiDeferrableReading,
  Declared
> = {
  kind: "ai-deferrable",
  role: "ai-load",
  schema,
  stateSchema,
  check: checkAiDeferrable,
  declare: declareAiDeferrable,
  link: linkAiDeferrable,
  read: readAiDeferrable,
  rule: aiDeferrableRule,
  withoutThrottling: deferrableWithoutThrottling,
};
