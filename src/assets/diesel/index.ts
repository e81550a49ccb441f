/**
 * Diesel sets as the last resort. Fuel follows the affine curve of the industry chart (2 MW class):
 *
 *     litres_t = dt (fuelSlopeLPerMwh P_t + fuelInterceptLPerHPerMw c_t),   P_t <= c_t,  P_t >= minLoad c_t
 *
 * with c_t the capacity online. A linear program always chooses c_t = P_t, so c is left out and
 * litres_t = dt (slope + intercept) P_t: exact at full load, 0-5 % low for sets at 50-100 % load. What whole sets would
 * have burnt is reported beside it ("as run": sets = ceil(P / unitMw), no-load fuel of every set online).
 *
 *     0 <= P_t <= sets unitMw availability_t,   sum litres_t <= fuel at hand,   sum dt P_t / unitMw <= unit-hours left
 *     cost = sum litres_t fuelUsdPerL + dt omUsdPerMwh P_t,     t CO2 = co2KgPerL litres_t / 1000
 *
 * With deliveries q_k the tank holds between them, L_k before the k-th: 0 <= L_k, L_k + q_k <= tankL
 * (`diesel/tank.ts`). A permit lets the sets run in a share a_t of an interval, of which w_t counts: P_t <= a_t
 * capacity_t, and by calendar year sum w_t dt P_t / unitMw <= sets hours - used (`diesel/permit.ts`). Unless the input
 * allows it, diesel never runs in an interval with export, nor with mining above standby.
 */
import type { AssetKind } from "../asset.ts";
import { checkDiesel } from "./check.ts";
import { declareDiesel, linkDiesel, type Declared, type Handles, mostSupplyMw, dieselHereAndNow } from "./declare.ts";
import { readDiesel, type DieselReading } from "./read.ts";
import { dieselRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { dieselSizes } from "./sizes.ts";

export const diesel: AssetKind<"diesel", typeof schema, typeof stateSchema, Handles, DieselReading, Declared> = {
  kind: "diesel",
  role: "on-site",
  schema,
  stateSchema,
  check: checkDiesel,
  mostSupplyMw,
  sizes: dieselSizes,
  declare: declareDiesel,
  link: linkDiesel,
  read: readDiesel,
  rule: dieselRule,
  hereAndNow: dieselHereAndNow,
};
