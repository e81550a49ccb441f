import { powerDemandFields } from "../ai-load/ai-power.ts";
import { throughputModeFields } from "../ai-load/throughput-modes.ts";
import { assetName, curve, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { interruptedFields, interruptionCapSchema } from "../limits/interruption-cap.ts";

export const schema = strictObject({
  kind: z.literal("ai-spot"),
  name: assetName(),
  ...powerDemandFields,
  revenueUsdPerFacilityMwh: curve(quantity.priceUsdPerMwh, "Per MWh drawn from the site bus").optional(),
  revenueUsdPerItMwh: curve(quantity.priceUsdPerMwh, "Needs IT power").optional(),
  revenueUsdPerGpuHour: curve(quantity.usdPerGpuHour, "Needs kwPerGpu and IT power").optional(),
  interruptionCap: interruptionCapSchema
    .optional()
    .describe("How much may be interrupted in a calendar year; the rest must be served"),
  ...throughputModeFields,
});

export const stateSchema = strictObject(interruptedFields);

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
