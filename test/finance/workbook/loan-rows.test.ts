import { expect, it } from "vitest";
import { addLoanRows, upcoming } from "../../../src/finance/workbook/loan-rows.ts";
import { Sheet } from "../../../src/finance/workbook/sheet.ts";
import { frame } from "../../support/finance-frame.ts";

it("a balance rolls forward, and converts", () => {
  const sheet = new Sheet("Debt", ["1", "2", "3"]);
  const rows = addLoanRows(sheet, "a", {
    rate: () => "0.1",
    drawn: () => "0",
    fees: () => "0",
    principal: () => "5",
    converts: 2,
  });
  expect(rows.opening.at(1)).toBe("'Debt'!E3");
  const closing = sheet.rows[1].slice(3).map((cell) => (cell && "formula" in cell ? cell.formula : ""));
  expect(closing).toEqual(["'Debt'!D3+'Debt'!D4-'Debt'!D6", "'Debt'!E3+'Debt'!E4-'Debt'!E6", "0"]);
});

it("months ahead, parts of periods in proportion", () => {
  const service = new Sheet("S", ["1", "2", "3", "4"]).addUsd("service", () => "1");
  expect(upcoming(service, 0, 9, frame(4, "quarter"))).toBe("'S'!E2+'S'!F2+'S'!G2");
  expect(upcoming(service, 0, 6, frame(4))).toBe("0.5*'S'!E2");
  expect(upcoming(service, 3, 6, frame(4))).toBe("0");
});
