/** Figures of a span, as those of a year: amounts times the hours of a year over the hours of the span. */
import type { PowerPlan } from "../plan/plan-result.ts";
import { caseFigures, miningFigures } from "../plan/case-figures.ts";
import type { ConnectionFigures } from "./connection-option.ts";
import { HOURS_PER_YEAR } from "./curtailment-events.ts";

const FIELDS = [
  "usdPerYear",
  "aiServedMwhPerYear",
  "aiUnservedMwhPerYear",
  "miningMwhPerYear",
  "dieselMwhPerYear",
  "dieselSetHoursPerYear",
  "permitHoursPerYear",
  "curtailedHoursPerYear",
] as const satisfies readonly (keyof ConnectionFigures)[];

export function yearFigures(plan: PowerPlan): ConnectionFigures {
  const perYear = HOURS_PER_YEAR / (plan.stepHours * plan.intervalStarts.length);
  const { dieselMwh, dieselUnitHours, unservedMwh } = caseFigures(plan);
  const readings = Object.values(plan.assets);
  const total = (field: string) =>
    readings.reduce((sum, { totals }) => sum + ((totals as Readonly<Record<string, number>>)[field] ?? 0), 0);
  const servedMwh = readings.reduce(
    (sum, reading) => sum + ("service" in reading ? (reading.service?.servedMwh ?? 0) : 0),
    0,
  );
  return {
    usdPerYear: plan.objectiveUsd * perYear,
    aiServedMwhPerYear: servedMwh * perYear,
    aiUnservedMwhPerYear: unservedMwh * perYear,
    miningMwhPerYear: miningFigures(plan).energyMwh * perYear,
    dieselMwhPerYear: dieselMwh * perYear,
    dieselSetHoursPerYear: dieselUnitHours * perYear,
    permitHoursPerYear: total("permitHours") * perYear,
    curtailedHoursPerYear: total("curtailedHours") * perYear,
  };
}

/** The weighted sum of figures. */
export function weightedFigures(
  parts: readonly { readonly weight: number; readonly figures: ConnectionFigures }[],
): ConnectionFigures {
  const sum = (field: (typeof FIELDS)[number]) =>
    parts.reduce((total, { weight, figures }) => total + weight * figures[field], 0);
  return Object.fromEntries(FIELDS.map((field) => [field, sum(field)])) as unknown as ConnectionFigures;
}
