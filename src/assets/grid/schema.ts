import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { demandState } from "../tariff/demand/metered-demand.ts";
import { partFields, partStates } from "./tariff-fields.ts";

export const schema = strictObject({
  kind: z.literal("grid"),
  name: assetName(),
  importLimitMw: curve(quantity.powerMw, "At the POI; 0 in an outage"),
  exportLimitMw: curve(quantity.powerMw, "At the POI; default none").optional(),
  importPriceUsdPerMwh: curve(quantity.priceUsdPerMwh, "Needed where importLimitMw is above 0").optional(),
  importAdderUsdPerMwh: curve(quantity.costUsdPerMwh, "Delivery charges on every MWh imported; default 0").optional(),
  exportPriceUsdPerMwh: curve(
    quantity.priceUsdPerMwh,
    "Paid for every MWh exported; needed where exportLimitMw is above 0",
  ).optional(),
  exportFeeUsdPerMwh: curve(quantity.costUsdPerMwh, "Off the export price; default 0").optional(),
  lossFraction: number({ ...quantity.fraction, max: 0.5 }, "Between POI and site bus, either way").default(0),
  emissionTPerMwh: curve(
    quantity.emissionTPerMwh,
    "CO2 factor of imported power; absent: emissions are not reported",
  ).optional(),
  billingIntervalMinutes: z
    .literal([15, 30, 60])
    .meta({ unit: "min" })
    .optional()
    .describe("Demand is metered as the mean over so long; default the plan's interval"),
  rampLimitMwPerMin: number(
    quantity.rampMwPerMin,
    "Greatest change of the net import from one interval's mean to the next; default no limit",
  ).optional(),
  ...partFields,
});

export const stateSchema = strictObject({
  ...demandState,
  ...partStates,
  netImportMw: number(
    { ...quantity.powerMw, min: -quantity.powerMw.max },
    "Import less export just before the plan; with rampLimitMwPerMin. Absent = the first step is free",
  ).optional(),
});

/** `unscaledTerms`: terms of the contract that do not change with another import limit. */
export type Spec = Resolved<z.output<typeof schema>> & { readonly unscaledTerms?: string };

export type State = z.output<typeof stateSchema>;
