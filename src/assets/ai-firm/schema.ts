import { powerDemandFields } from "../ai-load/ai-power.ts";
import { throughputModeFields } from "../ai-load/throughput-modes.ts";
import { assetName, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { interruptedFields, interruptionCapSchema } from "../limits/interruption-cap.ts";
import { revenueFields } from "./revenue.ts";
import { slaCreditsSchema, slaMonthsSchema, unservedSchema } from "./sla.ts";

export const schema = strictObject({
  kind: z.literal("ai-firm"),
  name: assetName(),
  ...powerDemandFields,
  vollUsdPerMwh: number(quantity.costUsdPerMwh, "Per facility MWh not served; absent = must be served").optional(),
  flexibleShare: number(quantity.fraction, "Share of firm AI demand that may move within its local day").default(0),
  ...revenueFields,
  slaCredits: slaCreditsSchema
    .optional()
    .describe("Credits for energy not served in a month, in tiers of rising rates"),
  slaMonthMwh: number(
    quantity.energyMwh,
    "Facility demand of a month that SLA shares are of; default the plan's demand as if it went on all month",
  )
    .gt(0)
    .optional(),
  interruptionCap: interruptionCapSchema
    .optional()
    .describe("How much may go unserved in a calendar year; the rest must be served"),
  ...throughputModeFields,
  throughputFloor: number(
    quantity.fraction,
    "Least share of full throughput that throttling leaves (SLO); needed with powerModes",
  ).optional(),
  lostThroughputUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Price of lost throughput, beside its revenue, per facility MWh at full power; needed with powerModes",
  ).optional(),
});

export const stateSchema = strictObject({
  unservedMwh: unservedSchema.optional(),
  slaMonths: slaMonthsSchema.optional().describe("What earlier plans of the month left unserved and charged"),
  ...interruptedFields,
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
