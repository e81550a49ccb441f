import { assetName, instant, keyName, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";

const callSchema = strictObject({
  start: instant().describe("When the call begins"),
  end: instant().describe("When the call ends"),
  capMw: number(quantity.powerMw, "Most import at the POI").optional(),
  reduceByFraction: number(quantity.fraction, "Share of the baseline to drop; needs baseline").optional(),
  baseline: z
    .union([z.literal("own-load"), number(quantity.powerMw, "At the POI")])
    .optional()
    .describe("What reduceByFraction is a share of: a power in MW, or the load of the case being solved"),
  aiOnlyBaselineMw: number(
    quantity.powerMw,
    "Baseline of the AI-only site, where the baseline is in MW; default the same",
  ).optional(),
});

export const schema = strictObject({
  kind: z.literal("curtailment-call"),
  name: assetName(),
  connection: keyName().optional().describe("The grid connection; default the only one"),
  calls: z.array(callSchema).min(1).describe("The calls, in any order"),
  missUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Per MWh imported above a call's cap; absent = calls must be met",
  ).optional(),
  noticeMinutes: number(quantity.minutes, "From the call being known to its start").default(0),
  shedSeconds: number(quantity.seconds, "From the order until the rigs are off; absent = not checked").optional(),
  relaySeconds: number(quantity.seconds, "From the signal until the order").default(0),
  rideThroughSeconds: number(quantity.seconds, "What the UPS holds").default(0),
  aiOnlyKeeps: z.boolean().default(true).describe("The counterfactual's AI-only site is called too"),
});

export const stateSchema = strictObject({});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
