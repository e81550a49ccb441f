/**
 * Depreciation for tax: straight line, or MACRS by its half-year tables (IRS Publication 946, table A-1). Shares are of
 * the basis and by tax year, from the year in which the asset is placed in service; they are spread evenly over the
 * periods that end in that year.
 */
import type { Fields } from "./input/fields.ts";
import { positiveUsd } from "./input/fields.ts";
import { calendarYearOf, type FinancePeriods } from "./periods.ts";
import { type LoanFrame, readPeriod } from "./debt/loan-life.ts";

/** Shares by tax year, half-year convention; MACRS-5 agrees with REopt's `financial.jl`. */
export const macrsTables = {
  "macrs-3": [0.3333, 0.4445, 0.1481, 0.0741],
  "macrs-5": [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576],
  "macrs-7": [0.1429, 0.2449, 0.1749, 0.1249, 0.0893, 0.0892, 0.0893, 0.0446],
  "macrs-15": [
    0.05, 0.095, 0.0855, 0.077, 0.0693, 0.0623, 0.059, 0.059, 0.0591, 0.059, 0.0591, 0.059, 0.0591, 0.059, 0.0591,
    0.0295,
  ],
} as const;

export type DepreciationMethod = keyof typeof macrsTables | "straight-line";

const METHODS = [...(Object.keys(macrsTables) as (keyof typeof macrsTables)[]), "straight-line"] as const;

export interface DepreciatedAsset {
  readonly name: string;
  /** Cost that is depreciated, USD. */
  readonly basisUsd: number;
  readonly method: DepreciationMethod;
  /** Tax years, for `straight-line`. */
  readonly years?: number;
  /** Period in which it is placed in service, by its label. Default: the first period of operation. */
  readonly inServiceIn?: string;
}

/** An asset on the periods of a model. */
export interface DepreciationSchedule {
  readonly name: string;
  readonly basisUsd: number;
  /** Share of the basis that is depreciated in each period. */
  readonly shareByPeriod: readonly number[];
}

export function readDepreciation(fields: Fields, frame: LoanFrame): DepreciationSchedule {
  const name = fields.text("name");
  const basisUsd = fields.number("basisUsd", positiveUsd);
  const method = fields.choice("method", METHODS);
  const years =
    method === "straight-line" || fields.has("years")
      ? fields.number("years", { least: 1, most: 60, isWhole: true, unit: "tax years" })
      : 1;
  if (method !== "straight-line" && fields.has("years")) {
    fields.fault("years", "no years beside a MACRS table", "remove it, or write straight-line");
  }
  const from = readPeriod(fields, "inServiceIn", frame, frame.operationFrom);
  fields.close();
  const shares = method === "straight-line" ? new Array<number>(years).fill(1 / years) : macrsTables[method];
  return { name, basisUsd, shareByPeriod: sharesByPeriod(frame.periods, from, shares) };
}

function sharesByPeriod(periods: FinancePeriods, from: number, shares: readonly number[]): number[] {
  const firstYear = calendarYearOf(periods, from);
  const yearOf = Array.from({ length: periods.count }, (_, t) => calendarYearOf(periods, t));
  const numPeriods = new Map<number, number>();
  for (let t = from; t < periods.count; t++) numPeriods.set(yearOf[t], (numPeriods.get(yearOf[t]) ?? 0) + 1);
  return yearOf.map((year, t) => (t < from ? 0 : (shares[year - firstYear] ?? 0) / (numPeriods.get(year) as number)));
}
