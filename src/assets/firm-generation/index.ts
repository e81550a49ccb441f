/**
 * On-site generation that runs on bought fuel: gas engines, turbines, fuel cells. c_t is the capacity online, MW:
 *
 *     capacity_t = units unitMw availability_t,        0 <= P_t <= capacity_t
 *     fuel_t = dt (heatRateMmbtuPerMwh P_t + noLoadMmbtuPerHPerMw c_t)
 *     cost = fuelUsdPerMmbtu_t fuel_t + dt omUsdPerMwh P_t,       t CO2 = co2KgPerMmbtu fuel_t / 1000
 *     (P_t - P_{t-1}) / dt <= rampUpMwPerH, (P_{t-1} - P_t) / dt <= rampDownMwPerH from the power before the plan by
 *     calendar year, what was used before included: sum dt P_t <= energyMwhPerYear, sum dt c_t / unitMw <=
 *     unitHoursPerYear, sum fuel_t <= fuelMmbtuPerYear
 *
 * Outside the ramp, what is committed comes in at minimum load and capacity that falls away goes (`limits/ramp.ts`).
 *
 * With `onlineShare` the commitment is data: c_t = capacity_t onlineShare_t and minLoadFraction c_t <= P_t <= c_t, so
 * no-load fuel and minimum load are exact. Without it a linear program takes c_t = P_t, as if every unit that runs ran
 * at full load: fuel is exact there and low by dt noLoad (c_t - P_t) at part load, and unit-hours, P_t / unitMw, are
 * low too. What whole units would burn is reported beside it ("as run"). Fuel, its price and its CO2 are by higher
 * heating value.
 *
 * Fuel may also be given by the MWh of power: cost = dt (fuelUsdPerMwh_t + omUsdPerMwh) P_t and t CO2 = dt co2TPerMwh
 * P_t. There is then no no-load fuel, and no amount of fuel is reported.
 */
import type { AssetKind } from "../asset.ts";
import { checkFirmGeneration } from "./check.ts";
import { declareFirmGeneration, type Handles, mostSupplyMw } from "./declare.ts";
import { readFirmGeneration, type FirmGenerationReading } from "./read.ts";
import { resizedGeneration } from "./resized.ts";
import { firmGenerationRule } from "./rule.ts";
import { schema, stateSchema } from "./schema.ts";
import { firmGenerationSizes } from "./sizes.ts";

export const firmGeneration: AssetKind<
  "firm-generation",
  typeof schema,
  typeof stateSchema,
  Handles,
  FirmGenerationReading
> = {
  kind: "firm-generation",
  role: "on-site",
  schema,
  stateSchema,
  check: checkFirmGeneration,
  mostSupplyMw,
  sizes: firmGenerationSizes,
  declare: declareFirmGeneration,
  read: readFirmGeneration,
  rule: firmGenerationRule,
  resized: resizedGeneration,
};
