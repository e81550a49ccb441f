import { describe, expect, it } from "vitest";
import { equipmentSchedule } from "../../../src/finance/debt/equipment-loan.ts";
import { frame, read } from "../../support/finance-frame.ts";

const loan = (given: object) =>
  read(
    {
      name: "rigs",
      ratePerYear: 0.1,
      equipmentUsd: 100,
      advanceRate: 0.8,
      repaymentPeriods: 2,
      declinePerYear: 0.5,
      ...given,
    },
    (fields) => equipmentSchedule(fields, frame(4)),
  );

describe("an equipment loan", () => {
  // 80 at 10 % over two years: payment 80 * 0.121 / 0.21 = 46.0952; balance 41.9048 on 50 of rigs.
  it("level payments, and loan to value as the rigs lose value", () => {
    const { serviceUsd, closingUsd, loanToValue } = loan({});
    expect(serviceUsd[1]).toBeCloseTo(46.095238, 6);
    expect(closingUsd[2]).toBe(0);
    expect(loanToValue[0]).toBeCloseTo(0.8, 12);
    expect(loanToValue[1]).toBeCloseTo(41.904762 / 50, 6);
    expect(loanToValue[3]).toBe(0);
  });

  it("names the periods above the covenant, not those at it", () => {
    expect(loan({ loanToValueMost: 0.8 }).loanToValueBreaches).toEqual([1]);
    expect(loan({}).loanToValueBreaches).toEqual([]);
    expect(loan({ deliveredIn: "2028", loanToValueMost: 0.5 }).loanToValueBreaches).toEqual([1, 2]);
    expect(loan({ deliveredIn: "2028" }).loanToValue[0]).toBeUndefined();
  });

  it("never lends more than the equipment costs", () => {
    expect(() => loan({ advanceRate: 1.1 })).toThrow("advanceRate");
  });
});
