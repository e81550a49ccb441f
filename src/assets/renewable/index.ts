/**
 * Solar, wind or any other supply that the weather gives. All of it may be curtailed, unless a least share is to be
 * taken.
 *
 *     leastShare_t available_t <= used_t <= available_t,    available_t = capacityMw availability_t
 *     cost = dt (costUsdPerMwh used + curtailmentUsdPerMwh (available - used))
 */
import type { AssetKind } from "../asset.ts";
import { declareRenewable, type Handles, mostSupplyMw } from "./declare.ts";
import { readRenewable, type RenewableReading } from "./read.ts";
import { renewableRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const renewable: AssetKind<"renewable", typeof schema, typeof stateSchema, Handles, RenewableReading> = {
  kind: "renewable",
  role: "on-site",
  schema,
  stateSchema,
  mostSupplyMw,
  declare: declareRenewable,
  read: readRenewable,
  rule: renewableRule,
};
