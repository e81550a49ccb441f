/**
 * SLA credits of a firm load: what is paid back for energy not served in a calendar month, at rates that rise with the
 * share of the month's demand left unserved. With U the month's unserved MWh and D its demand, tier k up to share s_k
 * at p_k USD/MWh:
 *
 *     sum_k c_k = U, 0 <= c_k <= (s_k - s_{k-1}) D less what earlier plans of the month have filled, cost = sum p_k c_k
 *
 * p_k rises with k, so tiers fill in order by themselves. A tier that costs less than the one before is refused: a
 * linear program would fill it first. So is a sum due at once when a threshold is passed (a step is not convex): give
 * it as the rate of the tier in which it falls due. D is `slaMonthMwh`, or the load's demand so far as if it went on
 * all month. What earlier plans of the month charged is not a cost of this one; with D as known by then it may have
 * been too much or too little, and the difference is charged here, so that the plans of a month charge what one plan of
 * it would.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { shareOfMonth } from "../../time/local-clock.ts";
import { monthLabel, monthSpans } from "../../time/time-grid.ts";
import type { FaultReport } from "../asset.ts";
import { number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { sum } from "../fields/series.ts";

export const slaCreditsSchema = z
  .array(
    strictObject({
      upToUnservedShare: number(
        quantity.fraction,
        "Share of the month's demand, e.g. 0.001 for 99.9 %; absent in the last tier",
      )
        .gt(0)
        .optional(),
      usdPerMwh: number(quantity.costUsdPerMwh, "Credit per facility MWh not served within the tier"),
    }),
  )
  .min(1);

export const unservedSchema = z
  .record(
    z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "a month like 2026-07; correct it" }),
    number(quantity.energyMwh),
  )
  .describe("Facility energy not served so far, by month, e.g. { '2026-07': 3.2 }");

/** What earlier plans of a month, without `slaMonthMwh`, know of it. */
export const slaMonthsSchema = z.record(
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "a month like 2026-07; correct it" }),
  strictObject({
    demandMwh: number(quantity.energyMwh, "Facility demand so far"),
    share: number(quantity.fraction, "Share of the month that has passed"),
    creditUsd: number(quantity.usd, "Credits charged so far"),
  }),
);

export interface SlaState {
  readonly unservedMwh?: Readonly<Record<string, number>> | undefined;
  readonly slaMonths?: z.output<typeof slaMonthsSchema> | undefined;
}

type Tiers = Resolved<z.output<typeof slaCreditsSchema>>;

export interface SlaMonth {
  readonly month: string;
  readonly from: number;
  readonly to: number;
  /** D. */
  readonly demandMwh: number;
  readonly beforeMwh: number;
  /** Credits of what was unserved before the plan. */
  readonly owedUsd: number;
  /** Demand and share of the month so far; absent where D is given. */
  readonly soFar?: { readonly demandMwh: number; readonly share: number };
  readonly tiers: readonly ColumnBlock[];
}

export interface SlaReading {
  /** Calendar month, e.g. `2026-07`. */
  readonly month: string;
  /** Unserved energy of the whole month, with what earlier plans left unserved. */
  readonly unservedMwh: number;
  /** The unserved share of the month's demand, by the plan's end. */
  readonly unservedShare: number;
  /** Credits of the whole month so far. */
  readonly creditUsd: number;
}

export function checkSlaCredits(tiers: Tiers, report: FaultReport): void {
  tiers.forEach(({ upToUnservedShare, usdPerMwh }, k) => {
    const at = `slaCredits[${k}]`;
    const isLast = k === tiers.length - 1;
    const before = tiers[k - 1];
    if (!isLast && upToUnservedShare === undefined)
      report(
        `${at}.upToUnservedShare`,
        "nothing",
        "the share where the next tier begins",
        "give it; only the last tier has no end",
      );
    if (isLast && upToUnservedShare !== undefined && upToUnservedShare < 1)
      report(
        `${at}.upToUnservedShare`,
        `${upToUnservedShare}`,
        "no end of the last tier",
        "leave it out, or add a tier for what is beyond",
      );
    if (!before) return;
    if (upToUnservedShare !== undefined && upToUnservedShare <= (before.upToUnservedShare ?? 0))
      report(
        `${at}.upToUnservedShare`,
        `${upToUnservedShare}`,
        `more than the tier before, ${before.upToUnservedShare}`,
        "list the tiers by rising share",
      );
    if (usdPerMwh < before.usdPerMwh)
      report(
        `${at}.usdPerMwh`,
        `${usdPerMwh}`,
        `at least the tier before, ${before.usdPerMwh}: rates that fall are not convex, and the cheaper tier ` +
          "would be filled first",
        "give rates that do not fall, e.g. their mean for both tiers",
      );
  });
}

/** A share of the month this near 1 is the whole of it: rounding. */
const SHARE_ROUNDING = 1e-9;

/**
 * One row and the tiers of every month; `unserved` are powers in MW, `missedMwh` energies by the day they belong to.
 */
export function declareSlaCredits(
  site: SiteModel,
  asset: string,
  tiers: Tiers,
  monthMwh: number | undefined,
  before: SlaState | undefined,
  demandMw: Float64Array,
  unservedMw: ColumnBlock,
  missedMwh: readonly ColumnBlock[],
): SlaMonth[] {
  const { time } = site;
  const dt = time.stepHours;
  return monthSpans(time).map((span) => {
    const { from, to } = span;
    const month = monthLabel(span.month);
    const known = before?.slaMonths?.[month];
    const share = Math.min(1, shareOfMonth(time, span) + (known?.share ?? 0));
    const soFarMwh = sum(demandMw.subarray(from, to)) * dt + (known?.demandMwh ?? 0);
    const demandMwh = monthMwh ?? soFarMwh / share;
    if (monthMwh === undefined && share < 1 - SHARE_ROUNDING) {
      site.notices.push(
        `${asset}: ${known ? "the plans so far hold" : "the plan holds"} ${(100 * share).toFixed(1)} % of ` +
          `${month}; SLA shares are of ${demandMwh.toFixed(1)} MWh, its demand as if it went on all month ` +
          "(slaMonthMwh sets it).",
      );
    }
    const beforeMwh = before?.unservedMwh?.[month] ?? 0;
    const row = site.addRow(asset, `SLA credits ${month}`, { unit: "MWh", lower: 0, upper: 0, from });
    site.addSum(row, unservedMw, -dt, from, to);
    for (const missed of missedMwh) if (missed.from >= from && missed.from < to) site.addShared(row, missed, -1);
    const item = `SLA credits ${month}`;
    let owedUsd = 0;
    let start = 0;
    const columns = tiers.map(({ upToUnservedShare, usdPerMwh }, k) => {
      const end = k === tiers.length - 1 ? Infinity : (upToUnservedShare as number) * demandMwh;
      const filledMwh = Math.max(0, Math.min(end, beforeMwh) - start);
      owedUsd += filledMwh * usdPerMwh;
      const tier = site.addColumn(asset, `SLA tier ${k + 1} ${month}`, {
        unit: "MWh",
        upper: end - start - filledMwh,
        from,
      });
      site.addShared(row, tier, 1);
      site.addCost(tier, item, "cash", usdPerMwh);
      start = end;
      return tier;
    });
    const chargedUsd = (monthMwh === undefined ? known?.creditUsd : undefined) ?? owedUsd;
    if (owedUsd !== chargedUsd) site.addConstantCost(asset, item, "cash", owedUsd - chargedUsd);
    if (chargedUsd > 0) site.addAlreadySet(asset, item, chargedUsd);
    return {
      month,
      from,
      to,
      demandMwh,
      beforeMwh,
      owedUsd,
      tiers: columns,
      ...(monthMwh === undefined && { soFar: { demandMwh: soFarMwh, share } }),
    };
  });
}

/** The load's state after the plan. */
export function slaEndState(
  months: readonly SlaMonth[],
  readings: readonly SlaReading[],
  before: SlaState | undefined,
): SlaState {
  const slaMonths = months.flatMap(({ month, soFar }, i) =>
    soFar ? [[month, { ...soFar, creditUsd: Math.max(0, readings[i].creditUsd) }] as const] : [],
  );
  return {
    unservedMwh: {
      ...before?.unservedMwh,
      ...Object.fromEntries(readings.map(({ month, unservedMwh }) => [month, Math.max(0, unservedMwh)])),
    },
    ...(slaMonths.length > 0 && { slaMonths: { ...before?.slaMonths, ...Object.fromEntries(slaMonths) } }),
  };
}

/** What every month comes to. */
export function readSlaCredits(months: readonly SlaMonth[], tiers: Tiers, solved: SolvedSite): SlaReading[] {
  return months.map(({ month, demandMwh, beforeMwh, owedUsd, tiers: columns }) => {
    const mwh = columns.map((column) => solved.value(column));
    const unservedMwh = mwh.reduce((total, part) => total + part, beforeMwh);
    const creditUsd = mwh.reduce((total, part, k) => total + part * tiers[k].usdPerMwh, owedUsd);
    return { month, unservedMwh, unservedShare: demandMwh > 0 ? unservedMwh / demandMwh : 0, creditUsd };
  });
}
