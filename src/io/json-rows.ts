/**
 * Tables in JSON, as public interfaces answer: a list of records, alone or under a name (`records`, `data`, `items`);
 * rows with their headings beside them (`fields` or `columns`, with `data` or `rows`); columns side by side. A row's number
 * is that of its record, from 1; the headings have 0.
 */
import type { TakeRow } from "./csv-rows.ts";
import type { FaultLog } from "./fault-log.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Names under which answers hold their records. */
const LISTS = ["records", "data", "items", "results", "rows", "values", "value"];
const HEADINGS = ["fields", "columns", "headers"];

/** Whether a text is JSON and no table of lines. */
export function isJson(text: string): boolean {
  return /^\ufeff?\s*(?:\{|\[\s*[[{\]])/.test(text.slice(0, 1000));
}

/** The document, or undefined with a fault. */
export function parsedJson(text: string, faults: FaultLog): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const given = error instanceof Error ? error.message : String(error);
    faults.add({ line: 0 }, given, "a whole JSON document", "the file was cut off or changed; load it again");
    return undefined;
  }
}

/** `take` gets the headings, then every record. Where the document holds a part of what was asked for, a notice tells. */
export function eachJsonRow(document: unknown, faults: FaultLog, notices: string[], take: TakeRow): void {
  const table = tableIn(document);
  if (!table) {
    const given = isFields(document) ? `a document of ${Object.keys(document).slice(0, 8).join(", ") || "nothing"}` : "a document without records";
    faults.add({ line: 0 }, given, "a list of records, or fields and data", "give the answer with its records, or save them as CSV");
    return;
  }
  faults.placesAre = "records";
  const { headings, rows } = table;
  const total = totalOf(document);
  if (total !== undefined && total > rows.length) notices.push(`The document holds ${rows.length} of ${total} records; ask for the other pages too.`);
  if (take(headings, 0, ",") === false) return;
  for (let i = 0; i < rows.length; i++) if (take(rows[i].map(cellText), i + 1, ",") === false) return;
}

interface JsonTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function tableIn(document: unknown): JsonTable | undefined {
  if (Array.isArray(document)) return tableOf(document);
  if (!isFields(document)) return undefined;
  const named = HEADINGS.map((name) => headingsIn(document[name])).find((found) => found !== undefined);
  const lists = LISTS.flatMap((name) => (Array.isArray(document[name]) ? [document[name] as readonly unknown[]] : []));
  for (const list of lists) {
    const isRows = list.every((row) => Array.isArray(row));
    if (named && isRows) return { headings: named, rows: list as readonly (readonly unknown[])[] };
    const table = tableOf(list);
    if (table) return table;
  }
  return columnsIn(document);
}

/** Records by the names of their fields, or rows below a row of headings. */
function tableOf(list: readonly unknown[]): JsonTable | undefined {
  if (list.length === 0) return undefined;
  if (list.every(isFields)) {
    const headings = [...new Set(list.flatMap((record) => Object.keys(record)))];
    return { headings, rows: list.map((record) => headings.map((heading) => (Object.hasOwn(record, heading) ? record[heading] : undefined))) };
  }
  const [first, ...rows] = list;
  const isRows = list.every((row): row is readonly unknown[] => Array.isArray(row));
  if (!isRows || !(first as readonly unknown[]).every((heading) => typeof heading === "string")) return undefined;
  return { headings: first as readonly string[], rows: rows as readonly (readonly unknown[])[] };
}

/** Columns of one length, side by side. */
function columnsIn(document: Fields): JsonTable | undefined {
  const columns = Object.entries(document).filter((entry): entry is [string, readonly unknown[]] => Array.isArray(entry[1]));
  const [[, first] = ["", []]] = columns;
  if (columns.length < 2 || first.length === 0 || columns.some(([, column]) => column.length !== first.length)) return undefined;
  return { headings: columns.map(([name]) => name), rows: first.map((_, i) => columns.map(([, column]) => column[i])) };
}

function headingsIn(given: unknown): readonly string[] | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const names = given.map((field: unknown) => (isFields(field) ? field.name : field));
  return names.every((name) => typeof name === "string") ? names : undefined;
}

/** How many records there are in all, where the document says it. */
function totalOf(document: unknown): number | undefined {
  if (!isFields(document)) return undefined;
  // ERCOT's answers have it beside them.
  const { _meta: meta } = document;
  const total = document.total ?? document.totalRecords ?? (isFields(meta) ? meta.totalRecords : undefined);
  return typeof total === "number" ? total : undefined;
}

/** A number keeps its digits: `String` writes what JSON read back to the same number. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
