import { expect, it } from "vitest";
import { equipmentSchedule } from "../../src/finance/debt/equipment-loan.ts";
import { loanToValueBreaches } from "../../src/finance/loan-to-value.ts";
import { frame, read } from "../support/finance-frame.ts";

it("names the loan, the period and the ratio", () => {
  const given = {
    name: "rigs",
    ratePerYear: 0.1,
    equipmentUsd: 100,
    advanceRate: 0.8,
    repaymentPeriods: 2,
    declinePerYear: 0.5,
  };
  const schedule = read({ ...given, loanToValueMost: 0.8 }, (fields) => equipmentSchedule(fields, frame(3)));
  expect(loanToValueBreaches([schedule], frame(3))).toEqual([
    {
      period: "2028",
      kind: "loan to value",
      value: expect.closeTo(0.838095, 5),
      wanted: 0.8,
      detail: "2028: rigs is 84 % of its equipment's value",
    },
  ]);
  const untested = read(given, (fields) => equipmentSchedule(fields, frame(3)));
  expect(loanToValueBreaches([untested], frame(3))).toEqual([]);
});
