/**
 * Flexibility sold: a reserve or demand-response product, upward only (less need for power: load shed, charging
 * stopped, discharge), paid for being available. Of product p, sold_pat MW are backed by asset a (mining, battery,
 * flexible AI):
 *
 *     sold_pt = sum_a sold_pat,     committedMw_t <= sold_pt <= limitMw_t,     0 outside its windows
 *     sold_pt = sold_p,t-1          within a block: blockHours by wall clock from midnight, or a window
 *     cost    = - dt priceUsdPerMwHour_t sold_pt                                                        `cash`
 *               + (1 - called_t) dt deployedShare_t (lossUsdPerMwh_at - importPrice_t) sold_pat         `expected`
 *
 * The rows that back it, shared by all products of an asset so that no MW is sold twice, stand in `ports/headroom.ts`:
 * what is sold is running above the floor (a fleet asleep for its price sells nothing), a battery has the power and at
 * the end of the interval the energy for durationHours, and in a called interval it has gone: with the headroom of the
 * interval before the call as baseline (`initialState.headroomMw` where the plan begins in it),
 *
 *     headroom_at + sum of what is called of a <= headroom_a,f-1
 *
 * whether or not anything was sold, so an asset that is called draws no more than before. The plan knows calls from its
 * start and may sell less in them; what has been sold already is `committedMw`.
 *
 * A deployment of the share deployedShare loses what the power earns (hash, spot AI; for a job its unmet price, as if
 * it were never made up; for a battery wear and the energy bought again) and saves the cheapest import price. It is
 * priced, not planned: an expectation serves no firm load. Baseline-paid energy programmes are not modelled: what a
 * baseline pays depends on the load of other days.
 */
import type { AssetKind } from "../asset.ts";
import { checkFlexibilityProduct } from "./check.ts";
import { flexibilityProductForAiOnly } from "./counterfactual.ts";
import {
  declareFlexibilityProduct,
  linkFlexibilityProduct,
  type Declared,
  type Handles,
  flexibilityProductHereAndNow,
} from "./declare.ts";
import { readFlexibilityProduct, type FlexibilityProductReading } from "./read.ts";
import { flexibilityProductRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const flexibilityProduct: AssetKind<
  "flexibility-product",
  typeof schema,
  typeof stateSchema,
  Handles,
  FlexibilityProductReading,
  Declared
> = {
  kind: "flexibility-product",
  role: "contract",
  schema,
  stateSchema,
  check: checkFlexibilityProduct,
  declare: declareFlexibilityProduct,
  link: linkFlexibilityProduct,
  read: readFlexibilityProduct,
  rule: flexibilityProductRule,
  sellsReserves: true,
  hereAndNow: flexibilityProductHereAndNow,
  forAiOnly: flexibilityProductForAiOnly,
};
