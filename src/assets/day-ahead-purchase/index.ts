/**
 * Energy bought in the day-ahead market for a grid connection: a financial position at its meter, settled twice. With
 * q_t = boughtMw, K the day-ahead price and S_t = importPriceUsdPerMwh (here the real-time price):
 *
 *     0 <= q_t <= limitMw_t,     q_t = boughtMw_t where the market has cleared already
 *     cost = dt (K - S) q
 *
 * and the fees on what is imported above or below all purchases of the connection: see
 * `connection/day-ahead-balance.ts`.
 *
 * The connection charges S on all its import, so a purchase that is used exactly costs K. A surplus is sold at
 * S - surplusUsdPerMwh, a shortfall costs S + shortfallUsdPerMwh. Adders and the tariff's charges are on the physical
 * import alone. The cost of one interval is convex in q and bounded by limitMw, so the program cannot be unbounded.
 *
 * In a plan with perfect foresight the purchase is an arbitrage between two known prices. It is a decision worth
 * planning where the import price is uncertain: see `planUnderUncertainty`, whose here-and-now decision `boughtMw` is.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { AssetKind } from "../asset.ts";
import { checkDayAheadPurchase } from "./check.ts";
import { dayAheadPurchaseForAiOnly } from "./counterfactual.ts";
import { declareDayAheadPurchase, linkDayAheadPurchase, type Handles, dayAheadPurchaseHereAndNow } from "./declare.ts";
import { readDayAheadPurchase, type DayAheadPurchaseReading } from "./read.ts";
import { dayAheadPurchaseRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const dayAheadPurchase: AssetKind<
  "day-ahead-purchase",
  typeof schema,
  typeof stateSchema,
  Handles,
  DayAheadPurchaseReading,
  ColumnBlock
> = {
  kind: "day-ahead-purchase",
  role: "contract",
  schema,
  stateSchema,
  check: checkDayAheadPurchase,
  declare: declareDayAheadPurchase,
  link: linkDayAheadPurchase,
  read: readDayAheadPurchase,
  rule: dayAheadPurchaseRule,
  hereAndNow: dayAheadPurchaseHereAndNow,
  forAiOnly: dayAheadPurchaseForAiOnly,
};
