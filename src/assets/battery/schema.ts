import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { endSchema } from "./end.ts";

const reserveSchema = strictObject({
  storedMwh: curve(quantity.energyMwh, "Energy to hold at the end of each interval; 0 where none"),
  missUsdPerMwhHour: number(quantity.costUsdPerMwhHour, "Penalty on each MWh below it and hour"),
});

export const schema = strictObject({
  kind: z.literal("battery"),
  name: assetName(),
  chargeLimitMw: number(quantity.powerMw, "At the site bus"),
  dischargeLimitMw: number(quantity.powerMw, "At the site bus"),
  minStoredMwh: curve(quantity.energyMwh, "Least energy at the end of each interval").prefault(0),
  maxStoredMwh: number(quantity.energyMwh, "Most energy in store: the usable capacity"),
  chargeEfficiency: number(quantity.efficiency, "Bus to store (default: REopt, 0.96 x sqrt 0.975)").default(0.948),
  dischargeEfficiency: number(quantity.efficiency, "Store to bus (default: REopt, as chargeEfficiency)").default(0.948),
  selfDischargePerHour: number(
    { ...quantity.fraction, max: 0.5 },
    "Share of the energy in store lost each hour",
  ).default(0),
  wearUsdPerMwh: number(quantity.costUsdPerMwh, "Per MWh discharged; 0 for none"),
  holdingUsdPerMwhHour: number(quantity.costUsdPerMwhHour, "Price on each MWh in store and hour").default(0),
  reserve: reserveSchema.optional().describe("Energy to hold in reserve, which may be missed at a price"),
  end: endSchema.optional().describe("What the end owes; default a value per MWh, stated in the notices"),
});

export const stateSchema = strictObject({
  storedMwh: number(quantity.energyMwh, "Energy in store"),
  storedCo2T: number(
    quantity.tonnes,
    "CO2 of the energy in store, for the attribution to loads; default taken as 0",
  ).optional(),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
