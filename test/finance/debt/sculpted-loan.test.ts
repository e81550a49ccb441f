import { describe, expect, it } from "vitest";
import { readSculptedLoan, sizeSculptedLoan, type SizingSite } from "../../../src/finance/debt/sculpted-loan.ts";
import { frame, read } from "../../support/finance-frame.ts";

/** Two periods of construction, 60 and 40, then two of 13 contracted cash. */
const on = frame(5, "year", 2);
const site: SizingSite = {
  frame: on,
  cash: { contractedUsd: [0, 0, 13, 13, 13], merchantUsd: [0, 0, 0, 0, 0] },
  constructionUsd: [60, 40, 0, 0, 0],
  otherDebts: [],
  reserveMonths: 0,
};
const terms = (more: object = {}) =>
  read({ name: "l", ratePerYear: 0.1, repaymentPeriods: 2, gearing: 0.5, ...more }, (fields) =>
    readSculptedLoan(fields, on),
  );

describe("a sculpted loan in a model", () => {
  // S = 10, 10 and no more: 10 / 1.1 + 10 / 1.21 = 17.3554; drawn 60 % and 40 %.
  it("is drawn with the cost and repaid within its tenor", () => {
    const { sizing, schedule } = sizeSculptedLoan(terms(), site);
    expect(sizing.debtUsd).toBeCloseTo(17.355372, 6);
    expect(sizing.targetServiceUsd).toEqual([0, 0, 10, 10, 0]);
    expect(sizing.capacityByPeriodUsd).toEqual([0, 17.355372, 9.090909, 0, 0].map((usd) => expect.closeTo(usd, 5)));
    expect(schedule.drawnUsd.slice(0, 3)).toEqual([0.6 * sizing.debtUsd, 0.4 * sizing.debtUsd, 0]);
    expect(schedule.openingUsd[2]).toBeCloseTo(sizing.debtUsd, 12);
    expect(schedule.interestUsd[1]).toBeCloseTo(0.06 * sizing.debtUsd, 12);
    expect(schedule.closingUsd.slice(3)).toEqual([0, 0]);
    for (const [t, usd] of schedule.closingUsd.entries()) {
      expect(usd).toBeCloseTo(schedule.openingUsd[t] + schedule.drawnUsd[t] - schedule.principalUsd[t], 9);
    }
  });

  it("gearing 0 lends nothing, and says so", () => {
    expect(sizeSculptedLoan(terms({ gearing: 0 }), site).sizing).toMatchObject({ debtUsd: 0, limitedBy: "no cost" });
  });

  it("where financing cost exceeds what gearing adds, the cost is the limit", () => {
    const rich = { ...site, cash: { ...site.cash, contractedUsd: [0, 0, 1e4, 1e4, 0] } };
    expect(sizeSculptedLoan(terms({ gearing: 1, gearingOn: "total-uses", upfrontFee: 0.5 }), rich).sizing.debtUsd).toBe(
      100,
    );
    // D <= 0.5 (100 + k D), k = 0.1 x 0.6 + 0.02: D = 50 / (1 - 0.04).
    const geared = sizeSculptedLoan(terms({ gearingOn: "total-uses", upfrontFee: 0.02 }), rich);
    expect(geared.sizing.debtUsd).toBeCloseTo(50 / 0.96, 9);
    expect(geared.sizing.limitedBy).toBe("gearing");
  });

  it("where nothing is built, the loan is drawn at once before operation", () => {
    const standing = { ...site, constructionUsd: [0, 0, 0, 0, 0] };
    const { schedule, sizing } = sizeSculptedLoan(
      terms({ costUsd: 100, upfrontFee: 0.02, commitmentFeePerYear: 0.01 }),
      standing,
    );
    expect(schedule.drawnUsd).toEqual([0, sizing.debtUsd, 0, 0, 0]);
    expect(schedule.openingUsd.slice(0, 3)).toEqual([0, 0, sizing.debtUsd]);
    // 1 % of what is committed in both periods, and 2 % at the draw.
    expect(schedule.feesUsd.slice(0, 2)).toEqual(
      [0.01 * sizing.debtUsd, 0.03 * sizing.debtUsd].map((usd) => expect.closeTo(usd, 9)),
    );
  });

  it("a cost that is given takes the place of the construction", () => {
    const rich = { ...site, cash: { ...site.cash, contractedUsd: [0, 0, 1e4, 1e4, 0] } };
    expect(sizeSculptedLoan(terms({ costUsd: 40 }), rich).sizing.debtUsd).toBe(20);
    expect(() => terms({ gearing: 1.2 })).toThrow("at most 1");
    expect(() => terms({ gearingOn: "cost" })).toThrow("total-uses");
  });
});
