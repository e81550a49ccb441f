import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { usedByPeriod } from "../limits/period-cap.ts";
import { MOST_UNITS } from "../limits/whole-units.ts";
import { fuelFields } from "./fuel.ts";

export const schema = strictObject({
  kind: z.literal("firm-generation"),
  name: assetName(),
  units: z.int().min(1).max(MOST_UNITS).describe("Number of equal units"),
  unitMw: number(quantity.powerMw, "Rated net power of one unit").gt(0),
  availability: curve(quantity.fraction, "Share of the units that may run; default 1").optional(),
  onlineShare: curve(
    quantity.fraction,
    "Share of the available capacity committed to run; default as the power asks",
  ).optional(),
  minLoadFraction: number(quantity.fraction, "Of the capacity online: held with onlineShare, else reported").default(0),
  ...fuelFields,
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M"),
  rampUpMwPerH: number(quantity.rampMwPerH, "Default no limit").optional(),
  rampDownMwPerH: number(quantity.rampMwPerH, "Default no limit").optional(),
  energyMwhPerYear: number(
    quantity.energyMwh,
    "Most energy in a calendar year, by permit or contract; default no cap",
  ).optional(),
  unitHoursPerYear: number(quantity.hours, "Of all units together").optional(),
  fuelMmbtuPerYear: number(quantity.mmbtu, "Most fuel in a calendar year; default no cap").optional(),
});

export const stateSchema = strictObject({
  powerMw: number(quantity.powerMw, "Before the plan; default unknown, and the first step free").optional(),
  energyMwhByYear: usedByPeriod(quantity.energyMwh, "Used of energyMwhPerYear, e.g. { '2026': 812 }"),
  unitHoursByYear: usedByPeriod(quantity.hours, "Used of unitHoursPerYear"),
  fuelMmbtuByYear: usedByPeriod(quantity.mmbtu, "Used of fuelMmbtuPerYear"),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
