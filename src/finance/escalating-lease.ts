/**
 * A lease with a yearly escalator. Press reports its sum over the term, so the first year follows:
 *
 *     T = B ((1 + i)^n - 1) / i    =>    B = T i / ((1 + i)^n - 1)
 */
import type { CashLine } from "./cash-line.ts";
import { Fields, MOST_USD } from "./input/fields.ts";
import {
  checkedPeriods,
  type FinancePeriods,
  monthNumber,
  monthsOf,
  periodOfMonth,
  periodsPerYear,
  readMonth,
} from "./periods.ts";

export interface EscalatingLeaseInput {
  /** Sum of the rent over the term, USD. Give either it or `firstYearUsd`. */
  readonly totalUsd?: number;
  /** Rent of the first year, USD. */
  readonly firstYearUsd?: number;
  readonly years: number;
  /** Rise of the rent per year as a share, e.g. 0.03. */
  readonly escalatorPerYear: number;
  /** Leased IT power, MW, for the rates per MW. */
  readonly itMw?: number;
}

export interface EscalatingLease {
  /** Rent of each year, USD. */
  readonly usdByYear: readonly number[];
  readonly firstYearUsd: number;
  readonly totalUsd: number;
  /** First year's rent per MW of IT power and year, USD; absent without `itMw`. */
  readonly usdPerItMwYear?: number;
  /** First year's rent per kW of IT power and month, USD; absent without `itMw`. */
  readonly usdPerKwMonth?: number;
}

/**
 * The rent of each year.
 *
 * @example
 * // Hut 8, Beacon Point, press figures: 9.8 bn USD over 15 years at +3 %, 352 MW of IT.
 * escalatingLease({ totalUsd: 9.8e9, years: 15, escalatorPerYear: 0.03, itMw: 352 }).usdPerKwMonth; // 124.74
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function escalatingLease(input: EscalatingLeaseInput): EscalatingLease {
  const fields = Fields.ofArgument("escalatingLease", input);
  const lease = readLease(fields);
  fields.close();
  fields.faults.throwIfAny();
  return lease;
}

function readLease(fields: Fields): EscalatingLease {
  const years = fields.number("years", { least: 1, most: 100, isWhole: true, unit: "years" });
  const rise = fields.number("escalatorPerYear", { above: -0.5, most: 0.5, unit: "share per year" });
  const amount = { above: 0, most: MOST_USD, unit: "USD" };
  if (fields.has("totalUsd") === fields.has("firstYearUsd")) {
    fields.fault("totalUsd", "either totalUsd or firstYearUsd", "give one of them");
  }
  const growth = rise === 0 ? years : Math.expm1(years * Math.log1p(rise)) / rise;
  const firstYearUsd = fields.has("totalUsd")
    ? fields.number("totalUsd", amount) / growth
    : fields.number("firstYearUsd", amount, 1);
  const itMw = fields.optionalNumber("itMw", { above: 0, most: 10_000, unit: "MW" });
  return {
    usdByYear: Array.from({ length: years }, (_, k) => firstYearUsd * (1 + rise) ** k),
    firstYearUsd,
    totalUsd: firstYearUsd * growth,
    ...(itMw !== undefined && {
      usdPerItMwYear: firstYearUsd / itMw,
      usdPerKwMonth: firstYearUsd / itMw / MONTHS_AND_KW,
    }),
  };
}

/** From USD per MW-year to USD per kW-month. */
const MONTHS_AND_KW = 12 * 1000;

export interface LeaseLineInput extends EscalatingLeaseInput {
  readonly name: string;
  /** First month of the rent, e.g. `2028-01`: the start of a period. */
  readonly from: string;
  /** Share of the rent that is left after the site's own costs of the lease (NOI margin). Default 1. */
  readonly noiMargin?: number;
}

/**
 * A lease as a contracted cash line: equal rent in the periods of a lease year. Rent outside of the periods is left
 * out.
 *
 * @throws FinanceInputError if an argument is not valid, or if `from` is not the start of a period.
 */
export function leaseLine(input: LeaseLineInput, periods: FinancePeriods): CashLine {
  const fields = Fields.ofArgument("leaseLine", input);
  const grid = checkedPeriods("periods", periods, fields.faults);
  const { usdByYear } = readLease(fields);
  const name = fields.text("name");
  const margin = fields.number("noiMargin", { least: 0, most: 1, unit: "share of the rent" }, 1);
  const from = readMonth(fields, "from");
  const perYear = periodsPerYear(grid);
  const first = periodOfMonth(grid, from);
  if ((monthNumber(from) - monthNumber(grid.start)) % monthsOf(grid.every) !== 0) {
    fields.fault(
      "from",
      `the first month of a period that starts in ${grid.start} and lasts a ${grid.every}`,
      "move it",
    );
  }
  fields.close();
  fields.faults.throwIfAny();
  const usd = Array.from({ length: grid.count }, (_, t) => {
    const year = Math.floor((t - first) / perYear);
    return t < first ? 0 : ((usdByYear[year] ?? 0) / perYear) * margin;
  });
  return { name, kind: "contracted", usd };
}
