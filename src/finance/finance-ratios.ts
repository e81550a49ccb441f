import type { CashFlow } from "./cash-flow.ts";
import type { FinanceModel } from "./finance-input.ts";
import type { FinanceRatios } from "./finance-result.ts";
import { coverageOf, discountedSum } from "./ratios/coverage.ts";
import { internalReturn, type InternalReturn } from "./ratios/internal-return.ts";
import { effectiveRate, modifiedReturn, paybackPeriods, presentValue } from "./ratios/present-value.ts";
import { unleveredTax } from "./tax-account.ts";
import type { Waterfall } from "./waterfall.ts";

/** The ratios of one case. Rates per year are effective: (1 + rate per period)^(periods per year) - 1. */
export function financeRatios(model: FinanceModel, flow: CashFlow, cash: Waterfall): FinanceRatios {
  const { frame, tax, discountRatePerYear: discount } = model;
  const { operationFrom: from, perYear } = frame;
  const equity = cash.distributionsUsd.map((usd, t) => usd - cash.equityUsd[t]);
  const taxUsd = unleveredTax(tax, flow.ebitdaUsd);
  const site = flow.ebitdaUsd.map((usd, t) => usd - taxUsd[t] + flow.usdByKind.capex[t] + flow.usdByKind.reserve[t]);
  const debt = cash.debts.reduce((sum, { closingUsd }) => sum + closingUsd[from - 1], 0);
  const rates = weightedRates(cash, frame.periods.count);
  const lastOfDebt = cash.serviceDueUsd.findLastIndex((usd) => usd > 0);
  const life = (end: number): number | undefined =>
    debt > 0 ? discountedSum(cash.cfadsUsd.slice(from, end), rates.slice(from, end)) / debt : undefined;
  const equityPaid = cash.equityUsd.slice(0, from).reduce((sum, usd) => sum + usd, 0);
  const debtShare = debt > 0 ? debt / (debt + equityPaid) : 0;
  const perPeriod = effectiveRate(discount, perYear);
  const modified = modifiedReturn(equity, perPeriod, perPeriod);
  const payback = paybackPeriods(equity);
  return {
    coverage: coverageOf(cash.cfadsUsd, cash.serviceDueUsd, perYear),
    llcr: life(lastOfDebt + 1),
    plcr: life(frame.periods.count),
    equityReturn: yearly(internalReturn(equity), perYear),
    siteReturn: yearly(internalReturn(site), perYear),
    modifiedEquityReturn: modified === undefined ? undefined : perYearOf(modified, perYear),
    equityValueUsd: presentValue(equity, perPeriod),
    equityPaybackYears: payback === undefined ? undefined : payback / perYear,
    debtShare,
    weightedCostOfCapital: debtShare * rates[from] * perYear * (1 - tax.rate) + (1 - debtShare) * discount,
  };
}

function yearly(given: InternalReturn, perYear: number): InternalReturn {
  return { ...given, rates: given.rates.map((rate) => perYearOf(rate, perYear)) };
}

function perYearOf(rate: number, perYear: number): number {
  return Math.expm1(perYear * Math.log1p(rate));
}

/** Interest over balance of all debts together in each period; the last known rate once there is no balance. */
function weightedRates({ debts }: Waterfall, count: number): number[] {
  const rates: number[] = [];
  for (let t = 0; t < count; t++) {
    const opening = debts.reduce((sum, { openingUsd }) => sum + openingUsd[t], 0);
    const interest = debts.reduce((sum, { interestUsd }) => sum + interestUsd[t], 0);
    rates.push(opening > 0 ? interest / opening : (rates[t - 1] ?? 0));
  }
  return rates;
}
