/** A cash line over more periods, or by longer ones. */
import { type CashLine, readCashLine } from "./cash-line.ts";
import { Fields } from "./input/fields.ts";
import {
  type FinancePeriods,
  monthAt,
  monthText,
  type PeriodLength,
  periodLengths,
  periodOfMonth,
  periodsPerYear,
  readPeriods,
} from "./periods.ts";

export interface ProjectionInput {
  /** Amounts of one year, USD: as many as periods in a year. */
  readonly line: CashLine;
  /** Periods of the projected line. */
  readonly periods: FinancePeriods;
  /** First period with an amount, as an index. Default 0. */
  readonly from?: number;
  /** First period without an amount, as an index. Default: the number of periods. */
  readonly to?: number;
  /** Growth per year as a share: -0.2 is a fifth less in every year. Default 0. */
  readonly growthPerYear?: number;
}

/**
 * Repeats a year: the amount of a period is that of the year times (1 + growth)^(years since `from`).
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function projectLine(input: ProjectionInput): CashLine {
  const fields = Fields.ofArgument("projectLine", input);
  const periods = readPeriods(fields.object("periods"));
  const perYear = periodsPerYear(periods);
  const line = readCashLine(fields.object("line"), perYear);
  const from = fields.number("from", { least: 0, most: periods.count, isWhole: true }, 0);
  const to = fields.number("to", { least: from, most: periods.count, isWhole: true }, periods.count);
  const growth = fields.number("growthPerYear", { above: -1, most: 10, unit: "share per year" }, 0);
  fields.close();
  fields.faults.throwIfAny();
  const usd = Array.from({ length: periods.count }, (_, t) => {
    const k = t - from;
    return t < from || t >= to ? 0 : line.usd[k % perYear] * (1 + growth) ** Math.floor(k / perYear);
  });
  return { ...line, usd };
}

/**
 * Lines of months by quarter or year, lines of quarters by year; sums are unchanged. Periods follow the calendar year.
 *
 * @throws FinanceInputError if an argument is not valid, or if the periods would have to be divided.
 */
export function regroupLines(
  lines: readonly CashLine[],
  periods: FinancePeriods,
  every: PeriodLength,
): { readonly periods: FinancePeriods; readonly lines: readonly CashLine[] } {
  const fields = Fields.ofArgument("regroupLines", { lines, periods, every });
  const from = readPeriods(fields.object("periods"));
  const to = fields.choice("every", periodLengths);
  const given = fields.objects("lines", true).map((line) => readCashLine(line, from.count));
  if (periodsPerYear({ every: to }) > periodsPerYear(from)) {
    fields.fault("every", `${from.every} or longer`, "amounts cannot be divided");
  }
  const size = 12 / periodsPerYear({ every: to });
  const first = Math.floor(monthAt(from, 0) / size) * size;
  if (first % (12 / periodsPerYear(from)) !== monthAt(from, 0) % (12 / periodsPerYear(from))) {
    fields.fault("periods", "periods that begin with a quarter or year of the calendar", "move periods.start");
  }
  fields.faults.throwIfAny();
  const start = monthText(first);
  const endless: FinancePeriods = { start, every: to, count: 1 };
  const periodAt = Array.from({ length: from.count }, (_, t) => periodOfMonth(endless, monthText(monthAt(from, t))));
  const count = periodAt[from.count - 1] + 1;
  return {
    periods: { start, every: to, count },
    lines: given.map((line) => {
      const usd = new Array<number>(count).fill(0);
      for (const [t, amount] of line.usd.entries()) usd[periodAt[t]] += amount;
      return { ...line, usd };
    }),
  };
}
