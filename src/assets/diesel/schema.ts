import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { usedByPeriod } from "../limits/period-cap.ts";
import { MOST_UNITS } from "../limits/whole-units.ts";
import { permitSchema } from "./permit.ts";
import { deliverySchema } from "./tank.ts";

export const schema = strictObject({
  kind: z.literal("diesel"),
  name: assetName(),
  sets: z.int().min(1).max(MOST_UNITS).describe("Number of equal sets"),
  unitMw: number(quantity.powerMw, "Rated net power of one set").gt(0),
  availability: curve(
    quantity.fraction,
    "Share of the sets that may run, e.g. 0 where the permit allows emergencies only; default 1",
  ).optional(),
  fuelUsdPerL: number(quantity.usdPerL, "Price of what is burnt, delivered"),
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M; guidance 10 to 30"),
  fuelSlopeLPerMwh: number(quantity.litrePerMwh, "Default: fit of a 2 MW set's chart").prefault(248.7),
  fuelInterceptLPerHPerMw: number(quantity.litrePerHourMw, "No-load fuel per MW online (same fit)").default(15),
  co2KgPerL: number(quantity.kgPerL, "Default: EIA, 10.19 kg/gal").default(2.69),
  minLoadFraction: number(quantity.fraction, "Below it a set is reported as under minimum load").default(0.3),
  tankL: number(quantity.litre, "Default no limit").optional(),
  deliveries: z.array(deliverySchema).optional().describe("Fuel that arrives during the plan; default none"),
  permit: permitSchema.optional().describe("Default none: the sets may run whenever they are available"),
  unitHoursCap: number(
    quantity.hours,
    "Set-hours allowed up to the plan's end, those already used included",
  ).optional(),
  allowExport: z.boolean().default(false).describe("Whether the site may export while sets run"),
  allowMining: z.boolean().default(false).describe("Whether fleets may mine above standby while sets run"),
});

export const stateSchema = strictObject({
  fuelL: number(quantity.litre, "Fuel in the tank; default full").optional(),
  unitHoursUsed: number(quantity.hours, "Hours of all sets so far, of unitHoursCap").optional(),
  permitHoursByYear: usedByPeriod(quantity.hours, "Set-hours that counted against the permit, e.g. { '2026': 37.5 }"),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
