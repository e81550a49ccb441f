/**
 * Capacity bought in advance: `mw` is paid whether used or not, what the month's highest metered demand exceeds it by
 * costs more.
 *
 *     cost = usdPerMwMonth mw share_m                                       constant, of kind `sunk`
 *     above_m >= peak_m - mw,  above_m >= max(0, peak already set - mw)     only with `aboveUsdPerMwMonth`
 *     cost += aboveUsdPerMwMonth (above_m - already above)                  times the plan's share with `prorateAbove`
 *
 * share_m is the plan's share of month m. Without `aboveUsdPerMwMonth` the contract limits nothing: `importLimitMw`
 * does.
 */
import { shareOfMonth } from "../../../time/local-clock.ts";
import { number, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import { monthPeaksSet } from "../demand/metered-demand.ts";
import { chargedBeforeUsd } from "../bill/prorated-months.ts";
import type { TariffPart } from "../tariff-part.ts";

const schema = strictObject({
  mw: number(quantity.powerMw, "Capacity under contract, paid used or not"),
  usdPerMwMonth: number(quantity.chargeUsdPerMwMonth, "On mw, prorated by the plan's share of the month"),
  aboveUsdPerMwMonth: number(
    quantity.chargeUsdPerMwMonth,
    "On the month's demand above mw; default not charged",
  ).optional(),
  prorateAbove: z.boolean().default(false).describe("Charge only the plan's share of the month for what is above mw"),
});

export const contractedCapacity: TariffPart<typeof schema, Record<never, never>> = {
  schema,
  state: {},
  sized: ({ mw }) => `contractedCapacity of ${mw} MW`,

  peaksSet: ({ aboveUsdPerMwMonth }, state, months) =>
    aboveUsdPerMwMonth === undefined ? [] : monthPeaksSet(state, months),

  declare({ mw, usdPerMwMonth, aboveUsdPerMwMonth, prorateAbove }, _state, bill) {
    const { site, asset, demand } = bill;
    for (const month of bill.months) {
      bill.constant(
        "contractedCapacity",
        month,
        "contracted capacity",
        mw * usdPerMwMonth * shareOfMonth(site.time, month),
      );
      if (aboveUsdPerMwMonth === undefined) continue;
      const peak = demand.month(month);
      const alreadyMw = Math.max(0, peak.alreadySetMw - mw);
      const above = site.addColumn(asset, `aboveContractMw ${month.label}`, { unit: "MW", lower: alreadyMw });
      const row = site.addRow(asset, `above contract ${month.label}`, { unit: "MW", lower: -mw });
      site.addShared(row, above, 1);
      site.addShared(row, peak.column, -1);
      const shares = bill.shares(month, prorateAbove);
      const beforeSharesMw = bill.peakBeforeSharesMw(month, prorateAbove, shares) ?? 0;
      const usdPerMw = aboveUsdPerMwMonth * shares.total;
      if (usdPerMw > 0 && peak.alreadySetMw === 0)
        bill.warnWholeMonth(
          "contractedCapacity",
          month,
          prorateAbove,
          demand.setMw(month.label) !== undefined,
          "peakMw",
        );
      bill.month("contractedCapacity", month, "above contracted capacity", above, usdPerMw, {
        alreadyUsd: chargedBeforeUsd(aboveUsdPerMwMonth, shares, alreadyMw, Math.max(0, beforeSharesMw - mw)),
        settled: (solved) => Math.max(0, demand.readPeak(peak, solved).peakMw - mw),
        detail: (solved) => {
          const { worthUsdPerMw: _, ...read } = demand.readPeak(peak, solved);
          return { ...read, billedMw: Math.max(0, read.peakMw - mw), usdPerMw, worthUsdPerMw: solved.rowPrice(row) };
        },
      });
    }
    return undefined;
  },
};
