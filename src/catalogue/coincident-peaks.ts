/**
 * ERCOT's transmission charge on coincident peaks, as fields of a connection's `coincidentPeak` to spread in; the
 * intervals that may be peaks, with their probabilities, are the user's. None enters a plan by itself.
 *
 * In force: 4CP, one 15-minute peak in each of June to September. Proposed: 12CP, one 30-minute peak in every month
 * (staff of the commission, June 2026; a rule is due by law on 2026-12-31, its adoption was not found). At the same
 * rate per MW and year a peak costs a third as much, and there are three times as many. NB: the rate itself would
 * change with the rule, since the same cost is divided by another sum of peaks; no rate for 12CP has been published.
 */
import type { PresetEntry } from "./presets.ts";

type Months = PresetEntry<readonly number[]>;
type Minutes<Length extends number> = PresetEntry<Length>;

const PROPOSAL = "energyby5.com and wattmarkets.com/12cp: proposal of PUCT staff, 12CP with 30-minute peaks";

/** The two rules of November 2026. */
export const ercotPeaks2026_11 = {
  fourCp: {
    months: { value: [6, 7, 8, 9], unit: "month", source: "ERCOT 4CP, in force", asOf: "2026-11" } satisfies Months,
    intervalMinutes: { value: 15, unit: "min", source: "ERCOT 4CP, in force", asOf: "2026-11" } satisfies Minutes<15>,
  },
  twelveCp: {
    months: {
      value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      unit: "month",
      source: PROPOSAL,
      asOf: "2026-06-29",
    } satisfies Months,
    intervalMinutes: { value: 30, unit: "min", source: PROPOSAL, asOf: "2026-06-29" } satisfies Minutes<30>,
  },
  /** A rate of 4CP; 50 to 150 USD/kW-year in recent guides. */
  fourCpRate: {
    usdPerMwYear: {
      value: 75_000,
      unit: "USD/MW-year",
      source: "a choice within 50 to 150 USD/kW-year, nfmconsulting.com",
      asOf: "2026-10",
    } satisfies PresetEntry,
  },
} as const;
