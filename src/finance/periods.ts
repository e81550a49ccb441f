/**
 * The calendar of a cash flow: equal periods of calendar months. Every payment of a period is made at its end. The
 * first period is the one of the financial close, so debt that is drawn in it bears interest from the next one.
 */
import { Fields } from "./input/fields.ts";
import { type FaultList, plainData } from "./input/fault-list.ts";

export type PeriodLength = "month" | "quarter" | "year";

export interface FinancePeriods {
  /** First month of the first period, e.g. `2027-01`. */
  readonly start: string;
  readonly every: PeriodLength;
  /** Number of periods, at most 1,200. */
  readonly count: number;
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 };
export const periodLengths = Object.keys(MONTHS) as readonly PeriodLength[];
/** A hundred years of months. */
const MOST_PERIODS = 1200;

/** Months of a period of this length. */
export function monthsOf(every: PeriodLength): number {
  return MONTHS[every];
}

/** Periods of a year: 12, 4 or 1. */
export function periodsPerYear({ every }: Pick<FinancePeriods, "every">): number {
  return 12 / MONTHS[every];
}

/** Months since January of year 0 at the start of period `t`. */
export function monthAt({ start, every }: Pick<FinancePeriods, "start" | "every">, t: number): number {
  return monthNumber(start) + t * MONTHS[every];
}

/** Months since January of year 0 of `2027-01`. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/**
 * The period that contains a month, e.g. `2028-01`; below 0 or at least `count` if the month is outside of the periods.
 */
export function periodOfMonth(periods: FinancePeriods, month: string): number {
  return Math.floor((monthNumber(month) - monthNumber(periods.start)) / MONTHS[periods.every]);
}

/** The calendar year in which period `t` ends: the tax year of its income. */
export function calendarYearOf(periods: FinancePeriods, t: number): number {
  return Math.floor((monthAt(periods, t + 1) - 1) / 12);
}

/** Names of the periods: `2027-03`, `2027-Q1` or `2027`; other quarters and years are named by their months. */
export function periodLabels(periods: FinancePeriods): string[] {
  return Array.from({ length: periods.count }, (_, t) => labelOf(periods, t));
}

function labelOf(periods: FinancePeriods, t: number): string {
  const from = monthAt(periods, t);
  const year = monthText(from).slice(0, 4);
  if (periods.every === "month") return monthText(from);
  if (from % MONTHS[periods.every] !== 0) return `${monthText(from)} to ${monthText(monthAt(periods, t + 1) - 1)}`;
  return periods.every === "year" ? year : `${year}-Q${(from % 12) / 3 + 1}`;
}

export function readPeriods(fields: Fields): FinancePeriods {
  const every = fields.choice("every", periodLengths);
  const count = fields.number("count", { least: 1, most: MOST_PERIODS, isWhole: true });
  const start = readMonth(fields, "start");
  fields.close();
  return { start, every, count };
}

/** A month as `2027-01`. */
export function readMonth(fields: Fields, key: string): string {
  const month = fields.text(key);
  if (/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/u.test(month)) return month;
  if (month !== "") fields.fault(key, "a month such as 2027-01", "write year and month, with a hyphen");
  return "2000-01";
}

/** As `readPeriods`, for the argument of a public function. */
export function checkedPeriods(path: string, given: unknown, faults: FaultList): FinancePeriods {
  return readPeriods(new Fields(path, plainData(given, faults), faults));
}
