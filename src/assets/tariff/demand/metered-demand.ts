/**
 * Demand as the meter bills it: the mean import of a billing interval, MW. With share_{k,t} = hours of plan interval t
 * inside billing interval k over the hours of k, and open_k = MWh that k had when the plan began (of the first only):
 *
 *     peak >= sum_t share_{k,t} import_t + open_k / hours_k     for every billing interval k that counts
 *     peak >= peak already set
 *
 * Billing intervals of 15, 30 or 60 minutes begin on the local clock; without `billingIntervalMinutes` the plan's own
 * are billed. One that lasts beyond the plan counts with what it has so far, which no later import can lower, and is
 * handed on in `endState`: so a month planned in parts is billed as in one.
 */
import type { ColumnBlock, RowBlock } from "../../../model/block.ts";
import type { SiteModel } from "../../../model/site-model.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import { intervalStartMs, isoStamp, localMonth, monthLabel } from "../../../time/time-grid.ts";
import { byMonth } from "../../fields/by-month.ts";
import { number } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import {
  addMean,
  billingIntervals,
  meanMw,
  meterClock,
  meteredStamp,
  monthOf,
  startsInsideMonth,
  startsInterval,
  type MeterClock,
  type MeteredInterval,
} from "./metered-interval.ts";
import type { PeakSet } from "../tariff-part.ts";

/** A month of the plan: its number as in `monthSpans`, its intervals `[from, to)`, its name, e.g. `2026-07`. */
export interface MonthSpan {
  readonly month: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface Peak {
  readonly column: ColumnBlock;
  /** Rows of a run of plan intervals, or the one row of a metered interval. */
  readonly runs: readonly { readonly rows: RowBlock; readonly interval?: MeteredInterval }[];
  readonly alreadySetMw: number;
}

/** What a peak came to. */
export interface PeakReading {
  /** The highest billed demand of the plan's part of the month. */
  readonly peakMw: number;
  /** The peak set earlier in the month, before the plan. */
  readonly alreadySetMw: number;
  /** Starts of the intervals that reach the peak (to 1e-6 MW), at most five, with their local offset. */
  readonly at: readonly string[];
  /** What one MW of peak free of charge would save: 0 while the peak already set is not reached. */
  readonly worthUsdPerMw: number;
}

/** A mean this close to the peak (MW) reaches it. */
export const SAME_PEAK_MW = 1e-6;
/** How many instants are listed for an item. */
export const MOST_STAMPS = 5;

export { byMonth };

/** What the meter itself carries from plan to plan. */
export const demandState = {
  peakMw: byMonth(number(quantity.powerMw))
    .optional()
    .describe("Highest demand metered so far, e.g. { '2026-07': 41.5 }"),
  openIntervalMwh: number(quantity.energyMwh, "Imported so far in a billing interval begun before the plan").optional(),
  proratedShare: byMonth(number(quantity.fraction))
    .optional()
    .describe("Share of the month that earlier plans charged of what is prorated"),
  peakBeforeSharesMw: byMonth(number(quantity.powerMw))
    .optional()
    .describe("The month's peak before the first plan that charged a share of it: no cost of those plans"),
};

export interface DemandState {
  readonly peakMw?: Readonly<Record<string, number>> | undefined;
  readonly openIntervalMwh?: number | undefined;
  readonly proratedShare?: Readonly<Record<string, number>> | undefined;
  readonly peakBeforeSharesMw?: Readonly<Record<string, number>> | undefined;
}

/** Says that a plan which starts inside a month takes 0 for what it does not know of it. */
export function noteUnknown({ time, notices }: SiteModel, asset: string, field: string): void {
  if (startsInsideMonth(time))
    notices.push(
      `${asset}: the plan starts inside ${monthLabel(localMonth(time, 0))} without its ${field} in ` +
        "initialState: 0 is taken.",
    );
}

/** The peaks already set in some months, as a part names them. */
export function monthPeaksSet({ peakMw = {} }: DemandState, months: readonly number[]): PeakSet[] {
  return months.map(monthLabel).map((of) => ({ field: "peakMw", of, mw: peakMw[of] ?? 0 }));
}

/** The metered demand of one connection, which its tariff parts share. */
export class MeteredDemand {
  readonly #site: SiteModel;
  readonly #asset: string;
  readonly #importMw: ColumnBlock;
  readonly #clock: MeterClock | undefined;
  readonly #state: DemandState;
  /** Undefined where the plan's own intervals are billed. */
  readonly #intervals: readonly MeteredInterval[] | undefined;
  readonly #months = new Map<string, Peak>();
  readonly #peaks: Peak[] = [];

  constructor(site: SiteModel, asset: string, importMw: ColumnBlock, minutes: number | undefined, state: DemandState) {
    const { time, notices } = site;
    const stepMinutes = time.stepHours * 60;
    this.#site = site;
    this.#asset = asset;
    this.#importMw = importMw;
    this.#state = state;
    const open = state.openIntervalMwh;
    const clock = minutes === undefined ? undefined : meterClock(time, minutes, open !== undefined);
    this.#clock = clock;
    const isOpen = clock !== undefined && !startsInterval(clock, time.startMs);
    if (clock && (isOpen || clock.minutes > stepMinutes)) this.#intervals = billingIntervals(time, clock, open ?? 0);
    if (open && !isOpen)
      site.fault(
        asset,
        "billingIntervalMinutes",
        `openIntervalMwh ${open} in initialState`,
        "none, since no billing interval has begun when the plan starts",
        "remove it",
      );
    if (isOpen && open === undefined)
      notices.push(
        `${asset}: the plan starts inside a billing interval without openIntervalMwh in initialState: 0 is taken.`,
      );
    if (minutes !== undefined && minutes < stepMinutes)
      notices.push(
        `${asset}: demand is billed by ${minutes} minutes and planned by ${stepMinutes}; shorter peaks are not seen.`,
      );
  }

  /** The column of every peak that the tariff asks for. */
  get peakColumns(): readonly ColumnBlock[] {
    return this.#peaks.map(({ column }) => column);
  }

  /** The highest demand of a month; declared once, whoever asks. */
  month(span: MonthSpan): Peak {
    const { label, from, to } = span;
    const known = this.#months.get(label);
    if (known) return known;
    const setMw = this.setMw(label);
    if (from === 0 && setMw === undefined) noteUnknown(this.#site, this.#asset, "peakMw");
    const peak = this.peak(
      label,
      setMw ?? 0,
      span,
      () => true,
      (t) => t >= from && t < to,
    );
    this.#months.set(label, peak);
    return peak;
  }

  /** Whether earlier plans have charged what the peaks so far owe of a month: it had begun, and its peak is known. */
  isChargedBefore({ label, from }: MonthSpan): boolean {
    return from === 0 && this.setMw(label) !== undefined && startsInsideMonth(this.#site.time);
  }

  /** The peak that the state has for a month. */
  setMw(label: string): number | undefined {
    return this.#state.peakMw?.[label];
  }

  /**
   * The highest demand of those billing intervals of a month that `counts` has by their local start: where the plan's
   * own are billed, of those that `isBilled` has.
   */
  peak(
    label: string,
    alreadySetMw: number,
    { month }: MonthSpan,
    counts: (localMs: number) => boolean,
    isBilled: (t: number) => boolean,
  ): Peak {
    if (this.#intervals)
      return this.peakOf(
        label,
        alreadySetMw,
        this.#intervals.filter(({ localMs }) => monthOf(localMs) === month && counts(localMs)),
      );
    const site = this.#site;
    const column = this.#column(label, alreadySetMw);
    const runs: { rows: RowBlock }[] = [];
    for (let from = 0, to = 0; from < site.time.count; from = to + 1) {
      to = from;
      while (to < site.time.count && isBilled(to)) to++;
      if (to === from) continue;
      const name = `peak ${label}${runs.length === 0 ? "" : ` from ${isoStamp(site.time, from)}`}`;
      const rows = site.addRows(this.#asset, name, { unit: "MW", lower: 0, from, count: to - from });
      site.addShared(rows, column, 1);
      site.addTerms(rows, this.#importMw, -1);
      runs.push({ rows });
    }
    return this.#known({ column, runs, alreadySetMw });
  }

  /** The highest mean import of some metered intervals. */
  peakOf(label: string, alreadySetMw: number, intervals: readonly MeteredInterval[]): Peak {
    const site = this.#site;
    const column = this.#column(label, alreadySetMw);
    const runs = intervals.map((interval) => {
      const { from, openMw } = interval;
      const rows = site.addRow(this.#asset, `peak ${label} at ${meteredStamp(site.time, interval)}`, {
        unit: "MW",
        lower: openMw,
        from,
      });
      site.addShared(rows, column, 1);
      addMean(site, rows, this.#importMw, interval, -1);
      return { rows, interval };
    });
    return this.#known({ column, runs, alreadySetMw });
  }

  readPeak({ runs, alreadySetMw }: Peak, solved: SolvedSite): PeakReading {
    const importMw = solved.values(this.#importMw);
    const each = (see: (mw: number, at: () => string) => void) => {
      for (const {
        rows: { from, count },
        interval,
      } of runs) {
        if (interval) see(meanMw(interval, importMw), () => meteredStamp(solved.time, interval));
        else for (let t = from; t < from + count; t++) see(importMw[t], () => isoStamp(solved.time, t));
      }
    };
    let peakMw = alreadySetMw;
    let worthUsdPerMw = 0;
    const at: string[] = [];
    each((mw) => {
      peakMw = Math.max(peakMw, mw);
    });
    each((mw, stamp) => {
      if (peakMw > 0 && mw >= peakMw - SAME_PEAK_MW && at.length < MOST_STAMPS) at.push(stamp());
    });
    for (const { rows } of runs) for (const usd of solved.rowPrices(rows)) worthUsdPerMw += usd;
    return { peakMw, alreadySetMw, at, worthUsdPerMw };
  }

  /** The meter's part of `endState`. */
  endState(solved: SolvedSite): DemandState {
    const { peakMw } = this.#state;
    const own = [...this.#months].map(([label, peak]) => [label, this.readPeak(peak, solved).peakMw] as const);
    const last = this.#intervals?.[this.#intervals.length - 1];
    const clock = this.#clock;
    const isOpen = last && clock && !startsInterval(clock, intervalStartMs(solved.time, solved.time.count));
    return {
      ...((peakMw || own.length > 0) && { peakMw: { ...peakMw, ...Object.fromEntries(own) } }),
      ...(isOpen && {
        openIntervalMwh: Math.max(0, (meanMw(last, solved.values(this.#importMw)) * clock.minutes) / 60),
      }),
    };
  }

  /** Puts every peak's column at what was metered. */
  settle(solved: SolvedSite): void {
    for (const peak of this.#peaks) solved.set(peak.column, this.readPeak(peak, solved).peakMw);
  }

  #known(peak: Peak): Peak {
    this.#peaks.push(peak);
    return peak;
  }

  #column(label: string, lower: number): ColumnBlock {
    return this.#site.addColumn(this.#asset, `peakMw ${label}`, { unit: "MW", lower });
  }
}
