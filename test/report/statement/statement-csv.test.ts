import { expect, it } from "vitest";
import type { StatementRow } from "../../../src/report/statement/monthly-statement.ts";
import { statementCsv } from "../../../src/report/statement/statement-csv.ts";

const row: StatementRow = {
  month: "2026-07",
  load: "=rigs",
  energyMwh: 10,
  revenueUsd: 900,
  ownCostUsd: 0,
  powerCostUsd: 1000.126,
  marginUsd: -100.126,
  notPaidUsd: 0,
  marginUsdPerMwh: -10.0126,
};

it("has headings with units, numbers as numbers, and texts that no spreadsheet runs", () => {
  const lines = statementCsv({ rule: "", months: [row], plan: [] }, { digits: 2 }).split("\r\n");
  expect(lines[0]).toMatch(/^month,load,energy \(MWh\),revenue \(USD\),.*,margin \(USD\/MWh\)$/u);
  expect(lines[1]).toBe("2026-07,'=rigs,10.00,900.00,0.00,1000.13,-100.13,0.00,,,-10.01");
  expect(statementCsv({ rule: "", months: [row], plan: [] })).toContain(",-100.126,");
});
