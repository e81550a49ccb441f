/**
 * Calls of a utility or grid operator to import less. With the import metered at the POI, for every interval t of a
 * call:
 *
 *     import_t - missed_t <= cap_t,     missed_t >= 0 only with missUsdPerMwh (else the call must be met)
 *     cap_t = capMw,     or (1 - reduceByFraction) B_t
 *     B_t   = a contracted baseline in MW, or the site's own load, at the POI:
 *             (firm AI demand_t + the fleets' full draw) / (MW at the bus per MW imported)
 *     cost  = dt missUsdPerMwh missed
 *
 * Own load is that of the case being solved: an AI-only site has no fleets, so "drop 20 %" finds 20 % of less. With A
 * of firm AI and M of mining a call for the fraction x takes no AI where x (A + M) <= M. Spot and deferrable AI are not
 * in it.
 *
 * A call begins and ends with an interval. One that covers a part of an interval is refused: held for the whole
 * interval it would be longer than it is, and the mean of called and free time would let the free part make up for the
 * called one, which no load can.
 *
 * The plan knows every call from its start (perfect foresight); whether there was time to answer it stands in the
 * reading, see `curtailment-call/timing.ts`.
 */
import type { AssetKind } from "../asset.ts";
import { checkCurtailmentCall } from "./check.ts";
import { curtailmentCallForAiOnly } from "./counterfactual.ts";
import { declareCurtailmentCall, linkCurtailmentCall, type Handles } from "./declare.ts";
import { readCurtailmentCall, type CurtailmentCallReading } from "./read.ts";
import { curtailmentCallRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { announcedCalls } from "./timing.ts";

export const curtailmentCall: AssetKind<
  "curtailment-call",
  typeof schema,
  typeof stateSchema,
  Handles,
  CurtailmentCallReading,
  undefined
> = {
  kind: "curtailment-call",
  role: "contract",
  schema,
  stateSchema,
  check: checkCurtailmentCall,
  declare: declareCurtailmentCall,
  link: linkCurtailmentCall,
  read: readCurtailmentCall,
  rule: curtailmentCallRule,
  calls: announcedCalls,
  forAiOnly: curtailmentCallForAiOnly,
};
