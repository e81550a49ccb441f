/**
 * `wattsplit/finance`: what debt a site carries, and what a lender sees. Pure functions on lines of cash; they run
 * after dispatch, and without a plan as well. No advice and no tax opinion.
 */
export { financeSite } from "./finance/finance-site.ts";
export type { FinanceInput } from "./finance/finance-input.ts";
export type { FinanceCase, FinanceRatios, FinanceResult, FundsLine, StressResult } from "./finance/finance-result.ts";
export type { Breach, BreachKind } from "./finance/breaches.ts";
export type { CashDriver, CashKind, CashLine, ServedStream } from "./finance/cash-line.ts";
export type { CashFlow, Money } from "./finance/cash-flow.ts";
export type { FinancePeriods, PeriodLength } from "./finance/periods.ts";
export { ledgerCashLines } from "./finance/ledger-lines.ts";
export type { LedgerLines, LedgerLinesOptions } from "./finance/ledger-lines.ts";
export { projectLine, regroupLines } from "./finance/project-line.ts";
export type { ProjectionInput } from "./finance/project-line.ts";
export { escalatingLease, leaseLine } from "./finance/escalating-lease.ts";
export type { EscalatingLease, EscalatingLeaseInput, LeaseLineInput } from "./finance/escalating-lease.ts";
export { hashpriceForward, hashpriceFuture } from "./finance/hashprice-hedge.ts";
export type { HashpriceForward, HashpriceForwardInput, HashpriceFuture } from "./finance/hashprice-hedge.ts";
export { treasury } from "./finance/treasury.ts";
export type { Treasury, TreasuryInput } from "./finance/treasury.ts";
export { exceedance } from "./finance/exceedance.ts";
export { usualStresses } from "./finance/stress.ts";
export type { Stress } from "./finance/stress.ts";
export type { TaxInput, TaxRules } from "./finance/tax-account.ts";
export type { DepreciatedAsset, DepreciationMethod } from "./finance/depreciation.ts";
export { macrsTables } from "./finance/depreciation.ts";
export type { LoanConditions, LoanConditionsInput } from "./finance/loan-conditions.ts";
export type { Waterfall } from "./finance/waterfall.ts";
export type { DebtCash } from "./finance/debt-account.ts";
export { sculptDebt } from "./finance/debt/sculpting.ts";
export type { SculptedDebt, SculptInput, TargetDscr } from "./finance/debt/sculpting.ts";
export type { LoanSizing, SculptedLoan } from "./finance/debt/sculpted-loan.ts";
export type { Debt } from "./finance/debt/any-debt.ts";
export type { DebtSchedule } from "./finance/debt/debt-schedule.ts";
export type { LoanTerms } from "./finance/debt/loan-life.ts";
export type { Repayment, TermLoan } from "./finance/debt/term-loan.ts";
export { makeWhole } from "./finance/debt/notes.ts";
export type { MakeWhole, MakeWholeInput, SeniorNotes } from "./finance/debt/notes.ts";
export { conversion } from "./finance/debt/convertible.ts";
export type { Conversion, ConversionInput, ConvertibleNotes } from "./finance/debt/convertible.ts";
export type { EquipmentLoan, EquipmentSchedule } from "./finance/debt/equipment-loan.ts";
export { headroom, lifeCoverage, serviceCoverage } from "./finance/ratios/coverage.ts";
export type { CoverageInput, LifeCoverageInput, ServiceCoverage } from "./finance/ratios/coverage.ts";
export { internalReturn } from "./finance/ratios/internal-return.ts";
export type { InternalReturn } from "./finance/ratios/internal-return.ts";
export {
  annuityValue,
  modifiedReturn,
  netPresentValue,
  paybackPeriods,
  weightedCostOfCapital,
} from "./finance/ratios/present-value.ts";
export { debts2026_11, irenCappedCall, leases2026_11 } from "./finance/presets.ts";
export type { DebtPreset, LeasePreset } from "./finance/presets.ts";
export { financeWorkbook } from "./finance/workbook/finance-workbook.ts";
export { financeCsv, financeRecords } from "./finance/finance-records.ts";
export type { FinanceRecord } from "./finance/finance-records.ts";
export { FinanceInputError, MissingPackageError } from "./errors.ts";
export type { PlanInputFault } from "./errors.ts";
