/**
 * A battery. `stored_t` is the energy at the end of interval t; self-discharge leaves the share
 * `s = (1 - selfDischargePerHour) ^ dt` of it after an interval.
 *
 *     stored_t = s stored_{t-1} + chargeEfficiency dt charge_t - dt discharge_t / dischargeEfficiency
 *     minStoredMwh_t <= stored_t <= maxStoredMwh, 0 <= charge_t <= chargeLimitMw, 0 <= discharge_t <= dischargeLimitMw
 *     stored_t + reserveMissed_t >= reserve_t, reserveMissed_t >= 0        energy in reserve, which may be missed
 *     cost = dt wearUsdPerMwh discharge_t + dt holdingUsdPerMwhHour stored_t
 *            + dt reserve.missUsdPerMwhHour reserveMissed_t - endValue (stored_T - stored_{-1})
 *
 * T is the last interval and stored_{-1} the energy at the start. `minStoredMwh` may vary in time. To hold energy for h
 * hours of a firm load of L MW, set it to what the cells need plus h L / dischargeEfficiency, and lower in the hours
 * that may use this energy. Charging and discharging exclude each other in an interval (an either-or rule). The
 * condition at the end, by `end.rule`:
 *
 *     free          nothing
 *     at-least      stored_T >= storedMwh
 *     exactly       stored_T = storedMwh
 *     cyclic        stored_T = stored_{-1}
 *     target        stored_T + targetMissed >= storedMwh, targetMissed >= 0, cost = missUsdPerMwh targetMissed
 *     value         endValue = usdPerMwh per MWh in store
 *
 * The default is `value` at the plan's mean import price (0 if negative) times dischargeEfficiency, so that the plan
 * neither empties nor fills the battery at its end; the result states the value taken.
 */
import type { AssetKind } from "../asset.ts";
import { checkBattery } from "./check.ts";
import { batteryInWindow } from "./in-window.ts";
import { declareBattery, linkBattery, type Handles, mostSupplyMw, batteryHereAndNow } from "./declare.ts";
import { readBattery, type BatteryReading } from "./read.ts";
import { batteryRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { batterySizes } from "./sizes.ts";

export const battery: AssetKind<"battery", typeof schema, typeof stateSchema, Handles, BatteryReading> = {
  kind: "battery",
  role: "on-site",
  schema,
  stateSchema,
  stateRequired: true,
  check: checkBattery,
  mostSupplyMw,
  inWindow: batteryInWindow,
  sizes: batterySizes,
  declare: declareBattery,
  link: linkBattery,
  read: readBattery,
  rule: batteryRule,
  hereAndNow: batteryHereAndNow,
};
