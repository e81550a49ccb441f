/**
 * What is billed of a month's peak where it is more than the peak itself:
 *
 *     billed_m >= peak_m
 *     billed_m >= share peak_j      for every earlier month j that the ratchet looks back on
 *     billed_m >= leastBilledMw     a floor of the contract; it does not count for later ratchets
 *
 * The ratchet looks back on the last `lastMonths` months, or on those of the eleven months before that are listed in
 * `months` (1 = January). What peaks before the plan and the floor oblige to was charged before the plan in a month
 * that had begun with a known peak, and is a cost of the plan in every other.
 */
import type { ColumnBlock } from "../../../model/block.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import { monthLabel } from "../../../time/time-grid.ts";
import type { FaultReport } from "../../asset.ts";
import { number, type Resolved, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { Bill } from "../bill/bill.ts";
import { SAME_PEAK_MW, type MonthSpan, type Peak } from "./metered-demand.ts";

export const ratchetSchema = strictObject({
  share: number(quantity.fraction, "Of the highest peak looked back on"),
  lastMonths: z.int().min(1).max(36).optional().describe("Look back on so many months before"),
  months: z
    .array(z.int().min(1).max(12))
    .min(1)
    .optional()
    .describe("Or on these calendar months among the eleven before"),
});

export type Ratchet = Resolved<z.output<typeof ratchetSchema>>;

const MONTHS_LISTED_FROM = 11;

export function checkRatchet(ratchet: Ratchet | undefined, path: string, report: FaultReport): void {
  if (ratchet && !ratchet.lastMonths === !ratchet.months) {
    report(
      path,
      ratchet.months ? "both lastMonths and months" : "neither lastMonths nor months",
      "exactly one of them",
      "say what it looks back on",
    );
  }
}

/** The months, as `monthSpans` numbers them, on which the ratchet of a month looks back. */
export function monthsLookedBack({ lastMonths, months }: Ratchet, month: number): number[] {
  const before = Array.from({ length: lastMonths ?? MONTHS_LISTED_FROM }, (_, i) => month - 1 - i);
  return months ? before.filter((earlier) => months.includes((earlier % 12) + 1)) : before;
}

export interface BilledTerms {
  readonly ratchet?: Ratchet | undefined;
  readonly leastBilledMw?: number | undefined;
}

/** The peaks of one kind (of all hours, or of a period of the day), by month. */
export interface PeakHistory {
  /** Distinguishes columns and rows: empty, or the period with a blank. */
  readonly prefix: string;
  /** Figures of one month of the plan. */
  peak(label: string): Peak | undefined;
  /** What the state has for a month. */
  setMw(label: string): number | undefined;
  /** Whether earlier plans have charged what is owed so far of a month. */
  isChargedBefore(month: MonthSpan): boolean;
}

export interface Billed {
  readonly column: ColumnBlock;
  readonly alreadySetMw: number;
  /** What was to be billed before the first plan that charged a share of the month. */
  readonly beforeSharesMw: number;
  read(solved: SolvedSite): { readonly billedMw: number; readonly setBy?: string };
}

/** Figures of one month of the plan that has a peak; `beforeSharesMw` is its own peak then, see `Bill`. */
export function declareBilled(
  { site, asset, demand }: Bill,
  { ratchet, leastBilledMw = 0 }: BilledTerms,
  month: MonthSpan,
  own: Peak,
  beforeSharesMw: number | undefined,
  { prefix, peak, setMw, isChargedBefore }: PeakHistory,
): Billed {
  const { label } = month;
  const share = ratchet?.share ?? 0;
  const earlier = ratchet
    ? monthsLookedBack(ratchet, month.month).map((before) => ({
        label: monthLabel(before),
        peak: peak(monthLabel(before)),
      }))
    : [];
  const leastOver = (ownMw: number) =>
    earlier.reduce(
      (mw, { label: before }) => Math.max(mw, share * (setMw(before) ?? 0)),
      Math.max(ownMw, leastBilledMw),
    );
  const leastMw = leastOver(own.alreadySetMw);
  const alreadySetMw = isChargedBefore(month) ? leastMw : own.alreadySetMw;
  const column = site.addColumn(asset, `billedMw ${prefix}${label}`, { unit: "MW", lower: leastMw });
  const atLeast = (name: string, { column: below }: Peak, factor: number) => {
    const row = site.addRow(asset, name, { unit: "MW", lower: 0 });
    site.addShared(row, column, 1);
    site.addShared(row, below, -factor);
  };
  atLeast(`billed ${prefix}${label}`, own, 1);
  for (const { label: before, peak: of } of earlier)
    if (of) atLeast(`ratchet ${prefix}${label} from ${before}`, of, share);
  return {
    column,
    alreadySetMw,
    beforeSharesMw: beforeSharesMw === undefined ? 0 : Math.min(alreadySetMw, leastOver(beforeSharesMw)),
    // From the peaks as metered: where a month's rate is 0 the column may stand above them.
    read(solved) {
      const looked = earlier.map(({ label: before, peak: of }) => ({
        before,
        mw: share * (of ? demand.readPeak(of, solved).peakMw : (setMw(before) ?? 0)),
      }));
      const { peakMw } = demand.readPeak(own, solved);
      const most = [...looked, { before: "leastBilledMw", mw: leastBilledMw }].reduce(
        (best, next) => (next.mw > best.mw ? next : best),
        { before: label, mw: peakMw },
      );
      return most.mw > peakMw + SAME_PEAK_MW ? { billedMw: most.mw, setBy: most.before } : { billedMw: peakMw };
    },
  };
}

/** Says which peaks a ratchet looks back on and nobody knows. `field`: where the state has them. */
export function noteRatchet(
  bill: Bill,
  ratchet: Ratchet,
  field: string,
  what: string,
  setMw: PeakHistory["setMw"],
): void {
  const first = bill.months[0].month;
  const unknown = new Set(
    bill.months
      .flatMap(({ month }) => monthsLookedBack(ratchet, month))
      .filter((month) => month < first)
      .map(monthLabel),
  );
  const missing = [...unknown].filter((label) => setMw(label) === undefined).sort();
  if (missing.length > 0)
    bill.notice(
      `the ratchet${what} looks back on ${missing.join(", ")} without a ${field} in initialState: 0 is taken.`,
    );
  bill.notice(`what the ratchet${what} makes of this plan's peaks in later months is in no cost here.`);
}
