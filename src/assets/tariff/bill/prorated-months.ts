/**
 * Charges that grow with the share of the month that the plans so far have charged (see `bill.ts`):
 *
 *     usd = rate (before + share_m) (peak_m - peak_0) - rate before (peak_already - peak_0)
 *
 * A peak_0 that was set before the first of those plans is charged by none of them. They hand it on
 * (`peakBeforeSharesMw`), so that they add up however the time between them is cut.
 */
import { shareOfMonth } from "../../../time/local-clock.ts";
import type { TimeGrid } from "../../../time/time-grid.ts";
import type { DemandState, MonthSpan } from "../demand/metered-demand.ts";

/** Shares of a month's charge, 0 to 1. */
export interface ChargedShares {
  /** Due by the plan's end. */
  readonly total: number;
  /** Of it charged by earlier plans. */
  readonly before: number;
  /** No earlier plan has charged a share. */
  readonly isFirst: boolean;
}

/** Charges that are not prorated: the whole, charged as soon as there is a peak. */
const WHOLE: ChargedShares = { total: 1, before: 1, isFirst: false };

/** What was charged before the plan of `alreadyMw` at a rate, or never will be (of `beforeSharesMw`). */
export function chargedBeforeUsd(
  rate: number,
  { total, before }: ChargedShares,
  alreadyMw: number,
  beforeSharesMw = 0,
): number {
  return rate * (total * beforeSharesMw + before * (alreadyMw - beforeSharesMw));
}

/** The months of one bill of which shares are charged. */
export class ProratedMonths {
  readonly #time: TimeGrid;
  readonly #state: DemandState;
  readonly #share = new Map<string, number>();
  readonly #peakBeforeMw = new Map<string, number>();

  constructor(time: TimeGrid, state: DemandState) {
    this.#time = time;
    this.#state = state;
  }

  shares({ label, ...span }: MonthSpan, prorate: boolean): ChargedShares {
    if (!prorate) return WHOLE;
    const before = this.#state.proratedShare?.[label];
    const total = Math.min(1, shareOfMonth(this.#time, span) + (before ?? 0));
    this.#share.set(label, total);
    return { total, before: before ?? 0, isFirst: before === undefined };
  }

  /**
   * The month's own peak before the first plan that charged a share of it; undefined where none was known. `knownMw`:
   * what the state knows of the peak as this plan starts.
   */
  peakBeforeSharesMw(
    { label }: MonthSpan,
    { isFirst }: ChargedShares,
    knownMw: number | undefined,
  ): number | undefined {
    const mw = isFirst ? knownMw : this.#state.peakBeforeSharesMw?.[label];
    if (mw !== undefined) this.#peakBeforeMw.set(label, mw);
    return mw;
  }

  endState(): DemandState {
    const { proratedShare, peakBeforeSharesMw } = this.#state;
    const merged = (before: Readonly<Record<string, number>> | undefined, own: ReadonlyMap<string, number>) => ({
      ...before,
      ...Object.fromEntries(own),
    });
    return {
      ...((proratedShare || this.#share.size > 0) && { proratedShare: merged(proratedShare, this.#share) }),
      ...((peakBeforeSharesMw || this.#peakBeforeMw.size > 0) && {
        peakBeforeSharesMw: merged(peakBeforeSharesMw, this.#peakBeforeMw),
      }),
    };
  }
}
