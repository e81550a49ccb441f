/**
 * What a lender measures. CFADS is cash available for debt service: income less operating cost, tax, capex of the
 * period and reserve payments.
 *
 *     DSCR_t = CFADS_t / (interest_t + principal_t)
 *     LLCR   = sum over the loan's life of CFADS_t / prod(1 + r_s), over the debt at its start
 *     PLCR   = the same over the project's life
 */
import { Fields, positiveUsd, ratePerYear, usd } from "../input/fields.ts";

export interface CoverageInput {
  /** Cash available for debt service in each period, USD. */
  readonly cfadsUsd: readonly number[];
  /** Interest and scheduled principal in each period, USD. */
  readonly serviceUsd: readonly number[];
}

export interface ServiceCoverage {
  /** DSCR of each period; undefined where no service is due. */
  readonly dscr: readonly (number | undefined)[];
  /** Least DSCR, and the index of its period; undefined if no service is ever due. */
  readonly minimum: { readonly dscr: number; readonly period: number } | undefined;
  /** Mean of the DSCRs. */
  readonly average: number | undefined;
  /** The same two without the last period of service, which lenders leave out because its balance is often small. */
  readonly minimumWithoutLast: { readonly dscr: number; readonly period: number } | undefined;
  readonly averageWithoutLast: number | undefined;
}

/** @throws FinanceInputError if the two lists differ in length or an amount is not valid. */
export function serviceCoverage(input: CoverageInput, lastPeriods = 1): ServiceCoverage {
  const fields = Fields.ofArgument("serviceCoverage", { ...fieldsOf(input), lastPeriods });
  const cfads = fields.series("cfadsUsd", undefined, usd);
  const service = fields.series("serviceUsd", cfads.length, positiveUsd);
  const numLast = fields.number("lastPeriods", { least: 0, most: 12, isWhole: true });
  fields.close();
  fields.faults.throwIfAny();
  return coverageOf(cfads, service, numLast);
}

/** As `serviceCoverage`, unchecked. `numLast` is the number of periods of service that count as the last year. */
export function coverageOf(cfads: readonly number[], service: readonly number[], numLast: number): ServiceCoverage {
  const dscr = cfads.map((cash, t) => (service[t] > 0 ? cash / service[t] : undefined));
  const due = dscr.flatMap((value, period) => (value === undefined ? [] : [{ dscr: value, period }]));
  const withoutLast = due.slice(0, Math.max(0, due.length - numLast));
  return {
    dscr,
    minimum: leastOf(due),
    average: meanOf(due),
    minimumWithoutLast: leastOf(withoutLast),
    averageWithoutLast: meanOf(withoutLast),
  };
}

/** Ratios this close are equal: of equal ones the first period is named. */
const SAME_WITHIN = 1e-12;

type Dscr = { readonly dscr: number; readonly period: number };

function leastOf(list: readonly Dscr[]): Dscr | undefined {
  const isLess = (one: Dscr, least: Dscr): boolean => one.dscr < least.dscr - SAME_WITHIN * Math.abs(least.dscr);
  return list.reduce<Dscr | undefined>((least, one) => (least && !isLess(one, least) ? least : one), undefined);
}

function meanOf(list: readonly Dscr[]): number | undefined {
  return list.length === 0 ? undefined : list.reduce((sum, { dscr }) => sum + dscr, 0) / list.length;
}

/**
 * Share of the cash that may be lost before it no longer covers `threshold` times the service: 1 - threshold / DSCR.
 * Undefined where there is no cash (a DSCR of 0 or less).
 */
export function headroom(dscr: number, threshold = 1): number | undefined {
  const fields = Fields.ofArgument("headroom", { dscr, threshold });
  const value = fields.number("dscr", { least: -1e9, most: 1e9 });
  const wanted = fields.number("threshold", { least: 0, most: 100 });
  fields.faults.throwIfAny();
  return headroomOf(value, wanted);
}

/** As `headroom`, unchecked. */
export function headroomOf(dscr: number, threshold: number): number | undefined {
  return dscr > 0 ? 1 - threshold / dscr : undefined;
}

export interface LifeCoverageInput {
  /** CFADS of the periods after the one at whose end the debt is measured, USD. */
  readonly cfadsUsd: readonly number[];
  /** Debt at that time, USD. */
  readonly debtUsd: number;
  /** The debt's rate per period: one, or one per period. */
  readonly ratePerPeriod: number | readonly number[];
}

/**
 * LLCR if `cfadsUsd` ends with the loan, PLCR if it ends with the project. Undefined if there is no debt.
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function lifeCoverage(input: LifeCoverageInput): number | undefined {
  const fields = Fields.ofArgument("lifeCoverage", input);
  const cfads = fields.series("cfadsUsd", undefined, usd);
  const debt = fields.number("debtUsd", positiveUsd);
  const rates = fields.scalarOrSeries("ratePerPeriod", cfads.length, ratePerYear);
  fields.close();
  fields.faults.throwIfAny();
  return debt === 0 ? undefined : discountedSum(cfads, rates) / debt;
}

/** Sum of cash_t / prod_(s <= t) (1 + r_s), USD. */
export function discountedSum(cash: readonly number[], rates: readonly number[]): number {
  let value = 0;
  for (let t = cash.length - 1; t >= 0; t--) value = (cash[t] + value) / (1 + rates[t]);
  return value;
}

/** The fields of an argument that is merged with others; anything but an object is reported by its missing fields. */
function fieldsOf(given: unknown): object {
  try {
    return typeof given === "object" && given !== null ? { ...given } : {};
  } catch {
    return {};
  }
}
