/**
 * A charge on the highest metered demand of each period in a month (see `time-of-use.ts`, `metered-demand.ts`):
 *
 *     peak_{m,p} >= mean import of every billing interval of month m that begins in period p
 *     peak_{m,p} >= peak already set in it
 *     cost        = usdPerMwMonth_p (peak_{m,p} - already set)      times the plan's share of the month with `prorate`
 *
 * An interval of the plan longer than an hour counts in every period it touches.
 */
import { monthLabel } from "../../time/time-grid.ts";
import { keyName, number, z } from "../fields.ts";
import { quantity } from "../quantities.ts";
import { byMonth, type Peak } from "./metered-demand.ts";
import type { TariffPart } from "./tariff-part.ts";
import { checkSchedules, periodAt, periodShares, schedules } from "./time-of-use.ts";

const schema = z.strictObject({
  usdPerMwMonth: z.record(keyName(), number(quantity.chargeUsdPerMwMonth)).describe("By period; 0 for none"),
  ...schedules,
  prorate: z.boolean().default(false).describe("Charge only the plan's share of the month"),
});

const state = { touPeakMw: byMonth(z.record(z.string(), number(quantity.powerMw))).optional().describe("Highest demand so far by month and period, e.g. { '2026-07': { peak: 38 } }") };

export const touDemandCharge: TariffPart<typeof schema, typeof state> = {
  schema,
  state,

  check(spec, { touPeakMw = {} }, report) {
    checkSchedules(spec, spec.usdPerMwMonth, "usdPerMwMonth", report);
    for (const [month, peaks] of Object.entries(touPeakMw)) {
      for (const period of Object.keys(peaks)) {
        if (!Object.hasOwn(spec.usdPerMwMonth, period)) report(`initialState.touPeakMw["${month}"]`, `a peak of "${period}"`, `one of usdPerMwMonth: ${Object.keys(spec.usdPerMwMonth).join(", ")}`, "correct or remove it");
      }
    }
  },

  peaksSet(_spec, { touPeakMw = {} }, months) {
    return months.map(monthLabel).flatMap((label) => Object.entries(touPeakMw[label] ?? {}).map(([period, mw]) => ({ field: "touPeakMw", of: `${period} in ${label}`, mw })));
  },

  declare(spec, { touPeakMw = {} }, bill) {
    const { site, demand } = bill;
    const found: { label: string; period: string; peak: Peak }[] = [];
    const all = periodShares(spec, site.time);
    for (const month of bill.months) {
      const { label, from, to } = month;
      for (const [period, rate] of Object.entries(spec.usdPerMwMonth)) {
        const within = all.get(period);
        const holds = (t: number) => t >= from && t < to && within !== undefined && within[t] > 0;
        const setMw = touPeakMw[label]?.[period] ?? 0;
        const shares = bill.shares(month, spec.prorate);
        const usdPerMw = rate * shares.total;
        // A period that does not occur shows what was owed for it.
        if (usdPerMw === 0 || (setMw === 0 && !within?.some((_, t) => holds(t)))) continue;
        const peak = demand.peak(`${period} ${label}`, setMw, month, (localMs) => periodAt(spec, localMs) === period, holds);
        bill.month("touDemandCharge", month, `demand charge ${period}`, peak.column, usdPerMw, { already: setMw, alreadyUsdPerUnit: rate * shares.before, detail: (solved) => ({ ...demand.readPeak(peak, solved), usdPerMw }) });
        found.push({ label, period, peak });
      }
    }
    bill.noteUnknown("touPeakMw", touPeakMw[bill.months[0].label]);
    return (solved) => {
      const peaks: Record<string, Record<string, number>> = Object.fromEntries(Object.entries(touPeakMw).map(([month, set]) => [month, { ...set }]));
      for (const { label, period, peak } of found) (peaks[label] ??= {})[period] = demand.readPeak(peak, solved).peakMw;
      return { touPeakMw: peaks };
    };
  },
};
