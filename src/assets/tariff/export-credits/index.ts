/**
 * Credits for exported energy that offset charges of the same month and are carried to later months, not paid out: net
 * billing. With E_m what the export of month m earns, C_m its charges that credits may offset, bank_m what is left
 * after it:
 *
 *     bank_m >= bank_{m-1} + E_m - C_m,     0 <= bank_m <= bank_{m-1} + E_m
 *     cost    = bank_m - bank_{m-1}         beside the charges and the earnings, which stand in their own items
 *     cost   -= leftShare (bank_T - bank_0)           what a credit left at the plan's end is worth, kind `valuation`
 *
 * So a month's charges less its earnings never go below 0, and a credit is used as soon as there is a charge for it.
 * At the true-up, after `trueUp.month`, what is left is paid at `paidShare` and the rest is lost. Within a month that
 * is planned in parts, charges of earlier parts that no credit has offset yet (`roomUsd` of the state) may still be.
 */
import type { ColumnBlock } from "../../../model/block.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import { number, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { Bill } from "../bill/bill.ts";
import { chargeUsd, type Charge } from "../bill/charge.ts";
import { byMonth } from "../demand/metered-demand.ts";
import type { TariffPart } from "../tariff-part.ts";

const schema = strictObject({
  offsets: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Fields of the connection whose charges credits offset; default those on energy"),
  leftShare: number(quantity.fraction, "Worth of a USD of credit left at the plan's end; 0 where it will not be used"),
  trueUp: strictObject({
    month: z.int().min(1).max(12).describe("Last calendar month of the credit year"),
    paidShare: number(quantity.fraction, "Share of the credit left then that is paid out"),
  })
    .optional()
    .describe("When credits end; default they do not"),
});

const state = {
  exportCredits: strictObject({
    leftUsd: number(quantity.usd, "Credits left").gte(0),
    roomUsd: byMonth(number(quantity.usd)).optional().describe("By month: charges so far that no credit has offset"),
  }).optional(),
};

const ON_ENERGY = ["importPriceUsdPerMwh", "importAdderUsdPerMwh", "touEnergyCharge", "energyTiers"];
const ON_EXPORT = ["exportPriceUsdPerMwh", "exportFeeUsdPerMwh", "touExportPrice"];
const PART = "exportCredits";

export const exportCredits: TariffPart<typeof schema, typeof state> = {
  schema,
  state,

  declare({ offsets, leftShare, trueUp }, { exportCredits: before = { leftUsd: 0 } }, bill) {
    const { site, asset } = bill;
    checkPrices(bill);
    if (bill.netted.length > 0)
      site.fault(asset, PART, "exportCredits beside netMetering", "credits in USD or in MWh", "leave one of them out");
    const counted = offsetCharges(offsets, bill);
    const earned = bill.charges.filter(({ part }) => ON_EXPORT.includes(part));
    // Equal money may stand in an early month's bank or a later one's.
    bill.isToSettle = true;
    if (before.leftUsd > 0)
      site.addConstantCost(asset, "worth of export credits left", "valuation", leftShare * before.leftUsd);
    let previous: ColumnBlock | undefined;
    let previousUsd: (solved: SolvedSite) => number = () => before.leftUsd;
    const months = bill.months.map((month, i) => {
      const { label, from, to } = month;
      const own = counted.filter((charge) => charge.label === label);
      const exported = earned.filter((charge) => charge.label === label);
      const roomUsd = before.roomUsd?.[label] ?? 0;
      const broughtUsd = i === 0 ? before.leftUsd : 0;
      const fixedUsd = own.reduce((usd, { constantUsd, alreadyUsd }) => usd + constantUsd - alreadyUsd, roomUsd);
      const bank = site.addColumn(asset, `exportCreditUsd ${label}`, { unit: "USD" });
      const least = site.addRow(asset, `export credits left ${label}`, {
        unit: "USD",
        lower: broughtUsd - fixedUsd,
        from,
      });
      const most = site.addRow(asset, `export credits at hand ${label}`, { unit: "USD", upper: broughtUsd, from });
      for (const row of [least, most]) {
        site.addShared(row, bank, 1);
        if (previous) site.addShared(row, previous, -1);
        // What export earns is a negative charge.
        for (const { columns, usdPerUnit } of exported) if (columns) site.addSum(row, columns, usdPerUnit, from, to);
      }
      for (const { columns, usdPerUnit } of own)
        if (columns) site.addSum(least, columns, usdPerUnit, ...(columns.perInterval ? [from, to] : []));
      const broughtForwardUsd = previousUsd;
      const atHandUsd = (solved: SolvedSite) =>
        broughtForwardUsd(solved) - exported.reduce((usd, charge) => usd + chargeUsd(charge, solved), 0);
      const offsetUsd = (solved: SolvedSite) => own.reduce((usd, charge) => usd + chargeUsd(charge, solved), roomUsd);
      const leftUsd = (solved: SolvedSite) => Math.max(0, atHandUsd(solved) - offsetUsd(solved));
      const paidShare =
        trueUp && bill.reachesEndOf(month) && (month.month % 12) + 1 === trueUp.month ? trueUp.paidShare : undefined;
      if (previous) bill.month(PART, month, "export credits brought forward", previous, -1);
      bill.month(PART, month, "export credits carried over", bank, 1, { constantUsd: -broughtUsd, settled: leftUsd });
      if (paidShare !== undefined) {
        bill.month(PART, month, "export credits paid out", bank, -paidShare);
        previous = undefined;
        previousUsd = () => 0;
      } else {
        previous = bank;
        previousUsd = leftUsd;
      }
      return {
        label,
        leftUsd: previousUsd,
        roomUsd: (solved: SolvedSite) => Math.max(0, offsetUsd(solved) - atHandUsd(solved)),
      };
    });
    if (previous) site.addCost(previous, "worth of export credits left", "valuation", -leftShare);
    return (solved) => {
      const last = months[months.length - 1];
      return {
        exportCredits: {
          leftUsd: last.leftUsd(solved),
          roomUsd: {
            ...before.roomUsd,
            ...Object.fromEntries(months.map(({ label, roomUsd }) => [label, roomUsd(solved)])),
          },
        },
      };
    };
  },
};

/** Charges and earnings below 0 would make credits of import, or debts of export. */
function checkPrices({ site, asset, energyUsdPerMwh, exportUsdPerMwh }: Bill): void {
  const [price, sold] = [energyUsdPerMwh.findIndex((usd) => usd < 0), exportUsdPerMwh.findIndex((usd) => usd < 0)];
  if (price >= 0)
    site.fault(
      asset,
      PART,
      `a price of import of ${energyUsdPerMwh[price]} USD/MWh in interval ${price}`,
      "0 or more where credits offset charges",
      "leave exportCredits out, or correct the price",
    );
  if (sold >= 0)
    site.fault(
      asset,
      PART,
      `a price of export of ${exportUsdPerMwh[sold]} USD/MWh in interval ${sold}, fee taken off`,
      "0 or more where export earns credits",
      "leave exportCredits out, or correct the price",
    );
}

function offsetCharges(offsets: readonly string[] | undefined, { site, asset, charges }: Bill): readonly Charge[] {
  const own = charges.filter(({ part, kind }) => kind !== "expected" && !ON_EXPORT.includes(part));
  const parts = [...new Set(own.map(({ part }) => part))];
  offsets?.forEach((part, i) => {
    if (!parts.includes(part))
      site.fault(asset, `${PART}.offsets[${i}]`, `"${part}"`, `one of ${parts.join(", ")}`, "correct or remove it");
  });
  return own.filter(({ part }) => (offsets ?? ON_ENERGY).includes(part));
}
