import { describe, expect, it } from "vitest";
import { levelPayment, rollDebt } from "../../../src/finance/debt/debt-schedule.ts";

describe("rollDebt", () => {
  // 100 at 10 %, 20 drawn in the first period, 30 repaid in each: 100 -> 90 -> 60, interest 10 and 9.
  it("rolls the balance", () => {
    const debt = rollDebt({
      name: "a",
      openingUsd: 100,
      ratePerPeriod: [0.1, 0.1],
      drawnUsd: [20, 0],
      principal: () => 30,
    });
    expect(debt).toMatchObject({
      openingUsd: [100, 90],
      interestUsd: [10, 9],
      closingUsd: [90, 60],
      serviceUsd: [40, 39],
    });
    expect(debt.feesUsd).toEqual([0, 0]);
  });

  it("a converted balance leaves without cash", () => {
    const debt = rollDebt({ name: "a", openingUsd: 50, ratePerPeriod: [0, 0], principal: () => 0, convertsIn: 0 });
    expect(debt).toMatchObject({ convertedUsd: [50, 0], closingUsd: [0, 0], serviceUsd: [0, 0] });
  });
});

describe("levelPayment", () => {
  it("repays 1 USD, also at tiny rates and at none", () => {
    expect(levelPayment(0, 4)).toBe(0.25);
    expect(levelPayment(0.1, 1)).toBeCloseTo(1.1, 14);
    // r (1 + r)^2 / ((1 + r)^2 - 1) at 10 %: 0.121 / 0.21.
    expect(levelPayment(0.1, 2)).toBeCloseTo(0.121 / 0.21, 14);
    expect(levelPayment(1e-12, 4)).toBeCloseTo(0.25, 11);
  });
});
