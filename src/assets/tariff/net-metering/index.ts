/**
 * Net metering in kWh: exported energy is not sold, it offsets energy imported in the same month and period, and what
 * is left is carried to later months as a credit in MWh. With import_{m,p} and export_{m,p} the energy of month m in
 * period p (share_{t,p} of interval t, see `time-of-use.ts`; one period of all hours without schedules), and p_{m,p}
 * its price of import:
 *
 *     offset_{m,p} <= room_{m,p} + import_{m,p}            room: imported before the plan and not offset yet
 *     credit_{m,p}  = credit_{m-1,p} + export_{m,p} - offset_{m,p},         credit_{m,p} >= 0
 *     cost          = - p_{m,p} offset_{m,p}               beside the price of all import, in its own items
 *     cost         -= trueUp.usdPerMwh credit_{m,p}        after `trueUp.month`, when credits end
 *     cost         -= leftUsdPerMwh (credit at the plan's end - at its start)        of kind `valuation`
 *
 * A utility offsets as much as it can each month. The program does where no later month pays more for a credit, so
 * prices that rise from month to month within a plan are refused. `energyTiers` count the volume net of what is offset.
 * Demand is metered on import as ever. Sources: the `dgrules` of the Utility Rate Database ("Net Metering"), and SAM's
 * net energy metering with a rollover of kWh within a time-of-use period (NREL, utilityrate5).
 */
import type { ColumnBlock } from "../../../model/block.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import { keyName, number, type Resolved, strictObject, z } from "../../fields/fields.ts";
import { quantity } from "../../fields/quantities.ts";
import { scaled, weightedSum } from "../../fields/series.ts";
import type { Bill } from "../bill/bill.ts";
import { byMonth } from "../demand/metered-demand.ts";
import { checkSchedules, periodShares, schedules } from "../schedule/time-of-use.ts";
import type { TariffPart } from "../tariff-part.ts";
import { CreditWorth } from "./credit-worth.ts";
import { periodPrices } from "./period-prices.ts";

const credit = (description: string) => number(quantity.costUsdPerMwh, description);

const schema = strictObject({
  leftUsdPerMwh: credit(
    "Worth of a MWh of credit left at the plan's end: the price of import it will save, or 0 where it will be lost",
  ).optional(),
  periods: z
    .record(keyName(), strictObject({ leftUsdPerMwh: credit("Worth of a MWh of its credit left at the plan's end") }))
    .optional()
    .describe("In place of leftUsdPerMwh: periods of the schedules that are netted each by itself"),
  weekday: schedules.weekday.optional(),
  weekend: schedules.weekend.optional(),
  trueUp: strictObject({
    month: z.int().min(1).max(12).describe("Last calendar month of the credit year"),
    usdPerMwh: credit("Paid for a MWh of credit left then; the rest of its worth is lost").default(0),
  })
    .optional()
    .describe("When credits end; default they do not"),
});

const volumes = () => z.record(keyName(), number(quantity.energyMwh));

const state = {
  netMetering: strictObject({
    creditMwh: volumes().describe("Credits left, by period; `all` without periods"),
    roomMwh: byMonth(volumes()).optional().describe("By month and period: imported so far and not offset"),
  }).optional(),
};

type Spec = Resolved<z.output<typeof schema>>;

const PART = "netMetering";
const ALL = "all";

export const netMetering: TariffPart<typeof schema, typeof state> = {
  schema,
  state,

  check({ leftUsdPerMwh, periods, weekday, weekend }, { netMetering: before }, report) {
    if ((leftUsdPerMwh === undefined) === !periods)
      report(
        "leftUsdPerMwh",
        periods ? "leftUsdPerMwh and periods" : "nothing",
        "leftUsdPerMwh, or periods with one each",
        periods ? "give one of them" : "give it, 0 where credits left at the plan's end will not be used",
      );
    if (periods && weekday !== undefined && weekend !== undefined)
      checkSchedules({ weekday, weekend }, periods, "periods", report);
    else if (periods || weekday !== undefined || weekend !== undefined) {
      const missing = !periods ? "periods" : weekday === undefined ? "weekday" : "weekend";
      report(missing, "nothing", "periods, weekday and weekend together", "give it, or leave all three out");
    }
    const names = Object.keys(periods ?? { [ALL]: {} });
    const given = { creditMwh: before?.creditMwh ?? {}, ...before?.roomMwh };
    for (const [field, byPeriod] of Object.entries(given)) {
      for (const period of Object.keys(byPeriod).filter((name) => !names.includes(name)))
        report(`initialState.${PART}`, `"${period}" in ${field}`, `one of ${names.join(", ")}`, "correct or remove it");
    }
  },

  declare(spec, { netMetering: before = { creditMwh: {} } }, bill) {
    const { site, asset, importMw, exportMw } = bill;
    if (!exportMw) {
      bill.notice(`${PART} credits nothing, since no exportLimitMw is given.`);
      return undefined;
    }
    const { stepHours } = site.time;
    const paid = bill.exportUsdPerMwh.findIndex((usd) => usd > 0);
    if (paid >= 0)
      site.fault(
        asset,
        PART,
        `a price of export of ${bill.exportUsdPerMwh[paid]} USD/MWh in interval ${paid}, fee taken off`,
        "none: exported energy is credited in MWh, or sold",
        "leave out netMetering, or exportPriceUsdPerMwh and touExportPrice",
      );
    const periods = periodsOf(spec, bill);
    const worth = new CreditWorth(bill, PART);
    // Equal money may stand in an early month's credit or a later one's.
    bill.isToSettle = true;
    const banks = new Map<string, Bank>();
    const rooms: { label: string; period: string; mwh: (solved: SolvedSite) => number }[] = [];
    for (const month of bill.months) {
      const { label, from, to } = month;
      const usdPerMwh = periodPrices(bill, PART, periods, month);
      for (const { period, shares } of periods) {
        const within = shares.subarray(from, to);
        const rate = usdPerMwh.get(period);
        if (rate === undefined) continue;
        const name = `${period} ${label}`;
        const known = banks.get(period);
        const broughtMwh = known ? 0 : (before.creditMwh[period] ?? 0);
        const broughtForward = known?.mwh ?? (() => broughtMwh);
        const roomMwh = before.roomMwh?.[label]?.[period] ?? 0;
        const energy = scaled(shares, stepHours);
        const offset = site.addColumn(asset, `offsetMwh ${name}`, { unit: "MWh" });
        const bank = site.addColumn(asset, `creditMwh ${name}`, { unit: "MWh" });
        const most = site.addRow(asset, `energy to offset ${name}`, { unit: "MWh", lower: -roomMwh, from });
        site.addSum(most, importMw, energy, from, to);
        site.addShared(most, offset, -1);
        const row = site.addRow(asset, `credits ${name}`, { unit: "MWh", lower: broughtMwh, upper: broughtMwh, from });
        site.addShared(row, bank, 1);
        site.addShared(row, offset, 1);
        if (known?.column) site.addShared(row, known.column, -1);
        site.addSum(row, exportMw, scaled(energy, -1), from, to);
        const energyMwh = (solved: SolvedSite, columns: ColumnBlock) =>
          Math.max(0, weightedSum(solved.values(columns).subarray(from, to), within) * stepHours);
        const openMwh = (solved: SolvedSite) => roomMwh + energyMwh(solved, importMw);
        const atHandMwh = (solved: SolvedSite) => broughtForward(solved) + energyMwh(solved, exportMw);
        const offsetMwh = (solved: SolvedSite) => Math.min(openMwh(solved), atHandMwh(solved));
        const creditMwh = (solved: SolvedSite) => Math.max(0, atHandMwh(solved) - openMwh(solved));
        bill.month(PART, month, `net metering${period === ALL ? "" : ` ${period}`}`, offset, -rate, {
          settled: offsetMwh,
          detail: (solved) => ({ offsetMwh: offsetMwh(solved), creditMwh: creditMwh(solved) }),
        });
        bill.settleColumn(bank, creditMwh);
        bill.netted.push({ label, shares, offset, offsetMwh, roomMwh });
        rooms.push({ label, period, mwh: (solved) => Math.max(0, openMwh(solved) - offsetMwh(solved)) });
        worth.used(period, month, rate);
        banks.set(period, { column: bank, mwh: creditMwh });
      }
      for (const { period, shares } of periods) {
        const rate = usdPerMwh.get(period) ?? 0;
        for (let t = from; t < to; t++) bill.exportUsdPerMwh[t] += rate * shares[t];
      }
      if (spec.trueUp && (month.month % 12) + 1 === spec.trueUp.month && bill.reachesEndOf(month)) {
        const { usdPerMwh: paidUsdPerMwh } = spec.trueUp;
        for (const { period } of periods) {
          const leftMwh = before.creditMwh[period] ?? 0;
          const bank = banks.get(period) ?? {
            column: fixedCredit(bill, `${period} ${label}`, leftMwh),
            mwh: () => leftMwh,
          };
          if (paidUsdPerMwh > 0 && bank.column) {
            worth.paid(period, paidUsdPerMwh, "trueUp.usdPerMwh");
            const name = `net metering credits paid out${period === ALL ? "" : ` ${period}`}`;
            bill.month(PART, month, name, bank.column, -paidUsdPerMwh, { settled: bank.mwh });
          }
          worth.ended(period);
          banks.set(period, { column: undefined, mwh: () => 0 });
        }
      }
    }
    for (const { period, leftUsdPerMwh } of periods) {
      const bank = banks.get(period);
      if (!bank || leftUsdPerMwh === 0) continue;
      worth.paid(period, leftUsdPerMwh, spec.periods ? `periods["${period}"].leftUsdPerMwh` : "leftUsdPerMwh");
      bill.isNettingCarried = true;
      const item = "worth of net metering credits left";
      const startUsd = leftUsdPerMwh * (before.creditMwh[period] ?? 0);
      if (startUsd > 0) site.addConstantCost(asset, item, "valuation", startUsd);
      if (bank.column) site.addCost(bank.column, item, "valuation", -leftUsdPerMwh);
    }
    if (bill.months.length > 1) bill.isNettingCarried = true;
    return (solved) => ({
      netMetering: {
        creditMwh: {
          ...before.creditMwh,
          ...Object.fromEntries([...banks].map(([period, { mwh }]) => [period, mwh(solved)])),
        },
        roomMwh: roomAtEnd(before.roomMwh, rooms, solved),
      },
    });
  },
};

/** Credits of a period after the last month that has been declared. */
interface Bank {
  /** Undefined where they have just ended. */
  readonly column: ColumnBlock | undefined;
  readonly mwh: (solved: SolvedSite) => number;
}

/** Credits of a period in which the plan has no interval. */
function fixedCredit({ site, asset }: Bill, name: string, mwh: number): ColumnBlock {
  return site.addColumn(asset, `creditMwh ${name}`, { unit: "MWh", lower: mwh, upper: mwh });
}

/** The periods that are netted each by itself, or one of all hours. */
function periodsOf({ leftUsdPerMwh = 0, periods, weekday, weekend }: Spec, { site: { time } }: Bill) {
  if (!periods || weekday === undefined || weekend === undefined)
    return [{ period: ALL, leftUsdPerMwh, shares: new Float64Array(time.count).fill(1) }];
  const shares = periodShares({ weekday, weekend }, time);
  return Object.entries(periods).map(([period, own]) => ({
    period,
    leftUsdPerMwh: own.leftUsdPerMwh,
    shares: shares.get(period) ?? new Float64Array(time.count),
  }));
}

function roomAtEnd(
  before: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined,
  rooms: readonly { label: string; period: string; mwh: (solved: SolvedSite) => number }[],
  solved: SolvedSite,
): Record<string, Record<string, number>> {
  const found = Object.fromEntries(Object.entries(before ?? {}).map(([month, own]) => [month, { ...own }]));
  for (const { label, period, mwh } of rooms) (found[label] ??= {})[period] = mwh(solved);
  return found;
}
