import { describe, expect, it } from "vitest";
import { financeSite } from "../../src/finance/finance-site.ts";
import { smallSite } from "../support/finance-site.ts";

describe("ratios of a model", () => {
  it("rates per year are effective: a quarter's rate, four times compounded", () => {
    const quarters = [-100, ...new Array<number>(20).fill(9)];
    const { ratios } = financeSite({
      periods: { start: "2027-01", every: "quarter", count: 21 },
      money: { basis: "nominal" },
      lines: [
        { name: "build", kind: "capex", usd: quarters.map((usd) => Math.min(0, usd)) },
        { name: "lease", kind: "contracted", usd: quarters.map((usd) => Math.max(0, usd)) },
      ],
      discountRatePerYear: 0.1,
    });
    const quarter = (1 + ratios.siteReturn.rates[0]) ** 0.25 - 1;
    expect((9 * (1 - (1 + quarter) ** -20)) / quarter).toBeCloseTo(100, 8);
    const rate = 1.1 ** 0.25 - 1;
    expect(ratios.equityValueUsd).toBeCloseTo((9 * (1 - (1 + rate) ** -20)) / rate - 100, 9);
    expect(ratios.modifiedEquityReturn).toBeCloseTo(((9 * ((1 + rate) ** 20 - 1)) / rate / 100) ** (4 / 20) - 1, 9);
    expect(ratios.equityPaybackYears).toBeCloseTo(100 / 9 / 4, 9);
  });

  // 36 a year less 20 % of tax: 28.8, for 100.
  it("the return of the site is after the tax it would pay without debt", () => {
    const { ratios, waterfall } = financeSite(smallSite({ tax: { rate: 0.2, lossUseLimit: 1 } }));
    const rate = ratios.siteReturn.rates[0];
    expect((28.8 * (1 - (1 + rate) ** -5)) / rate).toBeCloseTo(100, 6);
    expect(ratios.weightedCostOfCapital).toBeCloseTo(ratios.debtShare * 0.08 * 0.8 + (1 - ratios.debtShare) * 0.12, 12);
    expect(waterfall.taxUsd[1]).toBeCloseTo(0.2 * (36 - 0.08 * waterfall.debts[0].closingUsd[0]), 9);
  });

  // The loan ends in 2031 (four years), the project in 2032: PLCR counts 36 more at 8 %.
  it("PLCR goes on after the loan", () => {
    const { ratios, waterfall } = financeSite(
      smallSite({ sculpted: { ...smallSite().sculpted!, repaymentPeriods: 4 } }),
    );
    const debt = waterfall.debts[0].closingUsd[0];
    expect((ratios.plcr ?? 0) - (ratios.llcr ?? 0)).toBeCloseTo(36 / 1.08 ** 5 / debt, 9);
    expect(ratios.coverage.averageWithoutLast).toBeCloseTo(ratios.coverage.average ?? 0, 9);
  });

  it("two loans are discounted at their weighted rate", () => {
    const debts = [{ kind: "term-loan", name: "b", ratePerYear: 0.12, amountUsd: 20, repaymentPeriods: 5 }] as const;
    const { ratios, waterfall } = financeSite(smallSite({ debts }));
    const [a, b] = waterfall.debts;
    let [factor, value] = [1, 0];
    for (let t = 1; t <= 5; t++) {
      factor *= 1 + (a.interestUsd[t] + b.interestUsd[t]) / (a.openingUsd[t] + b.openingUsd[t]);
      value += 36 / factor;
    }
    expect(ratios.llcr).toBeCloseTo(value / (a.closingUsd[0] + b.closingUsd[0]), 9);
  });
});
