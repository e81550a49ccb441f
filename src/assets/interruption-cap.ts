/**
 * A cap on interruption by calendar year, for load that may be interrupted so often and no more. With d_t the demand and
 * w_t <= d_t the power not served, over the plan's intervals of a (local) year:
 *
 *     sum dt w_t / d_t <= hoursPerYear - hours used,      sum dt w_t <= mwhPerYear - MWh used
 *
 * An hour at half power counts as half an hour: hours of any interruption, however small, are no linear rule. What was
 * used before is in `initialState`, so the cap is one for the year however many plans it is cut into.
 */
import type { Columns, Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { monthSpans, type TimeGrid } from "../time/time-grid.ts";
import type { FaultReport } from "./asset.ts";
import { number, type Resolved, z } from "./fields.ts";
import { quantity } from "./quantities.ts";

export const interruptionCapSchema = z.strictObject({
  hoursPerYear: number(quantity.hours, "Hours of full interruption in a calendar year; an hour at half power counts half").optional(),
  mwhPerYear: number(quantity.energyMwh, "Facility energy not served in a calendar year").optional(),
});

/** By year, e.g. { '2026': { hours: 12.5, mwh: 300 } }. */
export const interruptedSchema = z
  .record(z.string().regex(/^\d{4}$/, { error: "a year like 2026; correct it" }), z.strictObject({ hours: number(quantity.hours), mwh: number(quantity.energyMwh) }))
  .describe("Interruption so far, by calendar year, e.g. { '2026': { hours: 12.5, mwh: 300 } }");

export type InterruptionCap = Resolved<z.output<typeof interruptionCapSchema>>;
export type Interrupted = z.output<typeof interruptedSchema>;

/** A calendar year's part of the plan. */
export interface YearSpan {
  readonly year: string;
  readonly from: number;
  readonly to: number;
}

/** What a year's cap has, and what the plan took of it. */
export interface InterruptionReading {
  readonly year: string;
  readonly hours: number;
  readonly mwh: number;
  /** What is left of the cap when the plan ends. */
  readonly leftHours?: number;
  readonly leftMwh?: number;
}

export function yearSpans(time: TimeGrid): YearSpan[] {
  const spans: { year: string; from: number; to: number }[] = [];
  for (const { month, from, to } of monthSpans(time)) {
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    const last = spans[spans.length - 1];
    if (last?.year === year) last.to = to;
    else spans.push({ year, from, to });
  }
  return spans;
}

const FIELDS = [["hoursPerYear", "hours", "h"], ["mwhPerYear", "mwh", "MWh"]] as const;

export function checkInterruptionCap(cap: InterruptionCap | undefined, interrupted: Interrupted | undefined, report: FaultReport): void {
  if (!cap) {
    if (interrupted) report("initialState.interrupted", "hours or MWh used of a cap", "interruptionCap in the asset", "give the cap, or leave interrupted out");
    return;
  }
  if (cap.hoursPerYear === undefined && cap.mwhPerYear === undefined) report("interruptionCap.hoursPerYear", "nothing", "hoursPerYear or mwhPerYear", "give one of them, or leave interruptionCap out");
  for (const [year, used] of Object.entries(interrupted ?? {})) {
    for (const [field, what] of FIELDS) {
      const most = cap[field] ?? Infinity;
      if (used[what] > most) report(`initialState.interrupted.${year}.${what}`, `${used[what]}`, `at most ${field} = ${most}`, "correct the reading or the cap");
    }
  }
}

/** What a year's cap has left when the plan starts; Infinity without a cap. */
export function capLeft(cap: InterruptionCap | undefined, interrupted: Interrupted | undefined, year: string): { hours: number; mwh: number } {
  const used = interrupted?.[year];
  return { hours: (cap?.hoursPerYear ?? Infinity) - (used?.hours ?? 0), mwh: (cap?.mwhPerYear ?? Infinity) - (used?.mwh ?? 0) };
}

/**
 * Adds the cap's rows. The power not served is `constantMw` + `sign` `columns`: the block itself (1), or the demand less a
 * block of served power (-1).
 */
export function declareInterruptionCap(
  site: SiteModel,
  asset: string,
  cap: InterruptionCap | undefined,
  interrupted: Interrupted | undefined,
  demandMw: Float64Array,
  { columns, sign, constantMw }: { readonly columns: Columns; readonly sign: 1 | -1; readonly constantMw?: Float64Array },
): readonly Rows[] {
  if (!cap) return [];
  const dt = site.time.stepHours;
  return yearSpans(site.time).flatMap(({ year, from, to }) => {
    const left = capLeft(cap, interrupted, year);
    if (!interrupted?.[year]) site.notices.push(`${asset}: no interruption of ${year} in initialState; 0 is taken as used of its cap.`);
    return FIELDS.flatMap(([field, what, unit]) => {
      if (cap[field] === undefined) return [];
      const weight = demandMw.map((mw) => (field === "mwhPerYear" ? dt : mw > 0 ? dt / mw : 0));
      let constant = 0;
      for (let t = from; t < to; t++) constant += (constantMw?.[t] ?? 0) * weight[t];
      const row = site.addRow(asset, `interruption ${year}, ${unit}`, { unit, upper: left[what] - constant, from, limit: `interruptionCap.${field}` });
      site.addSum(row, columns, weight.map((value) => sign * value), from, to);
      return [row];
    });
  });
}

/** What the plan interrupted, and the state it ends with. */
export function readInterruptions(cap: InterruptionCap, interrupted: Interrupted | undefined, demandMw: Float64Array, unservedMw: Float64Array, time: TimeGrid) {
  const dt = time.stepHours;
  const after: Record<string, { hours: number; mwh: number }> = { ...interrupted };
  const interruptions = yearSpans(time).map(({ year, from, to }): InterruptionReading => {
    let hours = 0;
    let mwh = 0;
    for (let t = from; t < to; t++) {
      const mw = Math.max(0, unservedMw[t]);
      mwh += mw * dt;
      if (demandMw[t] > 0) hours += (mw / demandMw[t]) * dt;
    }
    const left = capLeft(cap, interrupted, year);
    // A cap that is used up may be passed by rounding, which the next plan would refuse.
    const took = { hours: Math.min(hours, left.hours), mwh: Math.min(mwh, left.mwh) };
    const before = interrupted?.[year] ?? { hours: 0, mwh: 0 };
    after[year] = { hours: before.hours + took.hours, mwh: before.mwh + took.mwh };
    return {
      year, hours, mwh,
      ...(cap.hoursPerYear !== undefined && { leftHours: left.hours - took.hours }),
      ...(cap.mwhPerYear !== undefined && { leftMwh: left.mwh - took.mwh }),
    };
  });
  return { interruptions, interrupted: after };
}
