/**
 * A fleet of equal Bitcoin rigs, which can be shed in seconds. Its rigs run in one or several power modes; the modes'
 * concave hull (`mining-fleet/hull.ts`) gives segments k = 1..K of U_k MW and strike prices strike_1 > ... > strike_K
 * (`mining-fleet/economics.ts`; a rig without `powerModes` has one):
 *
 *     draw_t = standbyMw - deenergized_t + sum_k above_kt,   0 <= above_kt <= U_k,   0 <= deenergized_t <= standbyMw
 *     cost = - dt sum_k strike_kt above_kt + restartUsdPerMw woken_t + dt deenergizeUsdPerMwh deenergized_t
 *
 * Ramps, restarts and wake-up in steps: `mining-fleet/ramps.ts`.
 *
 * No binaries are needed: where no segment has a ramp of its own, every row contains the segments by their sum alone.
 * Let above_k < U_k and above_l > 0 for k < l in an optimum. Moving e > 0 from l to k changes no row and lowers the
 * cost by e dt (strike_k - strike_l) > 0: a contradiction. So an optimum fills the segments in order, and is a fleet
 * with some rigs in one mode and the rest in the next, which draws and computes just as much
 * (`mining-fleet/whole-rigs.ts`). At a hashprice of 0 the order is free and worth nothing.
 *
 * Sleeping rigs draw their standby power; cutting their supply altogether has a price, so a blackout does
 * not make the program infeasible. It lies above the strike price and below every value of lost load: rigs sleep before
 * they are cut off, and are cut off before firm AI is shed. Power beyond a ramp down is cut at the same price.
 */
import type { AssetKind } from "../asset.ts";
import { checkMiningFleet } from "./check.ts";
import { declareMiningFleet, linkMiningFleet, type Handles } from "./declare.ts";
import { readMiningFleet, type MiningFleetReading } from "./read.ts";
import { agedFleet, fullMw, resizedFleet } from "./resized.ts";
import { miningFleetRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { miningFleetSizes } from "./sizes.ts";

export const miningFleet: AssetKind<"mining-fleet", typeof schema, typeof stateSchema, Handles, MiningFleetReading> = {
  kind: "mining-fleet",
  role: "mining",
  schema,
  stateSchema,
  check: checkMiningFleet,
  sizes: miningFleetSizes,
  declare: declareMiningFleet,
  link: linkMiningFleet,
  read: readMiningFleet,
  rule: miningFleetRule,
  fullMw,
  resized: resizedFleet,
  aged: agedFleet,
};
