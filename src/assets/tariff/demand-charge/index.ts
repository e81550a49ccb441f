/**
 * A charge on the month's highest metered demand, peak_m (see `metered-demand.ts`), at a rate that may differ by month,
 * with or without a ratchet and a least billed demand:
 *
 *     billed_m = peak_m                                           without either
 *     billed_m >= peak_m
 *     billed_m >= share peak_j                                    for every earlier month j the ratchet looks back on
 *     billed_m >= leastBilledMw                                   no peak: later ratchets do not see it
 *     cost     = usdPerMwMonth_m (billed_m - already billed_m)    times the plan's share of the month with `prorate`
 *
 * The ratchet looks back on the last `lastMonths` months, or on those of the eleven months before that are listed in
 * `months` (1 = January). Peaks of months before the plan come from `initialState.peakMw`, the plan's own months feed
 * the later ones. What they oblige to was charged before the plan in a month that had begun with a known peak, and is a
 * cost of the plan in every other. NB: what a peak of this plan will cost in months after it is not in its cost.
 */
import { monthlyNumber, number, ofMonth, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { BillDetail } from "../bill/charge.ts";
import { checkRatchet, declareBilled, monthsLookedBack, noteRatchet, ratchetSchema } from "../demand/billed-demand.ts";
import { monthPeaksSet } from "../demand/metered-demand.ts";
import { chargedBeforeUsd } from "../bill/prorated-months.ts";
import type { TariffPart } from "../tariff-part.ts";

const schema = strictObject({
  usdPerMwMonth: monthlyNumber(
    quantity.chargeUsdPerMwMonth,
    "On the month's highest metered demand, full monthly rate; one, or 12 from January on",
  ),
  prorate: z.boolean().default(false).describe("Charge only the plan's share of the month"),
  ratchet: ratchetSchema.optional().describe("Least billed demand from earlier peaks; default none"),
  leastBilledMw: number(quantity.powerMw, "Least demand that is billed each month; default none").optional(),
});

export const demandCharge: TariffPart<typeof schema, Record<never, never>> = {
  schema,
  state: {},
  sized: ({ leastBilledMw }) => (leastBilledMw ? `demandCharge.leastBilledMw of ${leastBilledMw} MW` : ""),

  check: ({ ratchet }, _state, report) => checkRatchet(ratchet, "ratchet", report),

  peaksSet({ ratchet }, state, months) {
    return monthPeaksSet(state, [
      ...months,
      ...(ratchet ? months.flatMap((month) => monthsLookedBack(ratchet, month)) : []),
    ]);
  },

  declare(terms, _state, bill) {
    const { usdPerMwMonth, prorate, ratchet, leastBilledMw } = terms;
    const { demand, months } = bill;
    const peaks = new Map(months.map((month) => [month.label, demand.month(month)]));
    const history = {
      prefix: "",
      peak: (label: string) => peaks.get(label),
      setMw: (label: string) => demand.setMw(label),
      isChargedBefore: demand.isChargedBefore.bind(demand),
    };
    if (ratchet) noteRatchet(bill, ratchet, "peakMw", "", history.setMw);
    for (const month of months) {
      const peak = demand.month(month);
      const rate = ofMonth(usdPerMwMonth, month.month);
      const shares = bill.shares(month, prorate);
      const usdPerMw = rate * shares.total;
      if (usdPerMw > 0)
        bill.warnWholeMonth("demandCharge", month, prorate, demand.setMw(month.label) !== undefined, "peakMw");
      const beforeSharesMw = bill.peakBeforeSharesMw(month, prorate, shares);
      const billed =
        ratchet || leastBilledMw !== undefined
          ? declareBilled(bill, terms, month, peak, beforeSharesMw, history)
          : undefined;
      const detail: BillDetail = (solved) => ({ ...demand.readPeak(peak, solved), ...billed?.read(solved), usdPerMw });
      bill.month("demandCharge", month, "demand charge", (billed ?? peak).column, usdPerMw, {
        alreadyUsd: chargedBeforeUsd(
          rate,
          shares,
          (billed ?? peak).alreadySetMw,
          billed ? billed.beforeSharesMw : beforeSharesMw,
        ),
        ...(billed && { settled: (solved) => billed.read(solved).billedMw }),
        detail,
      });
    }
    return undefined;
  },
};
