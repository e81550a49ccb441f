import { assetName, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { modeFields } from "./modes.ts";
import { wakeUpSchema } from "./ramps.ts";

/** More than all there are. */
export const MOST_RIGS = 10_000_000;

export const schema = strictObject({
  kind: z.literal("mining-fleet"),
  name: assetName(),
  ...modeFields,
  rigs: z.int().min(1).max(MOST_RIGS).describe("Number of equal rigs"),
  standbyWPerRig: number(quantity.watt, "Draw of a sleeping rig (default: LuxOS; 25-100 W with fans on)").default(25),
  pue: number(quantity.pue, "Facility / rig power").default(1.05),
  uptime: number(quantity.efficiency, "Derates power and hash together").default(0.96),
  poolFee: number(
    quantity.fraction,
    "Share of revenue that the pool keeps (default: large accounts under FPPS, 2026)",
  ).default(0.01),
  staleShare: number(quantity.fraction, "Share of hashes that arrive too late to be paid").default(0),
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M per facility MWh").default(0),
  rampUpMwPerH: number(quantity.rampMwPerH, "Default no limit").optional(),
  rampDownMwPerH: number(quantity.rampMwPerH, "Default no limit: rigs are shed in seconds").optional(),
  wakeUp: wakeUpSchema.optional().describe("Stepped wake-up; default all at once"),
  restartUsdPerMw: number(quantity.usdPerMw, "Wear of switching a MW off and on again").default(0),
  deenergizeUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Price per MWh of standby power cut off (rigs dark); default stated in the notices",
  ).optional(),
});

export const stateSchema = strictObject({
  powerMw: number(
    quantity.powerMw,
    "Facility power just before the plan; absent = no ramp or restart in the first step",
  ).optional(),
  awakeShare: number(
    quantity.fraction,
    "Share of the rigs that are not asleep; with wakeUp. Default: as many as powerMw is enough for",
  ).optional(),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
