/**
 * Energy by the month's volume, at rates that rise. Tier k holds what of the month's import lies between `upToMwh` of the
 * tier before and its own; `before_k` of it was taken before the plan:
 *
 *     sum_k tier_{m,k} = dt sum over t in m of import_t,     0 <= tier_{m,k} <= width_k - before_k
 *     cost             = sum_k usdPerMwh_k tier_{m,k}        on top of `importPriceUsdPerMwh` and `touEnergyCharge`
 *
 * Falling rates are refused: the cost of a month would be concave in its volume, and a linear program would fill the
 * cheapest tier first. Rejected: binaries that keep the order (REopt), for the plan would lose its prices.
 */
import type { SolvedSite } from "../../model/solved-site.ts";
import { number, z } from "../fields.ts";
import { quantity } from "../quantities.ts";
import { sum } from "../series.ts";
import { byMonth } from "./metered-demand.ts";
import type { TariffPart } from "./tariff-part.ts";

const schema = z.strictObject({
  tiers: z.array(z.strictObject({
    usdPerMwh: number(quantity.priceUsdPerMwh),
    upToMwh: number({ ...quantity.energyMwh, aboveMin: true }, "Import of the month up to which the rate holds; none for the last tier").optional(),
  })).min(1),
});

const state = { monthMwh: byMonth(number(quantity.energyMwh)).optional().describe("Imported so far by month, e.g. { '2026-07': 18000 }") };

export const energyTiers: TariffPart<typeof schema, typeof state> = {
  schema,
  state,
  sized: ({ tiers }) => `energyTiers of ${tiers.map(({ upToMwh }) => upToMwh ?? "more").join(", ")} MWh`,

  check({ tiers }, _state, report) {
    tiers.forEach(({ usdPerMwh, upToMwh }, i) => {
      const before = tiers[i - 1];
      const isLast = i === tiers.length - 1;
      if ((upToMwh === undefined) !== isLast) report(`tiers[${i}].upToMwh`, `${upToMwh ?? "nothing"}`, "a volume for every tier but the last, which holds all further import", isLast ? "add a tier without it" : "give it");
      else if (!isLast && Number(upToMwh) <= (before?.upToMwh ?? 0)) report(`tiers[${i}].upToMwh`, `${upToMwh}`, `more than the tier before, ${before.upToMwh}`, "list tiers by volume");
      if (before && usdPerMwh < before.usdPerMwh) {
        report(
          `tiers[${i}].usdPerMwh`,
          `${usdPerMwh} after ${before.usdPerMwh}`,
          "rates that rise with volume: a linear program would use the cheapest tier first, and bill less than the utility",
          "leave energyTiers out, and add to importAdderUsdPerMwh the rate of the tier in which the month will end",
        );
      }
    });
  },

  declare({ tiers }, { monthMwh = {} }, bill) {
    const { site, asset, months } = bill;
    const { count, stepHours } = site.time;
    bill.noteUnknown("monthMwh", monthMwh[months[0].label]);
    const startUsdPerMwh = new Float64Array(count);
    const volumes = months.map((month) => {
      const { label, from, to } = month;
      const before = monthMwh[label] ?? 0;
      const row = site.addRow(asset, `tiers ${label}`, { unit: "MWh", lower: 0, upper: 0, from });
      site.addSum(row, bill.importMw, -stepHours, from, to);
      const importMwh = (solved: SolvedSite) => Math.max(0, before + sum(solved.values(bill.importMw).subarray(from, to)) * stepHours);
      tiers.forEach(({ usdPerMwh, upToMwh = Infinity }, k) => {
        const aboveMwh = tiers[k - 1]?.upToMwh ?? 0;
        const leftMwh = upToMwh - Math.max(before, aboveMwh);
        if (leftMwh <= 0) return;
        if (before >= aboveMwh) startUsdPerMwh.fill(usdPerMwh, from, to);
        const column = site.addColumn(asset, `tier ${k + 1} ${label}`, { unit: "MWh", upper: leftMwh });
        site.addShared(row, column, 1);
        bill.month("energyTiers", month, `energy tier ${k + 1}`, column, usdPerMwh, {
          settled: (solved) => Math.min(leftMwh, Math.max(0, importMwh(solved) - Math.max(before, aboveMwh))),
          detail: (solved) => ({ importMwh: importMwh(solved), nextUsdPerMwh: solved.rowPrice(row) }),
        });
      });
      return { label, importMwh };
    });
    startUsdPerMwh.forEach((usd, t) => { bill.energyUsdPerMwh[t] += usd; });
    return (solved) => ({ monthMwh: { ...monthMwh, ...Object.fromEntries(volumes.map(({ label, importMwh }) => [label, importMwh(solved)])) } });
  },
};
