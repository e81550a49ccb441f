import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("tax falls due at the end of a tax year, after losses", () => {
  const tax = { rate: 0.25 } as const;
  const quarters = { start: "2027-07", every: "quarter", count: 6 } as const;
  const more = {
    tax,
    periods: quarters,
    sculpted: { name: "l", ratePerYear: 0.08, repaymentPeriods: 5, gearing: 0.8 },
  };
  const due = rowIn("Cash flow", "tax", more)
    .slice(1)
    .map((formula) => formula !== "0");
  expect(due).toEqual([false, true, false, false, false, true]);
  const losses = rowIn("Cash flow", "losses carried forward", more);
  expect(losses[1]).toMatch(/^'Assumptions'/u);
  expect(losses[2]).toContain("+MAX(0,-");
  expect(
    rowIn("Cash flow", "losses carried forward", { ...more, tax: { ...tax, lossCarryForward: false } })[2],
  ).not.toContain("MAX");
});
