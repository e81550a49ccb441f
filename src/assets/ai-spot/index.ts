/**
 * Spot AI/HPC load: served when its price pays for the power. Here excess electricity chooses between HPC and mining.
 *
 *     0 <= served_t <= demand_t (facility MW),    cost = - dt revenue_t served_t
 *
 * Revenue is given per facility MWh, per IT MWh (divided by PUE), or per GPU-hour: USD/GPU-h x 1000 / kW per GPU gives
 * USD per IT MWh. With `facilityByIt` served_t is IT power and earns by the IT MWh, and the site bus sees what
 * `ai-load/facility-curve.ts` makes of it. How much may be interrupted in a year may be capped, see
 * `limits/interruption-cap.ts`. With `powerModes` served_t is work: the power it would take uncapped. It earns by that,
 * and the load may draw less, see `ai-load/throttled-draw.ts`.
 */
import { mostDemandMw } from "../ai-load/ai-power.ts";
import type { AssetKind } from "../asset.ts";
import { checkAiSpot } from "./check.ts";
import { spotWithoutThrottling } from "./counterfactual.ts";
import { declareAiSpot, type Handles } from "./declare.ts";
import { readAiSpot, type AiSpotReading } from "./read.ts";
import { resizedAiSpot } from "./resized.ts";
import { aiSpotRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { aiSpotSizes } from "./sizes.ts";

export const aiSpot: AssetKind<"ai-spot", typeof schema, typeof stateSchema, Handles, AiSpotReading> = {
  kind: "ai-spot",
  role: "ai-load",
  schema,
  stateSchema,
  check: checkAiSpot,
  mostDemandMw,
  sizes: aiSpotSizes,
  declare: declareAiSpot,
  read: readAiSpot,
  rule: aiSpotRule,
  withoutThrottling: spotWithoutThrottling,
  resized: resizedAiSpot,
};
