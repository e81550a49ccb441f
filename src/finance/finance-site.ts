/**
 * From cash lines to the lender's case: cash flow, debt, waterfall, ratios, stress tests. It runs after dispatch and
 * changes no decision of it.
 */
import { breachesOf } from "./breaches.ts";
import { cashFlowOf, type CashFlow, nominalLines } from "./cash-flow.ts";
import type { DebtSchedule } from "./debt/debt-schedule.ts";
import { type LoanSizing, sizeSculptedLoan } from "./debt/sculpted-loan.ts";
import { type FinanceModel, readFinanceInput } from "./finance-input.ts";
import type { FinanceInput } from "./finance-input.ts";
import { financeNotices } from "./finance-notices.ts";
import type { FinanceCase, FinanceResult } from "./finance-result.ts";
import { financeRatios } from "./finance-ratios.ts";
import { loanToValueBreaches } from "./loan-to-value.ts";
import { sourcesAndUses } from "./sources-and-uses.ts";
import { streamCash } from "./stream-cash.ts";
import { stressedCash } from "./stress.ts";
import { unleveredTax } from "./tax-account.ts";
import { headroomOf } from "./ratios/coverage.ts";
import { runWaterfall } from "./waterfall.ts";

/**
 * Sizes the debt of a site on its cash, runs its cash flow and tests it under stress. Pure: the same input gives the
 * same answer, and a result is plain data.
 *
 * @throws FinanceInputError lists every fault of the input.
 */
export function financeSite(input: FinanceInput): FinanceResult {
  const model = readFinanceInput(input);
  const { frame, conditions, tax, discountRatePerYear, money } = model;
  const flow = cashFlowOf(frame.periods, nominalLines(model.lines, frame.periods, money));
  const taxUsd = unleveredTax(tax, flow.ebitdaUsd);
  const { sizing, schedules } = debtsOf(model, flow, taxUsd);
  const base = caseOf(model, flow, schedules);
  const stresses = model.stresses.map((stress) => {
    const { lines, detail } = stressedCash(stress, flow.lines, frame);
    const { cashFlow: _flow, ...result } = caseOf(model, cashFlowOf(frame.periods, lines), schedules);
    return { name: stress.name, detail, ...result };
  });
  const result = {
    version: 1 as const,
    name: model.name,
    periods: frame.labels,
    operationFrom: frame.operationFrom,
    periodsPerYear: frame.perYear,
    money,
    ...(sizing && { sizing }),
    schedules,
    ...sourcesAndUses(base, schedules, frame),
    tax,
    unleveredTaxUsd: taxUsd,
    conditions,
    discountRatePerYear,
    stresses,
    ...base,
  };
  return { ...result, notices: financeNotices(result) };
}

function debtsOf(
  model: FinanceModel,
  flow: CashFlow,
  taxUsd: readonly number[],
): { readonly sizing?: LoanSizing; readonly schedules: readonly DebtSchedule[] } {
  const { frame, sculpted, otherDebts, conditions } = model;
  if (!sculpted) return { schedules: otherDebts };
  const { operationFrom: from } = frame;
  const { sizing, schedule } = sizeSculptedLoan(sculpted, {
    frame,
    cash: streamCash(flow.lines, taxUsd, from),
    constructionUsd: flow.usdByKind.capex.map((usd, t) => (t < from ? -usd : 0)),
    otherDebts,
    reserveMonths: conditions.reserveMonths,
  });
  return { sizing, schedules: [schedule, ...otherDebts] };
}

function caseOf(model: FinanceModel, cashFlow: CashFlow, schedules: readonly DebtSchedule[]): FinanceCase {
  const { frame, conditions, tax } = model;
  const waterfall = runWaterfall({
    frame,
    ebitdaUsd: cashFlow.ebitdaUsd,
    capexUsd: cashFlow.usdByKind.capex,
    reserveUsd: cashFlow.usdByKind.reserve,
    tax,
    schedules,
    conditions,
  });
  const ratios = financeRatios(model, cashFlow, waterfall);
  const least = Math.min(...waterfall.testedDscr.filter((dscr) => dscr !== undefined));
  return {
    cashFlow,
    waterfall,
    ratios,
    breaches: [...breachesOf(waterfall, conditions, frame), ...loanToValueBreaches(schedules, frame)],
    headroom: least < Infinity ? headroomOf(least, conditions.defaultDscr || 1) : undefined,
  };
}
