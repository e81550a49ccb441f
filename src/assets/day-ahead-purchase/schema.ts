import { assetName, curve, keyName, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";

export const schema = strictObject({
  kind: z.literal("day-ahead-purchase"),
  name: assetName(),
  connection: keyName().optional().describe("The grid connection; default the only one"),
  priceUsdPerMwh: curve(quantity.priceUsdPerMwh, "Day-ahead price, owed for every MWh bought"),
  limitMw: curve(quantity.powerMw, "Most that may be bought in each interval, at the POI"),
  boughtMw: curve(quantity.powerMw, "Bought already; default the plan decides").optional(),
  shortfallUsdPerMwh: curve(
    quantity.costUsdPerMwh,
    "On top of the import price for a MWh imported and not bought; default 0",
  ).optional(),
  surplusUsdPerMwh: curve(
    quantity.costUsdPerMwh,
    "Off the import price for a MWh bought and not imported; default 0",
  ).optional(),
  aiOnlyKeeps: z.boolean().default(false).describe("The counterfactual's AI-only site may buy day-ahead too"),
});

export const stateSchema = strictObject({});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
