import { expect, it } from "vitest";
import { ledgerCsv } from "../../src/cli/ledger-csv.ts";
import { reportPlan } from "../support/report-plan.ts";

it("has a row for every amount, and they sum to the objective", () => {
  const [head, ...rows] = ledgerCsv(reportPlan).trimEnd().split("\r\n");
  expect(head).toBe("start,asset,item,kind,usd");
  const sum = rows.reduce((total, row) => total + Number(row.slice(row.lastIndexOf(",") + 1)), 0);
  expect(sum).toBeCloseTo(reportPlan.objectiveUsd, 6);
  expect(rows[0]).toMatch(/^2026-07-14T00:00:00-05:00,/u);
});
