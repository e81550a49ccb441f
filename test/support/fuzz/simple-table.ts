/**
 * A plain reading of a table, of which the readers share nothing: lines, quotes within a line, columns by their exact
 * headings. It gives up (undefined) where a table is not as plain as that.
 */
export interface SimpleTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function simpleTable(text: string, isHeader: (fields: readonly string[]) => boolean): SimpleTable | undefined {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  if (
    lines.some(
      (line) =>
        (line.match(/"/g) ?? []).length % 2 !== 0 ||
        /[^,;\t|"]"+[^,;\t|"]/.test(line) ||
        /[^,;\t|]""|""[^,;\t|]/.test(line),
    )
  )
    return undefined;
  for (const separator of [",", ";", "\t", "|"]) {
    const at = lines.findIndex((line) => isHeader(fieldsOf(line, separator)));
    if (at < 0) continue;
    const rows = lines
      .slice(at + 1)
      .map((line) => fieldsOf(line, separator))
      .filter((fields) => fields.some((field) => field !== ""));
    return { headings: fieldsOf(lines[at], separator), rows };
  }
  return undefined;
}

function fieldsOf(line: string, separator: string): string[] {
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      fields.push(field.trim());
      field = "";
    } else field += sign;
  }
  return [...fields, field.trim()];
}

/** Undefined where the two hold the same numbers, each as often. */
export function differenceOf(read: readonly number[], counted: readonly number[]): string | undefined {
  const [one, other] = [read, counted].map((numbers) =>
    numbers.map((number) => Number(number.toPrecision(12)) + 0).sort((a, b) => a - b),
  );
  if (one.length !== other.length) return `${one.length} values where a plain reading finds ${other.length}`;
  const at = one.findIndex((number, i) => number !== other[i]);
  return at < 0 ? undefined : `${one[at]} where a plain reading finds ${other[at]}`;
}
