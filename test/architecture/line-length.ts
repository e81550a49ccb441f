import ts from "typescript";
import type { SourceFile } from "./source-facts.ts";

export const MAX_COLUMNS = 120;

/**
 * Lines that are longer than 120 characters. Exempt are URLs, tables marked `// prettier-ignore`, a line that is one
 * regular-expression literal, and the printed output in the last comment of an example.
 */
export function lineBreaches({ path, tree }: SourceFile): string[] {
  const text = tree.getFullText();
  const outputStart = path.startsWith("examples/") ? text.lastIndexOf("\n/*\n") : text.length;
  const tables = tablesOf(tree);
  return text.split("\n").flatMap((line, i) => {
    if (line.length <= MAX_COLUMNS) return [];
    const position = tree.getPositionOfLineAndCharacter(i, 0);
    const isExempt =
      position > outputStart ||
      tables.some(({ pos, end }) => pos < position && position < end) ||
      /https?:\/\//u.test(line) ||
      /^\s*\/.+\/[a-z]*[,;)]*$/u.test(line);
    return isExempt ? [] : [`${path}:${i + 1}: ${line.length} columns`];
  });
}

/** Statements that prettier does not format, because a comment before or after them says so. */
function tablesOf(tree: ts.SourceFile): ts.Statement[] {
  const text = tree.getFullText();
  const isIgnored = (range: ts.CommentRange) => text.slice(range.pos, range.end).includes("prettier-ignore");
  return tree.statements.filter((statement) => {
    const before = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
    const after = ts.getTrailingCommentRanges(text, statement.getEnd()) ?? [];
    return [...before, ...after].some(isIgnored);
  });
}

/** Lines of a Markdown page that are too long. Exempt are tables, code blocks and lines with a URL. */
export function documentLineBreaches(path: string, text: string): string[] {
  let isCode = false;
  return text.split("\n").flatMap((line, i) => {
    if (line.startsWith("```")) isCode = !isCode;
    const isExempt = isCode || line.trimStart().startsWith("|") || /https?:\/\//u.test(line);
    return line.length > MAX_COLUMNS && !isExempt ? [`${path}:${i + 1}: ${line.length} columns`] : [];
  });
}
