/**
 * A cap on interruption by calendar year, for load that may be interrupted up to that cap. With d_t the demand and
 * w_t <= d_t the power not served, over the plan's intervals of a (local) year (see `limits/period-cap.ts`):
 *
 *     sum dt w_t / d_t <= hoursPerYear - hours used,      sum dt w_t <= mwhPerYear - MWh used
 *
 * An hour at half power counts as half an hour; counting every interrupted hour in full would not be a linear rule.
 * What was used before is in `initialState`, so one cap covers the year however many plans it is cut into.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import type { FaultReport } from "../asset.ts";
import { number, type Resolved, strictObject, type z } from "../fields/fields.ts";
import { capsLeft, countAgainst, declareCaps, type PeriodCap, usedAtEnd, usedByPeriod } from "./period-cap.ts";
import { quantity } from "../fields/quantities.ts";

export const interruptionCapSchema = strictObject({
  hoursPerYear: number(
    quantity.hours,
    "Hours of full interruption in a calendar year; an hour at half power counts half",
  ).optional(),
  mwhPerYear: number(quantity.energyMwh, "Energy not served in a calendar year").optional(),
});

/** The fields of the state. */
export const interruptedFields = {
  interruptedHours: usedByPeriod(quantity.hours, "Hours of full interruption so far, by year, e.g. { '2026': 12.5 }"),
  interruptedMwh: usedByPeriod(quantity.energyMwh, "Energy not served so far, by year"),
};

export type InterruptionCap = Resolved<z.output<typeof interruptionCapSchema>>;
export type Interrupted = z.output<z.ZodObject<typeof interruptedFields>>;

const FIELDS = [
  ["hoursPerYear", "interruptedHours", "h"],
  ["mwhPerYear", "interruptedMwh", "MWh"],
] as const;

/** One of the two caps: of every year, and what a MW not served in interval t counts. */
export interface DeclaredCap {
  readonly limit: (typeof FIELDS)[number][0];
  readonly field: (typeof FIELDS)[number][1];
  readonly unit: string;
  readonly caps: readonly PeriodCap[];
  readonly perMw: Float64Array;
}

export interface InterruptionReading {
  /** The field that sets the cap, and its unit, h or MWh. */
  readonly limit: string;
  /** Unit of the cap: `h` or `MWh`. */
  readonly unit: string;
  /** Calendar year. */
  readonly year: string;
  /**
   * By this plan, and what is left of the cap when it ends.
   * @unit see unit
   */
  readonly used: number;
  /**
   * Left of the cap when the plan ends.
   * @unit see unit
   */
  readonly left: number;
}

export function checkInterruptionCap(
  cap: InterruptionCap | undefined,
  initial: Interrupted | undefined,
  report: FaultReport,
): void {
  if (cap && FIELDS.every(([limit]) => cap[limit] === undefined))
    report(
      "interruptionCap.hoursPerYear",
      "nothing",
      "hoursPerYear or mwhPerYear",
      "give one of them, or leave interruptionCap out",
    );
  for (const [limit, field] of FIELDS) {
    if (initial?.[field] && cap?.[limit] === undefined)
      report(
        `initialState.${field}`,
        "what was used of a cap",
        `interruptionCap.${limit} in the asset`,
        `give the cap, or leave ${field} out`,
      );
  }
}

/** Power not served is `columns`, or (`isServed`) what they leave of the demand. */
export function declareInterruptionCap(
  site: SiteModel,
  asset: string,
  cap: InterruptionCap | undefined,
  initial: Interrupted | undefined,
  demandMw: Float64Array,
  columns: ColumnBlock,
  isServed = false,
): DeclaredCap[] {
  const dt = site.time.stepHours;
  return FIELDS.flatMap(([limit, field, unit]): DeclaredCap[] => {
    const most = cap?.[limit];
    if (most === undefined) return [];
    const perMw = demandMw.map((mw) => (unit === "MWh" ? dt : mw > 0 ? dt / mw : 0));
    const caps = declareCaps(site, asset, {
      limit: `interruptionCap.${limit}`,
      unit,
      most,
      field,
      used: initial?.[field],
    });
    countAgainst(site, caps, columns, isServed ? perMw.map((value) => -value) : perMw);
    // sum a (d - served) = used: the demand's part goes to the right-hand side.
    if (isServed)
      for (const { row, from, to } of caps) {
        let all = 0;
        for (let t = from; t < to; t++) all += demandMw[t] * perMw[t];
        site.rowLower.add(row.start, -all);
        site.rowUpper.add(row.start, -all);
      }
    return [{ limit, field, unit, caps, perMw }];
  });
}

/** What the plan took of the caps, and the state it ends with. */
export function readInterruptions(
  declared: readonly DeclaredCap[],
  initial: Interrupted | undefined,
  solved: SolvedSite,
) {
  const interrupted: Interrupted = Object.fromEntries(
    declared.map(({ field, caps }) => [field, usedAtEnd(caps, initial?.[field], solved)]),
  );
  const interruptions = declared.flatMap(({ limit, field, unit, caps }) =>
    caps.map(({ label, most, before }): InterruptionReading => {
      const after = interrupted[field]?.[label] ?? before;
      return { limit, unit, year: label, used: after - before, left: most - after };
    }),
  );
  return { interruptions, interrupted };
}

/**
 * Under a rule that walks through the intervals: the least load that keeps the caps, and a count of what it leaves
 * unserved.
 */
export function interruptionLeft(declared: readonly DeclaredCap[], demandMw: Float64Array) {
  const left = declared.map(({ caps, perMw }) => ({ perMw, ...capsLeft(caps) }));
  return {
    leastMw: (t: number) =>
      left.reduce((mw, { at, perMw }) => (perMw[t] > 0 ? Math.max(mw, demandMw[t] - at(t) / perMw[t]) : mw), 0),
    take: (t: number, unservedMw: number) => left.forEach(({ take, perMw }) => take(t, unservedMw * perMw[t])),
  };
}
