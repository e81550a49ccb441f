import { expect, it } from "vitest";
import { ledgerCsv } from "../../src/report/ledger-csv.ts";
import { reportPlan } from "../support/report-plan.ts";

it("has a row for every amount, and they sum to the objective", () => {
  const [head, ...rows] = ledgerCsv(reportPlan).trimEnd().split("\r\n");
  expect(head).toBe("start,asset,item,kind,usd");
  const sum = rows.reduce((total, row) => total + Number(row.slice(row.lastIndexOf(",") + 1)), 0);
  expect(sum).toBeCloseTo(reportPlan.objectiveUsd, 6);
  expect(rows[0]).toMatch(/^2026-07-14T00:00:00-05:00,/u);
});

it("takes local time and decimals, and refuses what is not a plan", () => {
  const [head, row] = ledgerCsv(reportPlan, { time: "local", digits: 2 }).split("\r\n");
  expect(head).toBe("local time (America/Chicago),UTC offset,asset,item,kind,usd");
  expect(row).toMatch(/^2026-07-14 00:00:00,UTC-05:00,grid,.*,-?\d+\.\d\d$/u);
  expect(() => ledgerCsv({} as never)).toThrow(/ledgerCsv/);
});

it("hands asset names and items over as text", () => {
  const lines = [{ asset: "=grid", item: "+x", kind: "cash" as const, usd: -5 }];
  expect(ledgerCsv({ ...reportPlan, ledger: { ...reportPlan.ledger, lines } })).toContain(",'=grid,'+x,cash,-5\r\n");
});
