/**
 * A sculpted loan of a finance model: drawn with the construction cost, repaid from operating cash. Per USD of loan,
 * with w_t its draws, W_t their sum to t, f the commitment fee and u the upfront fee,
 *
 *     interest during construction  = r * W_(t-1),      fees = f * (1 - W_(t-1)) and u at the first draw,
 *     debt service reserve account  = share of the unit schedule's next service
 *
 * All are linear in the loan D, so their sum is k D, and gearing on total uses has a closed form without iteration:
 *
 *     D + other debt <= g (cost + other financing cost + k D)   =>   D <= (g base - other debt) / (1 - g k)
 *
 * Whatever the gearing, debt never exceeds the construction cost.
 */
import type { Fields } from "../input/fields.ts";
import { MOST_USD } from "../input/fields.ts";
import type { StreamCash } from "../stream-cash.ts";
import { debtCapacity, readTargets, sculptedSchedule, sculptedService, type TargetDscr } from "./sculpting.ts";
import type { DebtSchedule } from "./debt-schedule.ts";
import { type LoanFrame, type LoanTerms, ratesOf, readLoanTerms, readTenor } from "./loan-life.ts";
import { upcomingService } from "./reserve-target.ts";

export interface SculptedLoan extends LoanTerms {
  /** Number of periods of repayment, from the first period of operation. */
  readonly repaymentPeriods: number;
  readonly targetDscr?: TargetDscr;
  /** Greatest debt, all loans together, as a share of the cost; at most 1. */
  readonly gearing: number;
  /** What gearing is a share of. Default `construction-cost`; `total-uses` adds interest, fees and reserve. */
  readonly gearingOn?: "construction-cost" | "total-uses";
  /** What the site cost, USD, for a loan on a site that stands. Default: the capex before operation. */
  readonly costUsd?: number;
  /** Per year on what is committed and not drawn, as a share. Default 0. */
  readonly commitmentFeePerYear?: number;
}

export interface SculptedTerms extends Required<Omit<SculptedLoan, "costUsd">> {
  readonly targetDscr: Required<TargetDscr>;
  readonly costUsd: number | undefined;
}

export interface LoanSizing {
  readonly debtUsd: number;
  readonly limitedBy: "cash" | "gearing" | "no cash" | "no cost";
  /** What cash alone carries: cap_0, USD. */
  readonly capacityUsd: number;
  /** What gearing alone allows, USD. */
  readonly gearingLimitUsd: number;
  /** cap_t at the end of every period of the model, USD. */
  readonly capacityByPeriodUsd: readonly number[];
  /** S_t of every period of the model, USD. */
  readonly targetServiceUsd: readonly number[];
  readonly contractedUsd: readonly number[];
  readonly merchantUsd: readonly number[];
  /** Periods in which interest alone uses the whole service. */
  readonly interestBoundPeriods: readonly string[];
}

export function readSculptedLoan(fields: Fields, frame: LoanFrame): SculptedTerms {
  const terms = {
    ...readLoanTerms(fields),
    repaymentPeriods: readTenor(fields, "repaymentPeriods", frame.operationFrom, frame),
    targetDscr: readTargets(fields.optional("targetDscr")),
    gearing: fields.number("gearing", { least: 0, most: 1, unit: "debt as a share of cost" }),
    gearingOn: fields.choice("gearingOn", ["construction-cost", "total-uses"] as const, "construction-cost"),
    costUsd: fields.optionalNumber("costUsd", { least: 0, most: MOST_USD, unit: "USD" }),
    commitmentFeePerYear: fields.number("commitmentFeePerYear", { least: 0, most: 0.2, unit: "per year" }, 0),
  };
  fields.close();
  return terms;
}

export interface SizingSite {
  readonly frame: LoanFrame;
  readonly cash: StreamCash;
  /** Construction cost in each period, USD, positive; 0 in operation. */
  readonly constructionUsd: readonly number[];
  readonly otherDebts: readonly DebtSchedule[];
  /** Months of service in the reserve account. */
  readonly reserveMonths: number;
}

export function sizeSculptedLoan(
  terms: SculptedTerms,
  site: SizingSite,
): { readonly sizing: LoanSizing; readonly schedule: DebtSchedule } {
  const { frame, cash, otherDebts } = site;
  const { operationFrom: from } = frame;
  const { count } = frame.periods;
  const end = from + terms.repaymentPeriods;
  const rates = ratesOf(frame, terms.ratePerYear);
  const other = Array.from({ length: count }, (_, t) => otherDebts.reduce((sum, debt) => sum + debt.serviceUsd[t], 0));
  const service = sculptedService({ ...cash, targetDscr: terms.targetDscr, otherServiceUsd: other }).map((usd, t) =>
    t >= from && t < end ? usd : 0,
  );
  const { capacityUsd, interestBoundPeriods } = debtCapacity(service.slice(from, end), rates.slice(from, end));
  const gearingLimitUsd = Math.max(0, gearingLimit(terms, site, service, capacityUsd[0]));
  const debtUsd = Math.min(gearingLimitUsd, capacityUsd[0]);
  const sizing: LoanSizing = {
    debtUsd,
    limitedBy:
      capacityUsd[0] === 0
        ? "no cash"
        : gearingLimitUsd === 0
          ? "no cost"
          : debtUsd < capacityUsd[0]
            ? "gearing"
            : "cash",
    capacityUsd: capacityUsd[0],
    gearingLimitUsd,
    capacityByPeriodUsd: Array.from({ length: count }, (_, t) => capacityUsd[t + 1 - from] ?? 0),
    targetServiceUsd: service,
    contractedUsd: cash.contractedUsd,
    merchantUsd: cash.merchantUsd,
    interestBoundPeriods: interestBoundPeriods.map((t) => frame.labels[from + t]),
  };
  const draws = drawShares(site.constructionUsd, from);
  const repaid = sculptedSchedule(terms.name, service.slice(from, end), capacityUsd, debtUsd, rates.slice(from, end));
  return { sizing, schedule: placed(terms, frame, repaid, draws, debtUsd) };
}

/** Shares of the loan drawn in each period: with the cost, or at once before operation where nothing is built. */
function drawShares(constructionUsd: readonly number[], from: number): number[] {
  const cost = constructionUsd.reduce((sum, usd) => sum + usd, 0);
  return constructionUsd.map((usd, t) => (cost > 0 ? usd / cost : t === from - 1 ? 1 : 0));
}

/** The repayment schedule on the periods of the model, with draws and fees before it. */
function placed(
  terms: SculptedTerms,
  frame: LoanFrame,
  repaid: DebtSchedule,
  draws: readonly number[],
  debtUsd: number,
): DebtSchedule {
  const rates = ratesOf(frame, terms.ratePerYear);
  const drawnUsd = draws.map((part) => part * debtUsd);
  const openingUsd: number[] = [];
  const closingUsd: number[] = [];
  let balance = 0;
  for (let t = 0; t < frame.periods.count; t++) {
    const k = t - frame.operationFrom;
    openingUsd.push(k >= 0 ? (repaid.openingUsd[k] ?? 0) : balance);
    balance += drawnUsd[t];
    closingUsd.push(k >= 0 ? (repaid.closingUsd[k] ?? 0) : k === -1 ? debtUsd : balance);
  }
  const interestUsd = openingUsd.map((usd, t) => usd * rates[t]);
  const principalUsd = openingUsd.map((_, t) => repaid.principalUsd[t - frame.operationFrom] ?? 0);
  return {
    name: terms.name,
    openingUsd,
    drawnUsd,
    interestUsd,
    feesUsd: unitFees(terms, frame, draws).map((fee) => fee * debtUsd),
    principalUsd,
    convertedUsd: principalUsd.map(() => 0),
    closingUsd,
    serviceUsd: interestUsd.map((usd, t) => usd + principalUsd[t]),
    ratePerPeriod: rates,
  };
}

/** Fees of each period per USD of loan. */
function unitFees(terms: SculptedTerms, frame: LoanFrame, draws: readonly number[]): number[] {
  const first = draws.findIndex((part) => part > 0);
  const last = draws.findLastIndex((part) => part > 0);
  let drawn = 0;
  return draws.map((part, t) => {
    const commitment = t <= last && last > 0 ? (terms.commitmentFeePerYear / frame.perYear) * (1 - drawn) : 0;
    drawn += part;
    return commitment + (t === first ? terms.upfrontFee : 0);
  });
}

function gearingLimit(
  terms: SculptedTerms,
  { frame, constructionUsd, otherDebts, reserveMonths }: SizingSite,
  service: readonly number[],
  capacityUsd: number,
): number {
  const { operationFrom: from } = frame;
  const cost = terms.costUsd ?? constructionUsd.reduce((sum, usd) => sum + usd, 0);
  const before = (values: readonly number[]): number => values.slice(0, from).reduce((sum, usd) => sum + usd, 0);
  const otherDebt = otherDebts.reduce((sum, debt) => sum + before(debt.drawnUsd), 0);
  const room = cost - otherDebt;
  if (terms.gearingOn === "construction-cost" || capacityUsd === 0)
    return Math.min(room, terms.gearing * cost - otherDebt);
  const rate = terms.ratePerYear / frame.perYear;
  const draws = drawShares(constructionUsd, from);
  let [drawn, perUsd] = [0, 0];
  for (let t = 0; t < from; t++) {
    perUsd += rate * drawn;
    drawn += draws[t];
  }
  perUsd += before(unitFees(terms, frame, draws));
  perUsd += upcomingService(service, from - 1, reserveMonths, frame) / capacityUsd;
  const otherCost = otherDebts.reduce(
    (sum, debt) =>
      sum +
      before(debt.interestUsd) +
      before(debt.feesUsd) +
      upcomingService(debt.serviceUsd, from - 1, reserveMonths, frame),
    0,
  );
  const slope = 1 - terms.gearing * perUsd;
  const limit = slope > 0 ? (terms.gearing * (cost + otherCost) - otherDebt) / slope : Infinity;
  return Math.min(room, limit);
}
