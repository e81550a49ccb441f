import { csvRow } from "../../csv/csv-cell.ts";
import { tableForm, type TableOptions } from "../../csv/table-form.ts";
import type { MonthlyStatement, StatementRow } from "./monthly-statement.ts";

/** Columns of the table, with their headings. */
export const STATEMENT_COLUMNS: readonly (readonly [field: keyof StatementRow, heading: string])[] = [
  ["month", "month"],
  ["load", "load"],
  ["energyMwh", "energy (MWh)"],
  ["revenueUsd", "revenue (USD)"],
  ["ownCostUsd", "own cost (USD)"],
  ["powerCostUsd", "power cost (USD)"],
  ["marginUsd", "margin (USD)"],
  ["notPaidUsd", "penalties and valuations, not paid (USD)"],
  ["revenueUsdPerMwh", "revenue (USD/MWh)"],
  ["powerCostUsdPerMwh", "power cost (USD/MWh)"],
  ["marginUsdPerMwh", "margin (USD/MWh)"],
];

/**
 * A monthly statement as CSV (RFC 4180): a row for each load and month, then the rows of the whole plan.
 *
 * @throws PlanInputError for faulty options.
 */
export function statementCsv(statement: MonthlyStatement, { digits }: Pick<TableOptions, "digits"> = {}): string {
  const form = tableForm("statementCsv", digits === undefined ? {} : { digits }, "");
  const rows = [...statement.months, ...statement.plan].map((row) =>
    csvRow(
      STATEMENT_COLUMNS.map(([field]) => {
        const value = row[field];
        return typeof value === "number" ? form.numberCell(value) : value;
      }),
    ),
  );
  return csvRow(STATEMENT_COLUMNS.map(([, heading]) => heading)) + rows.join("");
}
