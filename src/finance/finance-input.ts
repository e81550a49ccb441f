/** What `financeSite` takes, and how it is read. */
import type { CashLine } from "./cash-line.ts";
import { type Money, readLines, readMoney } from "./cash-flow.ts";
import { type Debt, readDebt } from "./debt/any-debt.ts";
import type { DebtSchedule } from "./debt/debt-schedule.ts";
import { type LoanFrame, loanFrame } from "./debt/loan-life.ts";
import { readSculptedLoan, type SculptedLoan, type SculptedTerms } from "./debt/sculpted-loan.ts";
import { Fields, ratePerYear } from "./input/fields.ts";
import { type LoanConditions, type LoanConditionsInput, readConditions } from "./loan-conditions.ts";
import { type FinancePeriods, readPeriods } from "./periods.ts";
import { readStress, type Stress } from "./stress.ts";
import { readTax, type TaxInput, type TaxRules } from "./tax-account.ts";

export interface FinanceInput {
  /** Default `site`. */
  readonly name?: string;
  readonly periods: FinancePeriods;
  /**
   * Number of periods before operation, at least 1: the first period is the one of the financial close, and debt
   * service starts after it. Default 1.
   */
  readonly constructionPeriods?: number;
  /** Real or nominal, once for all lines. */
  readonly money: Money;
  /** From a plan's ledger (`ledgerCashLines`), from contracts (`leaseLine`), or written by hand. */
  readonly lines: readonly CashLine[];
  /** Default: no tax. */
  readonly tax?: TaxInput;
  /** The loan that is sized on the cash. It ranks before `debts`. */
  readonly sculpted?: SculptedLoan;
  /** Debt whose amount is given, in the order of its rank. */
  readonly debts?: readonly Debt[];
  readonly conditions?: LoanConditionsInput;
  /** Return that owners ask for, per year, nominal and effective: for present value and cost of capital. */
  readonly discountRatePerYear: number;
  /** Default: no stress test; `usualStresses` has a list. */
  readonly stresses?: readonly Stress[];
}

/** A checked input. */
export interface FinanceModel {
  readonly name: string;
  readonly frame: LoanFrame;
  readonly money: Money;
  readonly lines: readonly CashLine[];
  readonly tax: TaxRules;
  readonly sculpted: SculptedTerms | undefined;
  readonly otherDebts: readonly DebtSchedule[];
  readonly conditions: LoanConditions;
  readonly discountRatePerYear: number;
  readonly stresses: readonly Stress[];
}

export function readFinanceInput(input: FinanceInput): FinanceModel {
  const fields = Fields.ofArgument("input", input);
  const periods = readPeriods(fields.object("periods"));
  const from = fields.number("constructionPeriods", { least: 1, most: 1200, isWhole: true, unit: "periods" }, 1);
  if (from >= periods.count)
    fields.fault("constructionPeriods", `fewer than the ${periods.count} periods`, "leave some for operation");
  const frame = loanFrame(periods, Math.min(from, Math.max(0, periods.count - 1)));
  const loan = fields.optional("sculpted");
  const sculpted = loan && readSculptedLoan(loan, frame);
  const otherDebts = fields.objects("debts").map((debt) => readDebt(debt, frame));
  const names = [...(sculpted ? [sculpted.name] : []), ...otherDebts.map(({ name }) => name)];
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i)
      fields.faults.add("input.debts", JSON.stringify(name), "a name of its own for each debt", "rename one");
  }
  const model: FinanceModel = {
    name: fields.text("name", "site"),
    frame,
    money: readMoney(fields.object("money")),
    lines: readLines(fields, periods.count),
    tax: readTax(fields.optional("tax"), frame),
    sculpted,
    otherDebts,
    conditions: readConditions(fields.optional("conditions"), frame, names),
    discountRatePerYear: fields.number("discountRatePerYear", ratePerYear),
    stresses: fields.objects("stresses").map((stress) => readStress(stress, frame)),
  };
  fields.close();
  fields.faults.throwIfAny();
  return model;
}
