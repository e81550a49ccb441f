/** Where the money before operation comes from, and what it pays. The two sums are equal. */
import type { DebtSchedule } from "./debt/debt-schedule.ts";
import type { LoanFrame } from "./debt/loan-life.ts";
import type { FinanceCase, FundsLine } from "./finance-result.ts";

export function sourcesAndUses(
  { cashFlow, waterfall }: Pick<FinanceCase, "cashFlow" | "waterfall">,
  schedules: readonly DebtSchedule[],
  { operationFrom: from }: LoanFrame,
): { readonly sources: readonly FundsLine[]; readonly uses: readonly FundsLine[] } {
  const before = (values: readonly number[]): number => values.slice(0, from).reduce((sum, usd) => sum + usd, 0);
  const operating = before(waterfall.cfadsUsd);
  const capex = -before(cashFlow.usdByKind.capex);
  const interest = waterfall.debts.reduce((sum, debt) => sum + before(debt.interestUsd), 0);
  const repaid = waterfall.debts.reduce((sum, debt) => sum + before(debt.paidUsd), 0) - interest;
  const last = from - 1;
  const given = (lines: readonly FundsLine[]): FundsLine[] => lines.filter(({ usd }) => usd !== 0);
  return {
    sources: given([
      ...schedules.map(({ name, drawnUsd }) => ({ name, usd: before(drawnUsd) })),
      { name: "operating cash before operation", usd: Math.max(0, operating) },
      { name: "equity", usd: before(waterfall.equityUsd) },
    ]),
    uses: given([
      { name: "construction cost", usd: capex },
      { name: "operating loss before operation", usd: Math.max(0, -operating) },
      { name: "interest during construction", usd: interest },
      { name: "fees", usd: before(waterfall.feesUsd) },
      { name: "principal repaid before operation", usd: repaid },
      { name: "debt service reserve account", usd: waterfall.reserveAccountUsd[last] },
      { name: "cash drawn ahead of need", usd: waterfall.cashUsd[last] },
    ]),
  };
}
