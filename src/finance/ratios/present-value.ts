/**
 * Discounting, and the ratios of an investment that need it. A list of cash starts now: its first entry is
 * undiscounted.
 */
import { Fields, ratePerYear, share, usd } from "../input/fields.ts";

/**
 * Net present value, USD: sum of cash_t / (1 + rate)^t, with t from 0. `ratePerPeriod` is a share per period.
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function netPresentValue(cashUsd: readonly number[], ratePerPeriod: number): number {
  const fields = Fields.ofArgument("netPresentValue", { cashUsd, ratePerPeriod });
  const cash = fields.series("cashUsd", undefined, usd);
  const rate = fields.number("ratePerPeriod", ratePerYear);
  fields.faults.throwIfAny();
  return presentValue(cash, rate);
}

/** As `netPresentValue`, unchecked. */
export function presentValue(cash: readonly number[], rate: number): number {
  let value = 0;
  for (let t = cash.length - 1; t >= 0; t--) value = cash[t] + value / (1 + rate);
  return value;
}

/**
 * Present value, USD, of `usdPerPeriod` paid at the end of each of `count` periods.
 *
 * @example
 * annuityValue(10, 0.06, 25); // 127.83
 */
export function annuityValue(usdPerPeriod: number, ratePerPeriod: number, count: number): number {
  const fields = Fields.ofArgument("annuityValue", { usdPerPeriod, ratePerPeriod, count });
  const amount = fields.number("usdPerPeriod", usd);
  const rate = fields.number("ratePerPeriod", ratePerYear);
  const periods = fields.number("count", { least: 0, most: 1200, isWhole: true });
  fields.faults.throwIfAny();
  return amount * (rate === 0 ? periods : -Math.expm1(-periods * Math.log1p(rate)) / rate);
}

/** The rate per period of an effective rate per year: (1 + rate)^(1 / periodsPerYear) - 1. */
export function effectiveRate(perYear: number, periods: number): number {
  return Math.expm1(Math.log1p(perYear) / periods);
}

/**
 * Weighted average cost of capital per year: debt share * debt rate * (1 - tax) + equity share * equity rate.
 *
 * @example
 * weightedCostOfCapital({ debtShare: 0.7, debtRatePerYear: 0.06, equityRatePerYear: 0.11, taxRate: 0.25 }); // 0.0645
 */
export function weightedCostOfCapital(input: {
  readonly debtShare: number;
  readonly debtRatePerYear: number;
  readonly equityRatePerYear: number;
  /** Default 0. */
  readonly taxRate?: number;
}): number {
  const fields = Fields.ofArgument("weightedCostOfCapital", input);
  const debtShare = fields.number("debtShare", share);
  const debtRate = fields.number("debtRatePerYear", ratePerYear);
  const equityRate = fields.number("equityRatePerYear", ratePerYear);
  const taxRate = fields.number("taxRate", share, 0);
  fields.close();
  fields.faults.throwIfAny();
  return debtShare * debtRate * (1 - taxRate) + (1 - debtShare) * equityRate;
}

/**
 * Modified internal rate of return per period: payments are discounted at `financeRate`, receipts are reinvested at
 * `reinvestRate` until the last period, both per period. Undefined if there is no payment or no receipt.
 */
export function modifiedReturn(
  cashUsd: readonly number[],
  financeRate: number,
  reinvestRate: number,
): number | undefined {
  const fields = Fields.ofArgument("modifiedReturn", { cashUsd, financeRate, reinvestRate });
  const cash = fields.series("cashUsd", undefined, usd);
  const finance = fields.number("financeRate", ratePerYear);
  const reinvest = fields.number("reinvestRate", ratePerYear);
  fields.faults.throwIfAny();
  const last = cash.length - 1;
  const paid = presentValue(
    cash.map((amount) => Math.max(0, -amount)),
    finance,
  );
  const received = cash.reduce((sum, amount, t) => sum + Math.max(0, amount) * (1 + reinvest) ** (last - t), 0);
  return paid === 0 || received === 0 || last === 0 ? undefined : (received / paid) ** (1 / last) - 1;
}

/** Sums this small, relative to the sum of the absolute amounts, are rounding. */
const ROUNDING_SHARE = 1e-14;

/**
 * Periods until the sum of cash, discounted at `ratePerPeriod` (default 0), stays at or above zero; interpolated within
 * the last one. Undefined if that does not happen. 0 if nothing is ever outstanding.
 */
export function paybackPeriods(cashUsd: readonly number[], ratePerPeriod = 0): number | undefined {
  const fields = Fields.ofArgument("paybackPeriods", { cashUsd, ratePerPeriod });
  const cash = fields.series("cashUsd", undefined, usd);
  const rate = fields.number("ratePerPeriod", ratePerYear);
  fields.faults.throwIfAny();
  let [sum, size] = [0, 0];
  let at: number | undefined = 0;
  for (const [t, amount] of cash.entries()) {
    const before = sum;
    const discounted = amount / (1 + rate) ** t;
    sum += discounted;
    size += Math.abs(discounted);
    if (sum < -ROUNDING_SHARE * size) at = undefined;
    else if (at === undefined) at = t - 1 + -before / discounted;
  }
  return at;
}
