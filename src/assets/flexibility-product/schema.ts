import { assetName, curve, keyName, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { windowSchema } from "./calendar.ts";

export const schema = strictObject({
  kind: z.literal("flexibility-product"),
  name: assetName(),
  backedBy: z
    .array(keyName())
    .min(1)
    .describe(
      "Names of the assets that shed: fleets, batteries, spot AI, deferrable AI with unmetUsdPerMwh; not AI " +
        "load with facilityByIt",
    ),
  priceUsdPerMwHour: curve(quantity.usdPerMwHour, "Paid per MW sold and hour, called or not"),
  deployedShare: curve(quantity.fraction, "Share of the MWh sold that is expected to be called; 0 for none"),
  durationHours: number(
    { ...quantity.hours, aboveMin: true },
    "How long a call lasts at most: energy a battery must hold",
  ),
  responseMinutes: number({ ...quantity.minutes, aboveMin: true }, "Needed for a fleet with rampDownMwPerH").optional(),
  limitMw: curve(quantity.powerMw, "Most that may be sold; default what the assets back").optional(),
  committedMw: curve(quantity.powerMw, "Sold already: the least that is sold; default 0").optional(),
  blockHours: z.int().min(1).max(24).optional().describe("Sold in blocks of so many hours; a divisor of 24"),
  windows: z.array(windowSchema).min(1).optional().describe("When it is sold, each window a block; default always"),
  calls: z.array(windowSchema).optional().describe("Times in which it is deployed"),
  exclusiveWith: z.array(keyName()).optional().describe("Products that may not be sold on the same asset"),
  aiOnlyBackedBy: z
    .array(keyName())
    .min(1)
    .optional()
    .describe("backedBy of the counterfactual's AI-only site; default it does not sell"),
});

export const stateSchema = strictObject({
  soldMw: number(quantity.powerMw, "In the block under way").optional(),
  headroomMw: z
    .record(z.string(), number(quantity.powerMw))
    .optional()
    .describe("Power of each asset just before the plan, or before the call under way"),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
