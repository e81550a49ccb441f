/** Columns of text, aligned; numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, c) => rows.reduce((width, row) => Math.max(width, row[c].length), title.length));
  const isNumber = header.map((_, c) => rows.length > 0 && rows.every((row) => row[c] === "" || /^-?[\d,]/.test(row[c])));
  const line = (cells: readonly string[]) => cells.map((cell, c) => (isNumber[c] ? cell.padStart(widths[c]) : cell.padEnd(widths[c]))).join("  ").trimEnd();
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

/** A number for reading: thousands separated by commas, about four figures, no "-0". */
export function amount(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  if (Number(text) === 0) return "0";
  const [whole, fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
