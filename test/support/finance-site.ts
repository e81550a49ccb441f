import type { FinanceInput } from "../../src/finance/finance-input.ts";

/**
 * A hundred of construction in 2027, then five years of a lease and of rigs. Contracted cash 26 and merchant cash 10 a
 * year: S = 26 / 1.30 + 10 / 2.00 = 25.
 */
export function smallSite(more: Partial<FinanceInput> = {}): FinanceInput {
  return {
    name: "small",
    periods: { start: "2027-01", every: "year", count: 6 },
    money: { basis: "nominal" },
    lines: [
      { name: "shell", kind: "capex", usd: [-100, 0, 0, 0, 0, 0] },
      { name: "lease", kind: "contracted", usd: [0, 30, 30, 30, 30, 30] },
      { name: "staff", kind: "operations", usd: [0, -4, -4, -4, -4, -4], serves: "contracted" },
      { name: "mining", kind: "merchant", usd: [0, 18, 18, 18, 18, 18], driver: "hashprice" },
      { name: "power", kind: "power", usd: [0, -8, -8, -8, -8, -8], serves: "merchant", driver: "power-price" },
    ],
    sculpted: { name: "term loan", ratePerYear: 0.08, repaymentPeriods: 5, gearing: 0.8 },
    discountRatePerYear: 0.12,
    ...more,
  };
}
