import { facilityCurveSchema } from "../ai-load/facility-curve.ts";
import { throughputModeFields } from "../ai-load/throughput-modes.ts";
import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { jobSchema } from "./job.ts";
import { paceState } from "./pace.ts";
import { runsStateSchema } from "./runs.ts";

export const schema = strictObject({
  kind: z.literal("ai-deferrable"),
  name: assetName(),
  capMw: curve(quantity.powerMw, "Facility power of all jobs; default no cap").optional(),
  pue: number(quantity.pue, "Facility / IT energy; for energyItMwh and energyGpuHours").optional(),
  facilityByIt: facilityCurveSchema
    .optional()
    .describe("In place of pue: facility power at part load of the hall that all jobs share"),
  kwPerGpu: number(
    quantity.kw,
    "IT power per GPU, share of the server included; for energyGpuHours and powerModes",
  ).optional(),
  behindUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Value of a facility MWh (IT MWh with facilityByIt) behind a job's pace at the " +
      "plan's end, where its deadline lies after it; default stated in the notices",
  ).optional(),
  ...throughputModeFields,
  jobs: z.array(jobSchema).min(1).describe("What is to be computed, each with its window"),
});

export const stateSchema = strictObject({
  openMwh: z
    .record(z.string(), number(quantity.energyMwh))
    .describe("Facility energy still open (IT energy with facilityByIt), by job"),
  ...paceState,
  runs: z.record(z.string(), runsStateSchema).optional().describe("Runs under way, by job; for jobs with interruption"),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
