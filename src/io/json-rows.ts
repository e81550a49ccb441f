/**
 * Reads tables in JSON, as public interfaces return them: a list of records, alone or under a name (`records`, `data`,
 * `items`); rows with separate headings (`fields` or `columns`, with `data` or `rows`); or columns side by side. Rows
 * are numbered like their records, from 1; the headings have number 0.
 */
import type { OnRow } from "./csv-rows.ts";
import type { FaultLog } from "./fault-log.ts";
import { parseJson } from "./json-text.ts";
import { MAX_FIELD_CHARACTERS, MAX_FIELDS } from "./read-limits.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Names under which interfaces return their records. */
const LISTS = ["records", "data", "items", "results", "rows", "values", "value"];
const HEADINGS = ["fields", "columns", "headers"];

/** Whether a text is JSON, not a table of lines. */
export function isJson(text: string): boolean {
  return /^\ufeff?\s*(?:\{|\[\s*[[{\]])/.test(text.slice(0, 1000));
}

/** The document, or undefined with a fault. */
export function parsedJson(text: string, faults: FaultLog): unknown {
  const found = parseJson(text);
  if ("value" in found) return found.value;
  faults.add({ line: 0 }, found.given, found.wanted, found.fix);
  return undefined;
}

/**
 * Calls `onRow` for the headings, then for every record. A notice says if the document holds only part of the result.
 */
export function eachJsonRow(document: unknown, faults: FaultLog, notices: string[], onRow: OnRow): void {
  const table = tableIn(document);
  if (!table) {
    const given = isFields(document)
      ? `a document of ${Object.keys(document).slice(0, 8).join(", ") || "nothing"}`
      : "a document without records";
    faults.add(
      { line: 0 },
      given,
      "a list of records, or fields and data",
      "give the answer with its records, or save them as CSV",
    );
    return;
  }
  faults.placesAre = "records";
  const { headings, rows } = table;
  if (headings.length > MAX_FIELDS || headings.length * rows.length > MAX_ABSENT * (table.numCells + MAX_FIELDS)) {
    faults.add(
      { line: 0 },
      `${rows.length} records of ${headings.length} fields, most of them absent`,
      `records of the same fields, at most ${MAX_FIELDS}`,
      "give the records of one table",
    );
    return;
  }
  const total = totalOf(document);
  if (total !== undefined && total > rows.length)
    notices.push(`The document has ${rows.length} of ${total} records; request the other pages too.`);
  if (onRow(headings, 0, ",") === false) return;
  for (let i = 0; i < rows.length; i++) {
    const fields = cellsOf(rows[i], headings);
    const long = fields.findIndex((field) => field.length > MAX_FIELD_CHARACTERS);
    if (long >= 0) {
      faults.add(
        { line: i + 1, column: long + 1 },
        `a field of ${fields[long].length} characters`,
        `at most ${MAX_FIELD_CHARACTERS} characters`,
        "remove the field, or give the records of another table",
      );
      return;
    }
    if (onRow(fields, i + 1, ",") === false) return;
  }
}

interface JsonTable {
  readonly headings: readonly string[];
  /** Records by field name, or rows of values in the order of the headings. */
  readonly rows: readonly (Fields | readonly unknown[])[];
  /** Number of values in all rows. */
  readonly numCells: number;
}

/** Upper bound on cells per value: records that share no fields are not a table. */
const MAX_ABSENT = 100;

function cellsOf(row: Fields | readonly unknown[], headings: readonly string[]): string[] {
  if (Array.isArray(row)) return row.map(cellText);
  const fields = row as Fields;
  return headings.map((heading) => (Object.hasOwn(fields, heading) ? cellText(fields[heading]) : ""));
}

function rowsTable(headings: readonly string[], rows: readonly (readonly unknown[])[]): JsonTable {
  return { headings, rows, numCells: rows.reduce((sum, row) => sum + row.length, headings.length) };
}

function tableIn(document: unknown): JsonTable | undefined {
  if (Array.isArray(document)) return tableOf(document);
  if (!isFields(document)) return undefined;
  const named = HEADINGS.map((name) => headingsIn(document[name])).find((found) => found !== undefined);
  const lists = LISTS.flatMap((name) => (Array.isArray(document[name]) ? [document[name] as readonly unknown[]] : []));
  for (const list of lists) {
    const isRows = list.every((row) => Array.isArray(row));
    if (named && isRows) return rowsTable(named, list as readonly (readonly unknown[])[]);
    const table = tableOf(list);
    if (table) return table;
  }
  return columnsIn(document);
}

/** Records by field name, or rows below a row of headings. */
function tableOf(list: readonly unknown[]): JsonTable | undefined {
  if (list.length === 0) return undefined;
  if (list.every(isFields)) {
    const headings = new Set<string>();
    let numCells = 0;
    for (const record of list) {
      for (const key of Object.keys(record)) {
        headings.add(key);
        numCells++;
      }
    }
    return { headings: [...headings], rows: list, numCells };
  }
  const [first, ...rows] = list;
  const isRows = list.every((row): row is readonly unknown[] => Array.isArray(row));
  if (!isRows || !(first as readonly unknown[]).every((heading) => typeof heading === "string")) return undefined;
  return rowsTable(first as readonly string[], rows as readonly (readonly unknown[])[]);
}

/** Columns of equal length, side by side. */
function columnsIn(document: Fields): JsonTable | undefined {
  const columns = Object.entries(document).filter((entry): entry is [string, readonly unknown[]] =>
    Array.isArray(entry[1]),
  );
  const [[, first] = ["", []]] = columns;
  if (columns.length < 2 || first.length === 0 || columns.some(([, column]) => column.length !== first.length))
    return undefined;
  return rowsTable(
    columns.map(([name]) => name),
    first.map((_, i) => columns.map(([, column]) => column[i])),
  );
}

function headingsIn(given: unknown): readonly string[] | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const names = given.map((field: unknown) => (isFields(field) ? field.name : field));
  return names.every((name) => typeof name === "string") ? names : undefined;
}

/** Total number of records, if the document states it. */
function totalOf(document: unknown): number | undefined {
  if (!isFields(document)) return undefined;
  // ERCOT's interface states the total in a field beside the records.
  const { _meta: meta } = document;
  const total = document.total ?? document.totalRecords ?? (isFields(meta) ? meta.totalRecords : undefined);
  return typeof total === "number" ? total : undefined;
}

/** `String` writes the shortest digits that JSON reads back as the same number, so no digit is lost. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
