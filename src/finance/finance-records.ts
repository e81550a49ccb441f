import { checkFinanceResult } from "./check-finance-result.ts";
import { csvRow } from "../csv/csv-cell.ts";
import type { FinanceResult } from "./finance-result.ts";

/** One value of a finance result; flat, for tables and databases. */
export interface FinanceRecord {
  readonly period: string;
  /** `cash`, `waterfall`, or the name of a debt. */
  readonly part: string;
  /** Name of the quantity; it ends in its unit, as `cfadsUsd` does. Cash lines have their own names. */
  readonly quantity: string;
  readonly value: number;
}

/**
 * Cash lines, waterfall and debts of a result as flat records, by period. Values that do not exist are left out.
 *
 * @throws FinanceInputError where `result` is not a result of `financeSite`.
 */
export function* financeRecords(result: FinanceResult): Generator<FinanceRecord> {
  checkFinanceResult("financeRecords", result);
  const { cashFlow, waterfall } = result;
  const { debts, ...paid } = waterfall;
  const parts: readonly (readonly [part: string, series: Readonly<Record<string, unknown>>])[] = [
    [
      "cash",
      { ...Object.fromEntries(cashFlow.lines.map(({ name, usd }) => [name, usd])), ebitdaUsd: cashFlow.ebitdaUsd },
    ],
    ["waterfall", { ...paid }],
    ...debts.map(({ name, ...series }) => [name, series] as const),
  ];
  for (const [t, period] of result.periods.entries()) {
    for (const [part, series] of parts) {
      for (const [quantity, values] of Object.entries(series)) {
        const value = (values as readonly (number | undefined)[])[t];
        if (value !== undefined) yield { period, part, quantity, value };
      }
    }
  }
}

/**
 * The records as CSV (RFC 4180): one row per period, one column per part and quantity; empty where there is no value.
 */
export function financeCsv(result: FinanceResult): string {
  const columns = new Map<string, Map<string, number>>();
  for (const { period, part, quantity, value } of financeRecords(result)) {
    const name = `${part}: ${quantity}`;
    const column = columns.get(name) ?? new Map<string, number>();
    columns.set(name, column);
    column.set(period, value);
  }
  const rows = result.periods.map((period) => [period, ...[...columns.values()].map((column) => column.get(period))]);
  return [["period", ...columns.keys()], ...rows].map(csvRow).join("");
}
