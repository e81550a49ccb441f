/**
 * Non-firm service: a connection of which only a part is firm. The rest may be curtailed until upgrades are finished
 * (ERCOT's controllable load with a low power consumption, LPC; conditional or interruptible service elsewhere). With L
 * = firmMw, I_t the connection's import limit and d the depth of a curtailment, in each of its intervals at the POI:
 *
 *     import_t - missed_t <= d L + (1 - d) I_t,     missed_t >= 0 only with missUsdPerMwh (else it must be met)
 *     firmMw <= L <= mostFirmMw,     cost = firmUsdPerMwMonth months L + dt missUsdPerMwh missed
 *
 * A firm part that an earlier plan chose (`initialState`) stays. A depth of 1 leaves the firm part, and 0 the whole
 * limit. L is one value for the plan, and the here-and-now decision `firmMw` of `planUnderUncertainty`. A curtailment
 * begins and ends with an interval.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { AssetKind } from "../asset.ts";
import { announcedCurtailments } from "./announced.ts";
import { checkNonFirmService } from "./check.ts";
import { nonFirmServiceForAiOnly } from "./counterfactual.ts";
import { declareNonFirmService, linkNonFirmService, nonFirmServiceHereAndNow, type Handles } from "./declare.ts";
import { readNonFirmService, type NonFirmServiceReading } from "./read.ts";
import { nonFirmServiceRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";

export const nonFirmService: AssetKind<
  "non-firm-service",
  typeof schema,
  typeof stateSchema,
  Handles,
  NonFirmServiceReading,
  ColumnBlock
> = {
  kind: "non-firm-service",
  role: "contract",
  schema,
  stateSchema,
  check: checkNonFirmService,
  declare: declareNonFirmService,
  link: linkNonFirmService,
  read: readNonFirmService,
  rule: nonFirmServiceRule,
  calls: announcedCurtailments,
  hereAndNow: nonFirmServiceHereAndNow,
  forAiOnly: nonFirmServiceForAiOnly,
};
