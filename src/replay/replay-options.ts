import type { AsyncPlanOptions } from "../plan/plan-options.ts";
import type { Forecaster } from "./forecast.ts";

/** A curve of the input: a field of an asset with one value per interval, or the hashprice of `bitcoin`. */
export type CurveName = "hashpriceUsdPerPhDay" | { readonly asset: string; readonly field: string };

/**
 * From when values are known. `when-it-begins`: of each interval when it begins, as a meter shows it. `whole-span`: at
 * once. `publishedAtHour`: through the end of the present local day, and from that local hour on through the end of the
 * next one, as day-ahead prices are.
 */
export type KnownFrom = "when-it-begins" | "whole-span" | { readonly publishedAtHour: number };

/** A curve whose values are not known ahead. In the input it has the values that came true (the actuals). */
export interface UncertainCurve {
  readonly curve: CurveName;
  /** Values before the span, one per interval, the last one just before it. Default: none. */
  readonly history?: ArrayLike<number>;
  /** Default `when-it-begins`. */
  readonly known?: KnownFrom;
  /** What is believed of the intervals that are not known. */
  readonly forecast: Forecaster;
}

/** How a span is replayed. Limits and the engine as in `PlanOptions`; a time limit is for the whole replay. */
export interface ReplayOptions extends AsyncPlanOptions {
  /** Curves that are not known ahead; all others are known for the whole span. */
  readonly uncertain: readonly UncertainCurve[];
  /** Intervals that each decision looks ahead, the present one included; the span's end cuts it. */
  readonly horizonIntervals: number;
  /**
   * Intervals at the start of the span that are history: known from the first decision on, and not carried out. The
   * initial state is the one after them. Their values of each uncertain curve follow its `history`. Default 0.
   */
  readonly historyIntervals?: number;
  /** Called after each interval that was carried out. */
  readonly onInterval?: (done: number, count: number) => void;
}
