import type { FinanceInput } from "../../src/finance/finance-input.ts";
import { workbookSheets } from "../../src/finance/workbook/finance-workbook.ts";
import { smallSite } from "./finance-site.ts";

/** Contents of the row of a label, from the third column: formulas and inputs as text. */
export function rowIn(sheet: string, label: string, more: Partial<FinanceInput> = {}): readonly string[] {
  const rows = workbookSheets(smallSite(more)).find(({ name }) => name === sheet)?.rows ?? [];
  const row = rows.find(([head]) => head && "text" in head && head.text === label);
  if (!row) throw new Error(`${sheet} has no row "${label}"`);
  return row.slice(2).map((cell) => {
    if (!cell) return "";
    return "formula" in cell ? cell.formula : "input" in cell ? String(cell.input) : cell.text;
  });
}
