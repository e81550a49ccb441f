/**
 * What lenders ask for besides payment: reserve account, cash sweep, and covenants that lock cash up or are a default.
 */
import type { Fields } from "./input/fields.ts";
import { share } from "./input/fields.ts";
import { monthsOf } from "./periods.ts";
import type { LoanFrame } from "./debt/loan-life.ts";

export interface LoanConditionsInput {
  /** Months of debt service in the reserve account (DSRA). Default 0; 6 is usual. */
  readonly reserveMonths?: number;
  /** Share of the cash after service and reserve that repays debt early. Default 0. */
  readonly sweepShare?: number;
  /** Name of the debt the sweep repays. Default: the first one. */
  readonly sweepDebt?: string;
  /** Below this DSCR cash is not distributed but locked up. Default: no test. */
  readonly lockUpDscr?: number;
  /** Below this DSCR the loan is in default. Default: no test; unpaid service is always reported. */
  readonly defaultDscr?: number;
  /** Months over which the covenants take CFADS and service together. Default 12. */
  readonly lookBackMonths?: number;
}

export interface LoanConditions {
  readonly reserveMonths: number;
  readonly sweepShare: number;
  /** Index in the order of the debts. */
  readonly sweepDebt: number;
  /** 0 for no test. */
  readonly lockUpDscr: number;
  readonly defaultDscr: number;
  readonly lookBackPeriods: number;
}

export function readConditions(
  fields: Fields | undefined,
  frame: LoanFrame,
  debtNames: readonly string[],
): LoanConditions {
  if (!fields) {
    const none = { reserveMonths: 0, sweepShare: 0, sweepDebt: 0, lockUpDscr: 0, defaultDscr: 0 };
    return { ...none, lookBackPeriods: frame.perYear };
  }
  const months = fields.number("lookBackMonths", { least: 1, most: 60, isWhole: true, unit: "months" }, 12);
  const lookBackPeriods = months / monthsOf(frame.periods.every);
  if (!Number.isInteger(lookBackPeriods) && frame.periods.every !== "year") {
    fields.fault("lookBackMonths", `a multiple of ${monthsOf(frame.periods.every)} months`, "the tests are by period");
  }
  const range = { above: 0, most: 10, unit: "DSCR" };
  const conditions = {
    reserveMonths: fields.number("reserveMonths", { least: 0, most: 60, unit: "months" }, 0),
    sweepShare: fields.number("sweepShare", share, 0),
    sweepDebt: fields.has("sweepDebt") ? debtNames.indexOf(fields.text("sweepDebt")) : 0,
    lockUpDscr: fields.optionalNumber("lockUpDscr", range) ?? 0,
    defaultDscr: fields.optionalNumber("defaultDscr", range) ?? 0,
    lookBackPeriods: Math.max(1, Math.round(lookBackPeriods)),
  };
  if (conditions.sweepDebt < 0) {
    fields.fault(
      "sweepDebt",
      `the name of a debt: ${debtNames.join(", ") || "there is no debt"}`,
      "write it as in debts",
    );
  }
  if (conditions.lockUpDscr > 0 && conditions.defaultDscr > conditions.lockUpDscr) {
    fields.fault("defaultDscr", `at most lockUpDscr, ${conditions.lockUpDscr}`, "cash is locked up before a default");
  }
  fields.close();
  return conditions;
}
