/**
 * Solar, wind or any other supply that depends on the weather. Curtailment is free to choose, unless a least share must
 * be taken.
 *
 *     leastShare_t available_t <= used_t <= available_t,    available_t = capacityMw availability_t
 *     cost = dt (costUsdPerMwh used + curtailmentUsdPerMwh (available - used))
 */
import type { AssetKind } from "../asset.ts";
import { declareRenewable, type Handles, mostSupplyMw } from "./declare.ts";
import { readRenewable, type RenewableReading } from "./read.ts";
import { renewableRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { renewableSizes } from "./sizes.ts";

export const renewable: AssetKind<"renewable", typeof schema, typeof stateSchema, Handles, RenewableReading> = {
  kind: "renewable",
  role: "on-site",
  schema,
  stateSchema,
  mostSupplyMw,
  sizes: renewableSizes,
  declare: declareRenewable,
  read: readRenewable,
  rule: renewableRule,
};
