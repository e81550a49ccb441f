/**
 * The premium of an option: sunk, on the greatest volume of each month, for the share of the month that the plans so
 * far have. With V = the greatest volume and s = the share, each with the plan and before it (`premiumMonths`),
 *
 *     usd = premiumUsdPerMwMonth sum over months (s V - s_before V_before)
 *
 * so the plans of a month add up to one plan of it, however the volume varies.
 */
import { shareOfMonth } from "../../time/local-clock.ts";
import { monthLabel, monthSpans, type TimeGrid } from "../../time/time-grid.ts";
import { byMonth } from "../fields/by-month.ts";
import { number, strictObject, type z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { largest } from "../fields/series.ts";

export const premiumMonthsSchema = byMonth(
  strictObject({
    volumeMw: number(quantity.powerMw, "Greatest volume so far"),
    share: number(quantity.fraction, "Share of the month that earlier plans had"),
  }),
);

type PremiumMonths = z.output<typeof premiumMonthsSchema>;

/** What the plan adds to the premium, and its months at the plan's end. */
export function optionPremium(
  usdPerMwMonth: number,
  volumeMw: Float64Array,
  before: PremiumMonths = {},
  time: TimeGrid,
): { readonly usd: number; readonly months: PremiumMonths } {
  const own = monthSpans(time).map(({ month, from, to }) => {
    const label = monthLabel(month);
    const had = Object.hasOwn(before, label) ? before[label] : { volumeMw: 0, share: 0 };
    const now = {
      volumeMw: Math.max(had.volumeMw, largest(volumeMw.subarray(from, to))),
      share: Math.min(1, had.share + shareOfMonth(time, { month, from, to })),
    };
    return { label, now, mwMonths: now.share * now.volumeMw - had.share * had.volumeMw };
  });
  return {
    usd: usdPerMwMonth * own.reduce((sum, { mwMonths }) => sum + mwMonths, 0),
    months: { ...before, ...Object.fromEntries(own.map(({ label, now }) => [label, now])) },
  };
}
