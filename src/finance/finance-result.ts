import type { Breach } from "./breaches.ts";
import type { CashFlow, Money } from "./cash-flow.ts";
import type { DebtSchedule } from "./debt/debt-schedule.ts";
import type { LoanSizing } from "./debt/sculpted-loan.ts";
import type { LoanConditions } from "./loan-conditions.ts";
import type { ServiceCoverage } from "./ratios/coverage.ts";
import type { InternalReturn } from "./ratios/internal-return.ts";
import type { TaxRules } from "./tax-account.ts";
import type { Waterfall } from "./waterfall.ts";

/** An amount of the sources and uses of funds before operation, USD. */
export interface FundsLine {
  readonly name: string;
  readonly usd: number;
}

export interface FinanceRatios {
  /** DSCR of each period on its own; the covenants use the look-back. */
  readonly coverage: ServiceCoverage;
  /** LLCR and PLCR at the start of operation, all debts together; undefined without debt. */
  readonly llcr: number | undefined;
  readonly plcr: number | undefined;
  /** Return on equity: distributions less what owners pay in, per year, effective. */
  readonly equityReturn: InternalReturn;
  /** Return of the site without debt, after tax, per year, effective. */
  readonly siteReturn: InternalReturn;
  /** Modified return on equity at the discount rate, per year; undefined where nothing is paid in or received. */
  readonly modifiedEquityReturn: number | undefined;
  /** Net present value of the equity's cash at the discount rate, at the end of the first period, USD. */
  readonly equityValueUsd: number;
  /** Years until owners have their money back, undiscounted; undefined if they do not. */
  readonly equityPaybackYears: number | undefined;
  /** Debt over total uses at the start of operation. */
  readonly debtShare: number;
  /** With the discount rate as cost of equity, per year. */
  readonly weightedCostOfCapital: number;
}

/** A site with its debt under one set of assumptions. */
export interface FinanceCase {
  readonly cashFlow: CashFlow;
  readonly waterfall: Waterfall;
  readonly ratios: FinanceRatios;
  readonly breaches: readonly Breach[];
  /**
   * Least share of CFADS that may be lost before the default covenant (1.00 without one) is breached; negative where it
   * is breached. Undefined without debt service, and where a period with service has no cash: see `breaches`.
   */
  readonly headroom: number | undefined;
}

export interface StressResult extends Omit<FinanceCase, "cashFlow"> {
  readonly name: string;
  /** What was changed, in a sentence. */
  readonly detail: string;
}

export interface FinanceResult extends FinanceCase {
  readonly version: 1;
  readonly name: string;
  /** Labels of the periods. */
  readonly periods: readonly string[];
  /** Index of the first period of operation. */
  readonly operationFrom: number;
  readonly periodsPerYear: number;
  readonly money: Money;
  /** Absent without a sculpted loan. */
  readonly sizing?: LoanSizing;
  /** As planned, in the order of their rank. */
  readonly schedules: readonly DebtSchedule[];
  readonly sources: readonly FundsLine[];
  readonly uses: readonly FundsLine[];
  readonly tax: TaxRules;
  /** Tax without debt, which the debt is sized on, USD. */
  readonly unleveredTaxUsd: readonly number[];
  readonly conditions: LoanConditions;
  readonly discountRatePerYear: number;
  readonly stresses: readonly StressResult[];
  /** Rules applied, and what of the answer may mislead. */
  readonly notices: readonly string[];
}
