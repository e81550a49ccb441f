import { expect, test } from "vitest";
import { financeSite } from "../../src/finance.ts";
import { plannedYears } from "../support/planned-years.ts";
import { oneBlock, years } from "../support/years-site.ts";

const exits = [{ way: "sell" as const, usdPerMw: 1000 }];
const hall = { ...oneBlock({ rent: 100, capexUsdPerMw: 1e5 }), leadMonths: 3, residualLifeYears: 10 };
const plan = plannedYears(
  years({ quarters: 3, discountRatePerYear: 0.08, fleets: [{ asset: "rigs", exits }], conversions: [hall] }),
);

test("the value is the discounted sum of all cash and what is left of the hall", () => {
  const discount = (q: number) => 1.08 ** (-(q + 1) / 4);
  const cash = plan.lines.reduce((sum, { usd }) => usd.reduce((all, one, q) => all + one * discount(q), sum), 0);
  expect(cash + plan.residualUsd * discount(2)).toBeCloseTo(plan.valueUsd, 3);
});

test("schedule in MW, months and labels", () => {
  expect(plan.quarters).toEqual(["2025-Q1", "2025-Q2", "2025-Q3"]);
  expect(plan.conversions[0]).toMatchObject({ firstEnergised: "2025-04", facilityMw: 10 });
  expect(plan.conversions[0].onlineMw).toEqual([0, 10, 10].map((mw) => expect.closeTo(mw, 6)));
  expect(plan.fleets[0]).toMatchObject({ leavesFrom: "2025-Q2", leavingMw: [{ way: "sell" }] });
  expect(plan.fleets[0].worthUsdPerMw[0]).toBeCloseTo(2160 * 60, 3);
});

test("the lines are what finance takes", () => {
  const answer = financeSite({
    periods: plan.periods,
    money: { basis: "nominal" },
    lines: plan.lines,
    discountRatePerYear: 0.08,
    sculpted: { name: "loan", ratePerYear: 0.07, repaymentPeriods: 2, gearing: 0.5 },
  });
  expect(answer.cashFlow.usdByKind.contracted[1]).toBeCloseTo(3_000_000, 3);
});
