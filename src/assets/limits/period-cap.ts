/**
 * A cap on what some columns add up to in each calendar year or month (local time), less what was used of it before the
 * plan. For every period p that the plan touches:
 *
 *     sum over t in p and over the columns x of a_t x_t = used_p,      0 <= used_p <= cap - already used in p
 *
 * The plan may use all that is left of a period, also where it ends before the period does. A look-ahead of a replay
 * shares out what is left of a year (`SiteModel.pace`).
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { Values } from "../../model/block-options.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { localStamp, monthLabel, monthSpans, yearSpans } from "../../time/time-grid.ts";
import { number, z } from "../fields/fields.ts";
import type { Quantity } from "../fields/quantities.ts";

export type Period = "year" | "month";

/** Amounts by period: `2026` for a year, `2026-07` for a month. */
export type ByPeriod = Readonly<Record<string, number>>;

export interface CapInput {
  /** The input field that sets the cap, e.g. `energyMwhPerYear`. */
  readonly limit: string;
  readonly unit: string;
  readonly most: number;
  /** The field's value, where `most` is another (the hours of all sets); default `most`. */
  readonly given?: number;
  readonly period?: Period;
  /** The state's field for what was used, and what it says. */
  readonly field: string;
  readonly used: ByPeriod | undefined;
}

/** The cap of one period. */
export interface PeriodCap {
  readonly label: string;
  /** Its intervals `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly before: number;
  /** Single column: what the plan uses. */
  readonly used: ColumnBlock;
  readonly row: RowBlock;
}

/** A field of the state: amounts used by period. */
export function usedByPeriod(quantity: Quantity, description: string) {
  const label = z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, { error: "a year like 2026 or a month like 2026-07; correct it" });
  return z.record(label, number(quantity)).describe(description).optional();
}

export function declareCaps(
  site: SiteModel,
  asset: string,
  { limit, unit, most, given = most, period = "year", field, used = {} }: CapInput,
): PeriodCap[] {
  const { time } = site;
  const isYear = period === "year";
  const spans = isYear
    ? yearSpans(time).map(({ year, ...span }) => ({ label: `${year}`, ...span }))
    : monthSpans(time).map(({ month, ...span }) => ({ label: monthLabel(month), ...span }));
  return spans.map(({ label, from, to }, i) => {
    const before = used[label] ?? 0;
    if (used[label] === undefined && i === 0 && !localStamp(time, 0).endsWith(isYear ? "-01-01 00:00" : "-01 00:00")) {
      site.notices.push(`${asset}: no ${field} of ${label} in initialState; 0 is taken.`);
    }
    if (before > most) {
      site.fault(
        asset,
        limit,
        `${most}`,
        `at least what initialState says was used in ${label}, ${before}`,
        `correct the cap or ${field}`,
      );
    }
    const name = `${limit} ${label}`;
    const share = (isYear && site.pace?.shareOfYear(Number(label))) || 1;
    const column = site.addColumn(asset, name, { unit, upper: share * Math.max(0, most - before), limit, given, from });
    const row = site.addRow(asset, name, { unit, lower: 0, upper: 0, from });
    site.addShared(row, column, -1);
    return { label, from, to, most, before, used: column, row };
  });
}

/** Counts `perUnit` of each unit of a series against the caps. */
export function countAgainst(site: SiteModel, caps: readonly PeriodCap[], columns: ColumnBlock, perUnit: Values): void {
  for (const { row, from, to } of caps) site.addSum(row, columns, perUnit, from, to);
}

/** What is used of each period at the plan's end, in the shape of the state. */
export function usedAtEnd(caps: readonly PeriodCap[], used: ByPeriod | undefined, solved: SolvedSite): ByPeriod {
  // A used-up cap may be past its end by rounding, which the next plan would refuse.
  return {
    ...used,
    ...Object.fromEntries(
      caps.map(({ label, most, before, used: column }) => [
        label,
        Math.min(most, before + Math.max(0, solved.value(column))),
      ]),
    ),
  };
}

/** What is left of the caps while a rule walks through the intervals in order. */
export function capsLeft(caps: readonly PeriodCap[]): { at(t: number): number; take(t: number, amount: number): void } {
  const left = caps.map(({ most, before }) => most - before);
  return {
    at: (t) =>
      caps.reduce((least, { from, to }, i) => (from <= t && t < to ? Math.min(least, left[i]) : least), Infinity),
    take: (t, amount) =>
      caps.forEach(({ from, to }, i) => {
        if (from <= t && t < to) left[i] -= amount;
      }),
  };
}
