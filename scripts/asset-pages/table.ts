/** A Markdown table; columns without an entry are left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_, c) => rows.some((row) => row[c] !== ""));
  const line = (cells: readonly string[]) =>
    `| ${cells
      .filter((_, c) => used[c])
      .map((cell) => cell.replaceAll("|", "\\|"))
      .join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
