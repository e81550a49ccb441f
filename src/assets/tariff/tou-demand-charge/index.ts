/**
 * A charge on the highest metered demand of each period in a month (see `time-of-use.ts`, `metered-demand.ts`), at a
 * rate that may differ by month. A period may have a ratchet of its own and a least billed demand (see `demandCharge`):
 *
 *     peak_{m,p}   >= mean import of every billing interval of month m that begins in period p
 *     peak_{m,p}   >= peak already set in it
 *     billed_{m,p} >= peak_{m,p}, share_p peak_{j,p} of the months j that the ratchet looks back on, leastBilledMw_p
 *     cost = usdPerMwMonth_{m,p} (billed_{m,p} - already billed) times the plan's share of the month with `prorate`
 *
 * An interval of the plan longer than an hour counts in every period it touches. A period is billed in the
 * months in which it occurs, also where its ratchet or least billed demand is all there is to bill.
 */
import { monthLabel } from "../../../time/time-grid.ts";
import { keyName, monthlyNumber, number, ofMonth, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import { checkRatchet, declareBilled, monthsLookedBack, noteRatchet, ratchetSchema } from "../demand/billed-demand.ts";
import { byMonth, type MonthSpan, type Peak } from "../demand/metered-demand.ts";
import { startsInsideMonth } from "../demand/metered-interval.ts";
import { chargedBeforeUsd } from "../bill/prorated-months.ts";
import type { TariffPart } from "../tariff-part.ts";
import { checkSchedules, periodAt, periodShares, schedules } from "../schedule/time-of-use.ts";

const schema = strictObject({
  usdPerMwMonth: z
    .record(keyName(), monthlyNumber(quantity.chargeUsdPerMwMonth, "One, or 12 from January on"))
    .describe("By period; 0 for none"),
  ...schedules,
  ratchets: z.record(keyName(), ratchetSchema).optional().describe("By period: a ratchet on its own peaks"),
  leastBilledMw: z
    .record(keyName(), number(quantity.powerMw))
    .optional()
    .describe("By period: least demand that is billed each month"),
  prorate: z.boolean().default(false).describe("Charge only the plan's share of the month"),
});

const state = {
  touPeakMw: byMonth(z.record(z.string(), number(quantity.powerMw)))
    .optional()
    .describe("Highest demand so far by month and period, e.g. { '2026-07': { peak: 38 } }"),
  touPeakBeforeSharesMw: byMonth(z.record(z.string(), number(quantity.powerMw)))
    .optional()
    .describe("As peakBeforeSharesMw, by month and period"),
};

export const touDemandCharge: TariffPart<typeof schema, typeof state> = {
  schema,
  state,

  check(spec, { touPeakMw = {} }, report) {
    checkSchedules(spec, spec.usdPerMwMonth, "usdPerMwMonth", report);
    for (const field of ["ratchets", "leastBilledMw"] as const) {
      for (const period of Object.keys(spec[field] ?? {})) {
        if (!Object.hasOwn(spec.usdPerMwMonth, period))
          report(
            `${field}["${period}"]`,
            `"${period}"`,
            `one of usdPerMwMonth: ${Object.keys(spec.usdPerMwMonth).join(", ")}`,
            "correct it, or give its rate",
          );
      }
    }
    for (const [period, ratchet] of Object.entries(spec.ratchets ?? {}))
      checkRatchet(ratchet, `ratchets["${period}"]`, report);
    for (const [month, peaks] of Object.entries(touPeakMw)) {
      for (const period of Object.keys(peaks)) {
        if (!Object.hasOwn(spec.usdPerMwMonth, period))
          report(
            `initialState.touPeakMw["${month}"]`,
            `a peak of "${period}"`,
            `one of usdPerMwMonth: ${Object.keys(spec.usdPerMwMonth).join(", ")}`,
            "correct or remove it",
          );
      }
    }
  },

  peaksSet({ ratchets = {} }, { touPeakMw = {} }, months) {
    const lookedBack = Object.values(ratchets).flatMap((ratchet) =>
      months.flatMap((month) => monthsLookedBack(ratchet, month)),
    );
    return [...new Set([...months, ...lookedBack])].map(monthLabel).flatMap((label) =>
      Object.entries(touPeakMw[label] ?? {}).map(([period, mw]) => ({
        field: "touPeakMw",
        of: `${period} in ${label}`,
        mw,
      })),
    );
  },

  declare(spec, { touPeakMw = {}, touPeakBeforeSharesMw }, bill) {
    const { site, demand } = bill;
    const found: { label: string; period: string; peak: Peak }[] = [];
    const beforeShares: { label: string; period: string; mw: number }[] = [];
    const all = periodShares(spec, site.time);
    const hasBegun = startsInsideMonth(site.time);
    const periods = Object.entries(spec.usdPerMwMonth).map(([period, rates]) => {
      const terms = { ratchet: spec.ratchets?.[period], leastBilledMw: spec.leastBilledMw?.[period] };
      const setMw = (label: string) => touPeakMw[label]?.[period];
      const peaks = new Map<string, Peak>();
      const isChargedBefore = ({ label, from }: MonthSpan) => from === 0 && hasBegun && setMw(label) !== undefined;
      if (terms.ratchet) noteRatchet(bill, terms.ratchet, "touPeakMw", ` of ${period}`, setMw);
      return {
        period,
        rates,
        terms,
        peaks,
        history: { prefix: `${period} `, peak: (label: string) => peaks.get(label), setMw, isChargedBefore },
      };
    });
    for (const month of bill.months) {
      const { label, from, to } = month;
      const shares = bill.shares(month, spec.prorate);
      for (const { period, rates, terms, peaks, history } of periods) {
        const within = all.get(period);
        const isBilled = (t: number) => t >= from && t < to && within !== undefined && within[t] > 0;
        const setMw = history.setMw(label) ?? 0;
        const rate = ofMonth(rates, month.month);
        const usdPerMw = rate * shares.total;
        // A month that costs nothing may set what a later one is billed. A period that does not occur shows what was
        // owed for it.
        const hasTerms = terms.ratchet !== undefined || terms.leastBilledMw !== undefined;
        // A peak of 0 in the state says that the period has occurred: its ratchet or least billed demand goes on.
        const hasOccurred = setMw > 0 || (hasTerms && history.setMw(label) !== undefined);
        if ((usdPerMw === 0 && !terms.ratchet) || (!hasOccurred && !within?.some((_, t) => isBilled(t)))) continue;
        const peak = demand.peak(
          `${period} ${label}`,
          setMw,
          month,
          (localMs) => periodAt(spec, localMs) === period,
          isBilled,
        );
        peaks.set(label, peak);
        if (usdPerMw > 0)
          bill.warnWholeMonth("touDemandCharge", month, spec.prorate, touPeakMw[label] !== undefined, "touPeakMw");
        found.push({ label, period, peak });
        const isKnown = history.isChargedBefore(month) || setMw > 0;
        const beforeSharesMw = shares.isFirst
          ? isKnown
            ? setMw
            : undefined
          : touPeakBeforeSharesMw?.[label]?.[period];
        if (spec.prorate && beforeSharesMw !== undefined) beforeShares.push({ label, period, mw: beforeSharesMw });
        const billed = hasTerms ? declareBilled(bill, terms, month, peak, beforeSharesMw, history) : undefined;
        bill.month("touDemandCharge", month, `demand charge ${period}`, (billed ?? peak).column, usdPerMw, {
          alreadyUsd: chargedBeforeUsd(
            rate,
            shares,
            (billed ?? peak).alreadySetMw,
            billed ? billed.beforeSharesMw : beforeSharesMw,
          ),
          ...(billed && { settled: (solved) => billed.read(solved).billedMw }),
          detail: (solved) => ({ ...demand.readPeak(peak, solved), ...billed?.read(solved), usdPerMw }),
        });
      }
    }
    bill.noteUnknown("touPeakMw", touPeakMw[bill.months[0].label]);
    return (solved) => {
      const peaks = copied(touPeakMw);
      for (const { label, period, peak } of found) (peaks[label] ??= {})[period] = demand.readPeak(peak, solved).peakMw;
      const before = copied(touPeakBeforeSharesMw ?? {});
      for (const { label, period, mw } of beforeShares) (before[label] ??= {})[period] = mw;
      return { touPeakMw: peaks, ...(Object.keys(before).length > 0 && { touPeakBeforeSharesMw: before }) };
    };
  },
};

type ByPeriod = Readonly<Record<string, number>>;

function copied(byMonths: Readonly<Record<string, ByPeriod>>): Record<string, Record<string, number>> {
  return Object.fromEntries(Object.entries(byMonths).map(([month, set]) => [month, { ...set }]));
}
