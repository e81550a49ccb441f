/**
 * A charge on the month's highest metered demand, peak_m (see `metered-demand.ts`), with or without a ratchet:
 *
 *     billed_m = peak_m                                         without a ratchet
 *     billed_m >= peak_m,  billed_m >= share peak_j             for every earlier month j the ratchet looks back on
 *     cost     = usdPerMwMonth (billed_m - already billed_m)    times the plan's share of the month with `prorate`
 *
 * The ratchet looks back on the last `lastMonths` months, or on those of the eleven months before that are listed in
 * `months` (1 = January). Peaks of months before the plan come from `initialState.peakMw`, the plan's own months feed the
 * later ones. What they oblige to was charged before the plan in a month that had begun with a known peak, and is a cost of
 * the plan in every other. NB: what a peak of this plan will cost in months after it is not in its cost.
 */
import type { Columns } from "../../model/columns.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { monthLabel } from "../../time/time-grid.ts";
import { number, z, type Resolved } from "../fields.ts";
import { quantity } from "../quantities.ts";
import type { Bill, BillDetail } from "./bill.ts";
import { monthPeaksSet, SAME_PEAK_MW, type MonthSpan, type Peak } from "./metered-demand.ts";
import type { TariffPart } from "./tariff-part.ts";

const ratchetSchema = z.strictObject({
  share: number(quantity.fraction, "Of the highest peak looked back on"),
  lastMonths: z.int().min(1).max(36).optional().describe("Look back on so many months before"),
  months: z.array(z.int().min(1).max(12)).min(1).optional().describe("Or on these calendar months among the eleven before"),
});

const schema = z.strictObject({
  usdPerMwMonth: number(quantity.chargeUsdPerMwMonth, "On the month's highest metered demand; full monthly rate"),
  prorate: z.boolean().default(false).describe("Charge only the plan's share of the month"),
  ratchet: ratchetSchema.optional(),
});

type Ratchet = Resolved<z.output<typeof ratchetSchema>>;

const MONTHS_LISTED_FROM = 11;

export const demandCharge: TariffPart<typeof schema, Record<never, never>> = {
  schema,
  state: {},

  check({ ratchet }, _state, report) {
    if (ratchet && !ratchet.lastMonths === !ratchet.months) {
      report("ratchet", ratchet.months ? "both lastMonths and months" : "neither lastMonths nor months", "exactly one of them", "say what it looks back on");
    }
  },

  peaksSet({ ratchet }, state, months) {
    return monthPeaksSet(state, [...months, ...(ratchet ? months.flatMap((month) => monthsLookedBack(ratchet, month)) : [])]);
  },

  declare({ usdPerMwMonth, prorate, ratchet }, _state, bill) {
    const { demand, months } = bill;
    const peaks = months.map((month) => ({ month, peak: demand.month(month) }));
    if (ratchet) noteRatchet(ratchet, bill);
    for (const { month, peak } of peaks) {
      const shares = bill.shares(month, prorate);
      const usdPerMw = usdPerMwMonth * shares.total;
      const billed = ratchet ? declareBilled(ratchet, month, peak, peaks, bill) : undefined;
      const detail: BillDetail = (solved) => ({ ...demand.readPeak(peak, solved), ...billed?.read(solved), usdPerMw });
      bill.month("demandCharge", month, "demand charge", (billed ?? peak).column, usdPerMw, {
        already: (billed ?? peak).alreadySetMw,
        alreadyUsdPerUnit: usdPerMwMonth * shares.before,
        ...(billed && { settled: (solved) => billed.read(solved).billedMw }),
        detail,
      });
    }
    return undefined;
  },
};

/** The months, as `monthSpans` numbers them, on which the ratchet of a month looks back. */
export function monthsLookedBack({ lastMonths, months }: Ratchet, month: number): number[] {
  const before = Array.from({ length: lastMonths ?? MONTHS_LISTED_FROM }, (_, i) => month - 1 - i);
  return months ? before.filter((earlier) => months.includes((earlier % 12) + 1)) : before;
}

interface Billed {
  readonly column: Columns;
  readonly alreadySetMw: number;
  read(solved: SolvedSite): { readonly billedMw: number; readonly setBy?: string };
}

function declareBilled(ratchet: Ratchet, month: MonthSpan, own: Peak, peaks: readonly { readonly month: MonthSpan; readonly peak: Peak }[], { site, asset, demand }: Bill): Billed {
  const { label } = month;
  const earlier = monthsLookedBack(ratchet, month.month).map((before) => ({ label: monthLabel(before), peak: peaks.find((other) => other.month.month === before)?.peak }));
  const leastMw = earlier.reduce((mw, { label: before }) => Math.max(mw, ratchet.share * (demand.setMw(before) ?? 0)), own.alreadySetMw);
  const alreadySetMw = demand.isChargedBefore(month) ? leastMw : own.alreadySetMw;
  const column = site.addColumn(asset, `billedMw ${label}`, { unit: "MW", lower: leastMw });
  const atLeast = (name: string, { column: peak }: Peak, share: number) => {
    const row = site.addRow(asset, name, { unit: "MW", lower: 0 });
    site.addShared(row, column, 1);
    site.addShared(row, peak, -share);
  };
  atLeast(`billed ${label}`, own, 1);
  for (const { label: before, peak } of earlier) if (peak) atLeast(`ratchet ${label} from ${before}`, peak, ratchet.share);
  return {
    column,
    alreadySetMw,
    // From the peaks as metered: where a month's rate is 0 the column may stand above them.
    read(solved) {
      const looked = earlier.map(({ label: before, peak }) => ({ before, mw: ratchet.share * (peak ? demand.readPeak(peak, solved).peakMw : (demand.setMw(before) ?? 0)) }));
      const { peakMw } = demand.readPeak(own, solved);
      const most = looked.reduce((best, next) => (next.mw > best.mw ? next : best), { before: label, mw: peakMw });
      return most.mw > peakMw + SAME_PEAK_MW ? { billedMw: most.mw, setBy: most.before } : { billedMw: peakMw };
    },
  };
}

function noteRatchet(ratchet: Ratchet, bill: Bill): void {
  const first = bill.months[0].month;
  const unknown = new Set(bill.months.flatMap(({ month }) => monthsLookedBack(ratchet, month)).filter((month) => month < first).map(monthLabel));
  const missing = [...unknown].filter((label) => bill.demand.setMw(label) === undefined).sort();
  if (missing.length > 0) bill.notice(`the ratchet looks back on ${missing.join(", ")} without a peakMw in initialState: 0 is taken.`);
  bill.notice("what the ratchet makes of this plan's peaks in later months is in no cost here.");
}
