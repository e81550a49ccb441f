/**
 * A month's bill is at least `usdPerMonth`. With bill_m = what the counted charges come to from the month's beginning
 * to the plan's end (before the plan: `initialState.bill`), and elapsed_m = the share of the month gone by then:
 *
 *     shortfall_m >= usdPerMonth elapsed_m - bill_m,   shortfall_m >= 0
 *     cost         = shortfall_m - shortfall charged before the plan
 *
 * While it binds, another MWh of import is free of what is counted, so that exporting it may pay: see the one meter in
 * `grid/index.ts`. A counted peak could then stand above the metered one at no cost; such columns are settled at what
 * was metered before the plan is read. Rejected: a shortfall a little cheaper (REopt), for its amount would be wrong by
 * that.
 *
 * A plan that ends inside a month accrues the minimum so far; the next one, given its `endState`, charges the
 * difference, so that a month in parts costs what it costs in one. Without a bill in the state, a plan that starts
 * inside a month takes it that the minimum was just reached so far.
 *
 * Counted by default: every charge on import of this connection but expected ones; not what export earns, which
 * `counts` may add. Peaks already set count by what the plan adds to them: the rest is in the bill so far.
 */
import type { SolvedSite } from "../../../model/solved-site.ts";
import { monthSharePassed, shareOfMonth } from "../../../time/local-clock.ts";
import { number, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import type { Bill } from "../bill/bill.ts";
import { chargeUsd, type Charge } from "../bill/charge.ts";
import { byMonth } from "../demand/metered-demand.ts";
import { startsInsideMonth } from "../demand/metered-interval.ts";
import type { TariffPart } from "../tariff-part.ts";

const schema = strictObject({
  usdPerMonth: number(quantity.usdPerMonth, "Least that is billed each calendar month"),
  counts: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Fields of the connection whose charges count; default all on import that are not expected"),
});

const state = {
  bill: byMonth(
    strictObject({
      usd: number(quantity.usd, "Counted charges of the month so far"),
      shortfallUsd: number(quantity.usd, "Of it charged so far to reach the minimum").default(0),
    }),
  )
    .optional()
    .describe("Charges of the month so far, e.g. { '2026-07': { usd: 41000, shortfallUsd: 0 } }"),
};

export const minimumBill: TariffPart<typeof schema, typeof state> = {
  schema,
  state,
  sized: ({ usdPerMonth }) => `minimumBill of ${usdPerMonth} USD a month`,

  // NB: counts what is in the bill by now: this part stands last in the list.
  declare({ usdPerMonth, counts }, { bill: before = {} }, bill) {
    const { site, asset } = bill;
    const { time } = site;
    const counted = countedCharges(counts, bill);
    bill.isToSettle = true;
    if (bill.isNettingCarried && counted.some(({ columns }) => bill.netted.some(({ offset }) => offset === columns)))
      site.fault(
        asset,
        PART,
        "a minimum that counts netMetering, whose credits are carried beyond the month",
        "one month with credits left worth 0: below the minimum a plan of least cost would save credits for later",
        "plan one month at a time with leftUsdPerMwh 0, or leave netMetering out of counts",
      );
    const first = bill.months[0];
    const unknown = !before[first.label] && startsInsideMonth(time);
    if (unknown)
      bill.notice(
        `the plan starts inside ${first.label} without its bill in initialState: the minimum is taken as ` +
          "reached so far.",
      );
    const months = bill.months.map((month) => {
      const { label, from, to } = month;
      const own = counted.filter((charge) => charge.label === label);
      const share = monthSharePassed(time, month.month, to);
      const reachedUsd = unknown && month === first ? usdPerMonth * (share - shareOfMonth(time, month)) : 0;
      const { usd: soFarUsd, shortfallUsd: chargedUsd } = before[label] ?? { usd: reachedUsd, shortfallUsd: 0 };
      const constantUsd = own.reduce((usd, { constantUsd: add, alreadyUsd }) => usd + add - alreadyUsd, soFarUsd);
      const row = site.addRow(asset, `minimum bill ${label}`, {
        unit: "USD",
        lower: usdPerMonth * share - constantUsd,
        from,
      });
      const column = site.addColumn(asset, `shortfallUsd ${label}`, { unit: "USD" });
      site.addShared(row, column, 1);
      for (const { columns, usdPerUnit } of own) {
        if (columns) site.addSum(row, columns, usdPerUnit, ...(columns.perInterval ? [from, to] : []));
      }
      const countedUsd = (solved: SolvedSite) => own.reduce((usd, charge) => usd + chargeUsd(charge, solved), soFarUsd);
      bill.month("minimumBill", month, "minimum bill", column, 1, {
        constantUsd: -chargedUsd,
        settled: (solved) => Math.max(0, usdPerMonth * share - countedUsd(solved)),
      });
      return { label, column, countedUsd };
    });
    return (solved) => ({
      bill: {
        ...before,
        ...Object.fromEntries(
          months.map(({ label, column, countedUsd }) => [
            label,
            { usd: countedUsd(solved), shortfallUsd: Math.max(0, solved.value(column)) },
          ]),
        ),
      },
    });
  },
};

const PART = "minimumBill";
const partsOf = (charges: readonly Charge[]) => [...new Set(charges.map(({ part }) => part))];

function countedCharges(counts: readonly string[] | undefined, bill: Bill): readonly Charge[] {
  const { site, asset, importMw, charges } = bill;
  const parts = partsOf(charges);
  if (!counts) {
    const own = charges.filter(
      ({ kind, columns }) => kind !== "expected" && (!columns?.perInterval || columns === importMw),
    );
    bill.notice(`minimumBill counts ${partsOf(own).join(", ")}.`);
    return own;
  }
  counts.forEach((part, i) => {
    if (!parts.includes(part))
      site.fault(asset, `minimumBill.counts[${i}]`, `"${part}"`, `one of ${parts.join(", ")}`, "correct or remove it");
  });
  return charges.filter(({ part }) => counts.includes(part));
}
