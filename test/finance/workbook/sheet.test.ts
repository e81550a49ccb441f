import { describe, expect, it } from "vitest";
import { columnName, plus, Sheet } from "../../../src/finance/workbook/sheet.ts";

describe("a sheet", () => {
  it("columns as a spreadsheet names them", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("rows refer to each other by address", () => {
    const sheet = new Sheet("Cash flow", ["2027", "2028"]);
    const tax = sheet.addParameter("tax", "share", { input: 0.25 });
    const income = sheet.addInputs("income", "USD", [10, 20]);
    const paid = sheet.addUsd("tax paid", (t) => `${income.at(t)}*${tax}`);
    expect(tax).toBe("'Cash flow'!$C$2");
    expect(income.all).toBe("'Cash flow'!D3:E3");
    expect(paid.at(1)).toBe("'Cash flow'!E4");
    expect([paid.at(-1), paid.at(2), paid.range(1, 0)]).toEqual(["0", "0", "0"]);
    expect(sheet.rows[3].slice(0, 4)).toEqual([
      { text: "tax paid" },
      { text: "USD" },
      { formula: "SUM('Cash flow'!D4:E4)", format: "#,##0.00" },
      { formula: "'Cash flow'!D3*'Cash flow'!$C$2", format: "#,##0.00" },
    ]);
    expect(sheet.rows[0].slice(3)).toEqual([
      { text: "2027", isBold: true },
      { text: "2028", isBold: true },
    ]);
  });

  it("a declared balance is filled later", () => {
    const sheet = new Sheet("a", ["1", "2"]);
    const { row, fill } = sheet.declareBalance("owed");
    const opening = sheet.addBalance("opening", (t) => row.at(t - 1));
    fill((t) => `${opening.at(t)}+1`);
    expect(sheet.rows[1].slice(3)).toEqual([
      { formula: "'a'!D3+1", format: "#,##0.00" },
      { formula: "'a'!E3+1", format: "#,##0.00" },
    ]);
    expect(sheet.rows[2][4]).toEqual({ formula: "'a'!D2", format: "#,##0.00" });
  });

  it("headings and notes are texts, a sum of nothing is 0", () => {
    const sheet = new Sheet("a", []);
    sheet.heading("h");
    sheet.note("n");
    expect(sheet.rows.slice(1)).toEqual([[], [{ text: "h", isBold: true }], [{ text: "n" }]]);
    expect([plus([]), plus(["a", "b"])]).toEqual(["0", "a+b"]);
  });
});
