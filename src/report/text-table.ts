/** Aligned columns of text; numbers are aligned to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, c) => Math.max(...[header, ...rows].map((row) => row[c].length)));
  const isNumber = header.map((_, c) => rows.every((row) => row[c] === "" || /^-?[\d,]/.test(row[c])));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, c) => (isNumber[c] ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join("  ")
      .trimEnd();
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

/** A readable number: thousands separated by commas, about four significant digits, no "-0". */
export function amount(value: number): string {
  const size = Math.abs(value);
  const text = value.toFixed(size >= 1000 ? 0 : size >= 10 ? 1 : 2);
  return Number(text) === 0 ? "0" : text.replace(/\B(?=(\d{3})+(\.|$))/g, ",");
}
