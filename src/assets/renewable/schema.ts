import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";

export const schema = strictObject({
  kind: z.literal("renewable"),
  name: assetName(),
  technology: z.enum(["solar", "wind", "other"]).describe("For the reader; the program treats all alike"),
  capacityMw: number(quantity.powerMw, "Rated power at the site bus"),
  availability: curve(quantity.fraction, "Share of capacity that sun or wind gives, 0 to 1"),
  leastShare: curve(
    quantity.fraction,
    "Share of what is available that must be taken, 1 where nothing may be curtailed; default 0",
  ).optional(),
  costUsdPerMwh: number(
    { ...quantity.costUsdPerMwh, min: -1_000 },
    "Cost of each MWh used (variable O&M, pay-as-produced price)",
  ).default(0),
  curtailmentUsdPerMwh: number(quantity.costUsdPerMwh, "Cost of each MWh available and not used").default(0),
});

export const stateSchema = strictObject({});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
