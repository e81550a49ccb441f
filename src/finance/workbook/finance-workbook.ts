/**
 * A finance model as a spreadsheet with live formulas and no cached results: assumptions, cash flow, debt, waterfall,
 * ratios, checks. The spreadsheet computes everything anew when it is opened, and an edited input changes what follows.
 * It has no circular reference and no macro. Stress tests are not part of it: they hold the debt of the base case.
 *
 * Written by `write-excel-file` (MIT; one dependency, `fflate`, MIT, which has none). Rejected: `exceljs`, whose last
 * release is of 2023 with nine dependencies, and `xlsx-populate`, without a release since 2020.
 */
import { MissingPackageError } from "../../errors.ts";
import { type FinanceInput, readFinanceInput } from "../finance-input.ts";
import { financeSite } from "../finance-site.ts";
import { assumptionsSheet } from "./assumptions-sheet.ts";
import { cashSheet } from "./cash-sheet.ts";
import { checksSheet } from "./checks-sheet.ts";
import { debtSheet } from "./debt-sheet.ts";
import { ratiosSheet } from "./ratios-sheet.ts";
import type { Sheet, WorkbookCell } from "./sheet.ts";
import { waterfallSheet } from "./waterfall-sheet.ts";

/** The part of `write-excel-file` that is used. */
interface Writer {
  readonly default: (sheets: readonly unknown[]) => { toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }> };
}

/**
 * The bytes of an .xlsx file of the model that `financeSite(input)` answers.
 *
 * @throws FinanceInputError lists every fault of the input.
 * @throws MissingPackageError if the optional package `write-excel-file` (4) is not installed.
 */
export async function financeWorkbook(input: FinanceInput): Promise<Uint8Array> {
  const sheets = workbookSheets(input);
  const { default: write } = await loadWriter();
  const blob = await write(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheet.rows.map((row) => row.map(cellOf)),
      columns: [{ width: 52 }, { width: 10 }, { width: 18 }, ...sheet.rows[0].slice(3).map(() => ({ width: 16 }))],
      stickyRowsCount: 1,
      stickyColumnsCount: 3,
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** The sheets in their order, before they are written. */
export function workbookSheets(input: FinanceInput): readonly Sheet[] {
  const model = readFinanceInput(input);
  const result = financeSite(input);
  const { sheet: first, assumptions } = assumptionsSheet(model);
  const cash = cashSheet(model, assumptions);
  const debt = debtSheet(model, assumptions, cash.rows);
  const waterfall = waterfallSheet(model, assumptions, cash.rows, debt.rows);
  const ratios = ratiosSheet(model, result, assumptions, cash.rows, waterfall.rows);
  const checks = checksSheet(model, cash.rows, debt.rows, waterfall.rows);
  return [first, cash.sheet, debt.sheet, waterfall.sheet, ratios, checks];
}

const INPUT_COLOUR = "#0000ff";

function cellOf(cell: WorkbookCell): unknown {
  if (cell === undefined) return null;
  if ("text" in cell) return { type: String, value: cell.text, ...(cell.isBold === true && { fontWeight: "bold" }) };
  const format = cell.format === undefined ? {} : { format: cell.format };
  return "input" in cell
    ? { type: Number, value: cell.input, textColor: INPUT_COLOUR, ...format }
    : { type: "Formula", value: cell.formula, ...format };
}

async function loadWriter(): Promise<Writer> {
  try {
    // @ts-ignore The package is optional: types are checked where it is not installed as well.
    return (await import("write-excel-file/universal")) as unknown as Writer;
  } catch (cause) {
    throw new MissingPackageError(
      "financeWorkbook writes with the package write-excel-file, which did not load; " +
        "install it: npm install write-excel-file",
      { cause },
    );
  }
}
