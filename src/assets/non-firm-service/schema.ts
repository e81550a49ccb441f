import { assetName, instant, keyName, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";

const curtailmentSchema = strictObject({
  start: instant().describe("When the curtailment begins"),
  end: instant().describe("When the curtailment ends"),
  depth: number(quantity.fraction, "Share of the part that is not firm that is curtailed").default(1),
});

export const schema = strictObject({
  kind: z.literal("non-firm-service"),
  name: assetName(),
  connection: keyName().optional().describe("The grid connection; default the only one"),
  firmMw: number(
    quantity.powerMw,
    "Import at the POI that is never curtailed (ERCOT: low power consumption, LPC); with mostFirmMw the least of it",
  ),
  mostFirmMw: number(quantity.powerMw, "Most firm import that may be chosen; default firmMw").optional(),
  firmUsdPerMwMonth: number(
    quantity.chargeUsdPerMwMonth,
    "For each MW of firm import, for the plan's share of its months",
  ).optional(),
  curtailments: z.array(curtailmentSchema).describe("When import above the firm part is curtailed"),
  noticeMinutes: number(quantity.minutes, "From the curtailment being known to its start").default(0),
  missUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Per MWh imported above what is left; absent = curtailments must be met",
  ).optional(),
  aiOnlyKeeps: z.boolean().default(true).describe("The counterfactual's AI-only site has the same service"),
});

export const stateSchema = strictObject({
  firmMw: number(quantity.powerMw, "Firm import that an earlier plan chose: it stays").optional(),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
