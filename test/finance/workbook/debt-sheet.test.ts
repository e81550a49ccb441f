import { expect, it } from "vitest";
import { rowIn } from "../../support/workbook-rows.ts";

it("capacity runs backwards, and the loan is the least of gearing and capacity", () => {
  const cap = rowIn("Debt", "cap: debt that later service carries");
  expect(cap[6]).toBe("0");
  expect(cap[1]).toMatch(/^IF\('Debt'!\$C\$\d+>0,MIN\('Debt'!E\d+\//u);
  expect(rowIn("Debt", "D: the loan")[0]).toMatch(/^MIN\(/u);
  const totalUses = {
    name: "l",
    ratePerYear: 0.08,
    repaymentPeriods: 5,
    gearing: 0.8,
    gearingOn: "total-uses",
  } as const;
  expect(rowIn("Debt", "debt that gearing allows")[0]).not.toContain("IF(1-");
  expect(rowIn("Debt", "debt that gearing allows", { sculpted: totalUses })[0]).toContain("IF(1-");
  expect(rowIn("Debt", "cost that the debt is measured on", { sculpted: { ...totalUses, costUsd: 90 } })[0]).toMatch(
    /Assumptions/u,
  );
});
