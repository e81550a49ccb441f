/**
 * One sheet of a workbook while it is written: a column of labels, one of units, one for a parameter or a sum, then one
 * column per period. Rows are referred to by what `addRow` returns, so no formula contains a hand-written address.
 */

/** A cell: a number the reader may edit, a formula (without its equals sign), or a text. */
export type CellContent =
  | { readonly input: number; readonly format?: string }
  | { readonly formula: string; readonly format?: string }
  | { readonly text: string; readonly isBold?: boolean };

export type WorkbookCell = CellContent | undefined;

/** The row of a series; references to it carry the name of the sheet. */
export interface SeriesRow {
  /** The cell of period `t`; `0` outside of the periods. */
  at(t: number): string;
  /** The cells of the periods `from` to `to`, both included; `0` if there are none. */
  range(from: number, to: number): string;
  /** All periods. */
  readonly all: string;
}

export const MONEY = "#,##0.00";
export const RATIO = "0.00";
export const PERCENT = "0.00%";
export const PLAIN = "General";

/** Columns before the first period. */
const FIRST = 3;

export class Sheet {
  readonly name: string;
  readonly rows: WorkbookCell[][] = [];
  readonly #count: number;

  constructor(name: string, periods: readonly string[]) {
    this.name = name;
    this.#count = periods.length;
    const header = ["", "unit", "", ...periods];
    this.rows.push(header.map((text) => ({ text, isBold: true })));
  }

  heading(text: string): void {
    this.rows.push([], [{ text, isBold: true }]);
  }

  note(text: string): void {
    this.rows.push([{ text }]);
  }

  /** A parameter; returns its absolute address. */
  addParameter(label: string, unit: string, content: CellContent): string {
    this.rows.push([{ text: label }, { text: unit }, content]);
    return this.#address(FIRST - 1, true);
  }

  /**
   * A series; `cell` gives the content of each period. `total` is the formula of the third column, from the row's
   * range.
   */
  addRow(
    label: string,
    unit: string,
    cell: (t: number, row: SeriesRow) => WorkbookCell,
    total?: (row: SeriesRow) => CellContent,
  ): SeriesRow {
    const { row, fill } = this.declareRow(label, unit);
    fill((t) => cell(t, row), total?.(row));
    return row;
  }

  /** A series whose cells follow later: balances are used by rows that stand above the ones they depend on. */
  declareRow(
    label: string,
    unit: string,
  ): { readonly row: SeriesRow; readonly fill: (cell: (t: number) => WorkbookCell, total?: WorkbookCell) => void } {
    const number = this.rows.length + 1;
    const place = (t: number): string => `${this.#prefix}${columnName(FIRST + t)}${number}`;
    const count = this.#count;
    const row: SeriesRow = {
      at: (t) => (t >= 0 && t < count ? place(t) : "0"),
      range: (from, to) => (from > to ? "0" : `${place(from)}:${columnName(FIRST + to)}${number}`),
      get all() {
        return this.range(0, count - 1);
      },
    };
    const head: WorkbookCell[] = [{ text: label }, { text: unit }];
    this.rows.push(head);
    return {
      row,
      fill: (cell, total) => void head.splice(2, count + 1, total, ...Array.from({ length: count }, (_, t) => cell(t))),
    };
  }

  /** A series of formulas in USD with its sum. */
  addUsd(label: string, formula: (t: number, row: SeriesRow) => string): SeriesRow {
    return this.addRow(label, "USD", (t, row) => ({ formula: formula(t, row), format: MONEY }), sumOf);
  }

  /** The same of balances, which have no sum. */
  addBalance(label: string, formula: (t: number, row: SeriesRow) => string): SeriesRow {
    return this.addRow(label, "USD", (t, row) => ({ formula: formula(t, row), format: MONEY }));
  }

  /** `declareRow` for a balance; `fill` takes formulas. */
  declareBalance(label: string): {
    readonly row: SeriesRow;
    readonly fill: (formula: (t: number) => string) => void;
  } {
    const { row, fill } = this.declareRow(label, "USD");
    return { row, fill: (formula) => fill((t) => ({ formula: formula(t), format: MONEY })) };
  }

  /** A series of numbers the reader may edit. */
  addInputs(label: string, unit: string, values: readonly number[], format = MONEY): SeriesRow {
    return this.addRow(label, unit, (t) => ({ input: values[t], format }), unit === "USD" ? sumOf : undefined);
  }

  get #prefix(): string {
    return `'${this.name}'!`;
  }

  #address(column: number, isAbsolute: boolean): string {
    const mark = isAbsolute ? "$" : "";
    return `${this.#prefix}${mark}${columnName(column)}${mark}${this.rows.length}`;
  }
}

function sumOf(row: SeriesRow): CellContent {
  return { formula: `SUM(${row.all})`, format: MONEY };
}

/** `A` to `Z`, `AA` and so on, from a 0-based index. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** `a+b+c`, or `0` of nothing. */
export function plus(terms: readonly string[]): string {
  return terms.length === 0 ? "0" : terms.join("+");
}
