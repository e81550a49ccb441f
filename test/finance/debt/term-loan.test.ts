import { describe, expect, it } from "vitest";
import { termLoanSchedule } from "../../../src/finance/debt/term-loan.ts";
import { frame, read } from "../../support/finance-frame.ts";

const loan = (given: object, count = 4, every: "year" | "quarter" = "year") =>
  read({ name: "loan", ratePerYear: 0.1, repaymentPeriods: 3, ...given }, (fields) =>
    termLoanSchedule(fields, frame(count, every)),
  );

describe("a term loan", () => {
  // 100 at 10 % over 3 years: payment 100 * 0.1 * 1.331 / 0.331 = 40.2115.
  it("level payments", () => {
    const { serviceUsd, closingUsd, openingUsd, drawnUsd } = loan({ amountUsd: 100 });
    expect(drawnUsd).toEqual([100, 0, 0, 0]);
    expect(openingUsd[0]).toBe(0);
    for (const t of [1, 2, 3]) expect(serviceUsd[t]).toBeCloseTo(40.21148, 5);
    expect(closingUsd[3]).toBe(0);
  });

  it("level principal, bullet, and shares", () => {
    expect(loan({ amountUsd: 90, repayment: "level-principal" }).principalUsd).toEqual([0, 30, 30, 30]);
    expect(loan({ amountUsd: 90, repayment: "bullet" }).principalUsd).toEqual([0, 0, 0, 90]);
    expect(loan({ amountUsd: 100, principalShares: [0.2, 0.3, 0.5] }).principalUsd).toEqual([0, 20, 30, 50]);
  });

  // Delayed draw: 40 now, 60 a year later. Of 100, 60 are committed and not drawn in the second year: 1 % of 60, and
  // 1 % of 100 in the first, beside 2 % of 100 at the first draw.
  it("delayed draw with a commitment fee", () => {
    const debt = loan(
      { drawsUsd: [40, 60, 0, 0, 0], firstRepayment: "2029", commitmentFeePerYear: 0.01, upfrontFee: 0.02 },
      5,
    );
    expect(debt.feesUsd).toEqual([2 + 1, 0.6, 0, 0, 0]);
    expect(debt.interestUsd.slice(0, 3)).toEqual([0, 4, 10]);
    expect(debt.closingUsd[4]).toBe(0);
  });

  it("a quarter bears a quarter of the rate", () => {
    const delayed = { drawsUsd: [40, 60, 0, 0], firstRepayment: "2027-Q3", repaymentPeriods: 2 };
    const { feesUsd } = loan({ ...delayed, commitmentFeePerYear: 0.01 }, 4, "quarter");
    expect(feesUsd).toEqual([0.25, 0.15, 0, 0].map((usd) => expect.closeTo(usd, 12)));
    expect(loan({ amountUsd: 100 }, 4, "quarter").interestUsd[1]).toBeCloseTo(2.5, 12);
  });

  it.each([
    [{ amountUsd: 100, repaymentPeriods: 9 }, "at most 3 periods: the model ends with 2030"],
    [{ amountUsd: 100, drawsUsd: [1, 0, 0, 0] }, "either amountUsd or drawsUsd"],
    [{ amountUsd: 100, firstRepayment: "2027" }, "a period after the last draw, 2027"],
    [{ amountUsd: 100, firstRepayment: "2040" }, "a period from 2027 to 2030"],
    [{ amountUsd: 100, principalShares: [0.5, 0.2, 0.2] }, "shares with the sum 1"],
    [{ amountUsd: 0 }, "above 0"],
  ])("faults: %o", (given, words) => {
    expect(() => loan(given)).toThrow(words);
  });
});
