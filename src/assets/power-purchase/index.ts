/**
 * A power purchase agreement (PPA): a financial position at the meter of a grid connection. Its energy comes with the
 * connection's import like any other, so the import alone meets limits, losses and demand charges, and resale
 * needs no wire and is not export. With V_t = volumeMw and contracts k of one connection:
 *
 *     import_t = sum_k used_kt + bought at spot_t,     bought at spot_t >= 0,     0 <= used_kt <= V_kt
 *
 * The connection charges the spot price S_t = importPriceUsdPerMwh on all its import, so used energy gives that back;
 * adders and the tariff's charges stay. Cost per MW and hour, with K the price, s the price of resale less its fee:
 *
 *     fixed-block; pay-as-produced, always paid    K V (sunk) - S used                            unused energy is lost
 *        with resale                               K V (sunk) - S V + (S - s) (V - used)          unused energy is sold
 *     pay-as-produced, paid if taken               (K - S) used + untakenUsdPerMwh (V - used)
 *     heat-rate-option                             premium (sunk) + (heat rate gas + O&M - S) used
 *     take-or-pay                                  (K - S) used, and its minimum: see `power-purchase/minimum.ts`
 *
 * Every column lies between 0 and V and no other limit is widened, so no contract can make the program unbounded. Where
 * s > S it would pay to sell the whole block and buy what is needed at spot, for (s - S) V at most; that is refused
 * unless `besideBuying` says that the contract lets the site do so. Where s = S the cost does not depend on what is
 * used: such energy counts as used before any is bought at spot, in the order of the assets.
 *
 * A plant behind the site's own meter is not a contract but a `renewable` with its price.
 *
 * The AI-only site has the contract where `aiOnlyKeeps` is set. If it would have a part of it, write two contracts.
 */
import type { AssetKind } from "../asset.ts";
import { checkPowerPurchase } from "./check.ts";
import { powerPurchaseForAiOnly } from "./counterfactual.ts";
import { declarePowerPurchase, linkPowerPurchase, type Handles } from "./declare.ts";
import { readPowerPurchase, type PowerPurchaseReading } from "./read.ts";
import { powerPurchaseRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const powerPurchase: AssetKind<
  "power-purchase",
  typeof schema,
  typeof stateSchema,
  Handles | undefined,
  PowerPurchaseReading,
  undefined
> = {
  kind: "power-purchase",
  role: "contract",
  schema,
  stateSchema,
  check: checkPowerPurchase,
  declare: declarePowerPurchase,
  link: linkPowerPurchase,
  read: readPowerPurchase,
  rule: powerPurchaseRule,
  forAiOnly: powerPurchaseForAiOnly,
};
