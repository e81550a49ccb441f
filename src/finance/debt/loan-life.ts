/** When a loan is drawn, and when it is repaid; the fields that every loan of a finance model has. */
import type { Fields } from "../input/fields.ts";
import { ratePerYear } from "../input/fields.ts";
import { type FinancePeriods, periodLabels, periodsPerYear } from "../periods.ts";

export interface LoanTerms {
  readonly name: string;
  /** Interest per year as a share; a period bears it divided by the periods of a year. */
  readonly ratePerYear: number;
  /** Share of the amount, paid when it is first drawn. Default 0. */
  readonly upfrontFee?: number;
}

/** A loan placed on the periods of a model. */
export interface LoanFrame {
  readonly periods: FinancePeriods;
  readonly labels: readonly string[];
  /** Index of the first period of operation: principal is paid from here. */
  readonly operationFrom: number;
  readonly perYear: number;
}

export function loanFrame(periods: FinancePeriods, operationFrom: number): LoanFrame {
  return { periods, labels: periodLabels(periods), operationFrom, perYear: periodsPerYear(periods) };
}

export function readLoanTerms(fields: Fields): Required<LoanTerms> {
  return {
    name: fields.text("name"),
    ratePerYear: fields.number("ratePerYear", { ...ratePerYear, least: 0 }),
    upfrontFee: fields.number("upfrontFee", { least: 0, most: 0.5, unit: "share of the amount" }, 0),
  };
}

/** Rate of every period, from one rate per year. */
export function ratesOf(frame: LoanFrame, perYear: number): number[] {
  return new Array<number>(frame.periods.count).fill(perYear / frame.perYear);
}

/** The period named `key` by its label, e.g. `2028-Q1`; `fallback` if it is not given. */
export function readPeriod(fields: Fields, key: string, frame: LoanFrame, fallback?: number): number {
  if (!fields.has(key) && fallback !== undefined) return fallback;
  const label = fields.text(key);
  const found = frame.labels.indexOf(label);
  if (found >= 0) return found;
  if (label !== "") {
    const { labels } = frame;
    fields.fault(
      key,
      `a period from ${labels[0]} to ${labels[labels.length - 1]}`,
      "write it as the periods are named",
    );
  }
  return fallback ?? 0;
}

/** A list with `usd` at period `t` and 0 elsewhere. */
export function onceAt(t: number, usd: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i === t ? usd : 0));
}

/** The number of periods of repayment: from the field, at most to the last period of the model. */
export function readTenor(fields: Fields, key: string, first: number, frame: LoanFrame): number {
  const most = frame.periods.count - first;
  const tenor = fields.number(key, { least: 1, most: 1200, isWhole: true, unit: "periods" });
  if (tenor <= most) return tenor;
  fields.fault(
    key,
    `at most ${most} periods: the model ends with ${frame.labels[frame.labels.length - 1]}`,
    "extend periods.count or shorten the loan",
  );
  return most;
}
