/**
 * Firm AI/HPC load: served, or its stated value of lost load (VOLL) is paid. Without `vollUsdPerMwh` it must be served.
 * With d_t the facility demand, f = flexibleShare:
 *
 *     draw_t = (1 - f) d_t - unserved_t - throttled_t + moved_t,          0 <= unserved_t <= (1 - f) d_t
 *     sum over each local day of dt moved_t + missed_day = f sum dt d_t,   0 <= moved_t <= max d - (1 - f) d_t
 *     cost = vollUsdPerMwh (sum dt unserved_t + sum missed_day) + SLA credits + price of lost throughput - revenue
 *
 * Revenue is optional (`ai-firm/revenue.ts`): energy that is served earns it. `vollUsdPerMwh` is then what a MWh not
 * served costs beside the revenue that is lost with it. SLA credits (money) are tiers of the month's unserved energy,
 * see `ai-firm/sla.ts`; an annual cap on interruption, see `limits/interruption-cap.ts`. With credits alone unserved
 * energy is possible at their price. With `powerModes` the load may be throttled down to a floor of throughput, at a
 * price, see `ai-firm/throttle.ts`. Several firm loads are several tiers.
 *
 * Firm AI is never shed while mining runs. It may be throttled, where its lost throughput is worth less than what
 * mining earns with the power: the price is the user's, and a notice says how much. A load worth no more than a fleet's
 * best strike price is refused. Ramps, wake-up and restarts may make a MWh of mining worth more where power is scarce:
 * there the answer is tested, and branched on. Rejected: a bound on what they can make it worth, which grows with the
 * horizon and refuses sites where nothing is scarce.
 */
import { mostDemandMw } from "../ai-load/ai-power.ts";
import type { AssetKind } from "../asset.ts";
import { checkAiFirm } from "./check.ts";
import { firmWithoutThrottling, withFlexibleShare } from "./counterfactual.ts";
import { declareAiFirm, linkAiFirm, type Handles } from "./declare.ts";
import { readAiFirm, type AiFirmReading } from "./read.ts";
import { resizedAiFirm } from "./resized.ts";
import { aiFirmRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { aiFirmSizes } from "./sizes.ts";

export const aiFirm: AssetKind<"ai-firm", typeof schema, typeof stateSchema, Handles, AiFirmReading> = {
  kind: "ai-firm",
  role: "ai-load",
  schema,
  stateSchema,
  check: checkAiFirm,
  mostDemandMw,
  sizes: aiFirmSizes,
  declare: declareAiFirm,
  link: linkAiFirm,
  read: readAiFirm,
  rule: aiFirmRule,
  resized: resizedAiFirm,
  withFlexibleShare,
  withoutThrottling: firmWithoutThrottling,
};
