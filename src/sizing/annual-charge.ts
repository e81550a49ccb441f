/**
 * What a unit costs by the year. With r the real rate, n the life in years and m the lead time in months:
 *
 *     r      = realPerYear, or (1 + nominalPerYear) / (1 + inflationPerYear) - 1                     (Fisher)
 *     CRF    = r / (1 - (1 + r)^-n), 1 / n where r = 0                         capital recovery factor, 1/year
 *     charge = capex (1 + r)^(m / 12) CRF + fixed O&M                                      USD per unit and year
 *
 * The factor (1 + r)^(m / 12) is interest during construction: the capex is spent m months before the unit runs. The
 * charge is level in real money, as the prices of the plan's year are; a nominal annuity would charge early years too
 * much. NB: the plan's year stands for every year of the life, with nothing that decays or escalates.
 */
import { type TimeGrid, yearSpans } from "../time/time-grid.ts";
import type { ChoiceSpec, RateSpec } from "./choice-schema.ts";

const MONTHS_PER_YEAR = 12;
const HOURS_PER_DAY = 24;
const MS_PER_DAY = 86_400_000;

/** The real rate of interest, 1/year. */
export function realRate(rate: RateSpec): number {
  return "realPerYear" in rate ? rate.realPerYear : (1 + rate.nominalPerYear) / (1 + rate.inflationPerYear) - 1;
}

/** Share of the capital to pay each year, so that capital and interest are paid after `years`. */
export function capitalRecoveryFactor(ratePerYear: number, years: number): number {
  if (ratePerYear === 0) return 1 / years;
  // NB: expm1 and log1p keep the digits of small rates.
  return ratePerYear / -Math.expm1(-years * Math.log1p(ratePerYear));
}

/** The yearly charge of each USD of capex, interest during construction included. */
export function chargePerCapexUsd({ lifeYears, leadTimeMonths }: ChoiceSpec, ratePerYear: number): number {
  return (1 + ratePerYear) ** (leadTimeMonths / MONTHS_PER_YEAR) * capitalRecoveryFactor(ratePerYear, lifeYears);
}

/**
 * The share of a year that the plan covers: each interval's part of its calendar year. A full calendar year has 1, leap
 * year or not.
 */
export function shareOfYear(time: TimeGrid): number {
  return yearSpans(time).reduce((share, { year, from, to }) => {
    const days = Math.round((Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / MS_PER_DAY);
    return share + ((to - from) * time.stepHours) / (days * HOURS_PER_DAY);
  }, 0);
}
