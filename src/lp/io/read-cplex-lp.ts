import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import { lpColumns, type LpColumns } from "./lp-format-columns.ts";
import { isInfinity, type LpCursor, lpCursor } from "./lp-format-cursor.ts";
import { lpRows, parseExpression } from "./lp-format-rows.ts";
import type { LpSection } from "./lp-format-tokens.ts";
import { checkReadOptions, integerNotice, type ReadOptions } from "./read-options.ts";
import { errorAt, quote, rejectDuplicate } from "./text-lines.ts";
import type { ReadNotice, TextProgram } from "./text-program.ts";

/**
 * Reads a linear program from text in CPLEX's LP format (`.lp`), as written by CPLEX, Gurobi, HiGHS, GLPK, JuMP, linopy
 * and PuLP. The text has `Minimize` or `Maximize`, `Subject To`, `Bounds`, `End`; keywords may have any case and are
 * first on their line.
 *
 * Rules where the format is ambiguous:
 * - Columns have the order in which the text first names them. A row without a label is called R1, R2, ... by
 *   position.
 * - Terms of one column add up, in the objective and in a row. A coefficient of 0 only declares its column.
 * - Constants in a row are moved to its bounds, exactly. Constants in the objective are its offset.
 * - A row is `terms relation bound` or `bound <= terms <= bound`; `<` means `<=`. A bound ends with its line.
 * - The default bounds of a column are [0, Infinity]. If a bound is set twice, the last one counts (CPLEX).
 * - Bounds of 1e20 and more in size, and `inf` or `infinity` in any case, are infinite.
 * - With `integers: "relax"`, columns under General, Binary and Semi-continuous become continuous, within the convex
 *   hull of their values. `notices` gives their number and lists everything else in the text that the program does not
 *   contain.
 *
 * Time and memory are linear in the length of the text. A name or number may have 8192 characters; a line has no
 * maximum length.
 *
 * Throws {@link ProgramError} with the line number for: integer columns without that option, quadratic terms, indicator
 * constraints, special ordered sets and other nonlinear sections, a duplicate label, crossed bounds, and a text without
 * `End`. It reports the first error only.
 */
export function readCplexLp(text: string, options: ReadOptions = {}): TextProgram {
  if (typeof text !== "string") throw new ProgramError("text", `got ${typeof text}, wanted the LP file as a string.`);
  checkReadOptions(options, []);
  const notices: ReadNotice[] = [];
  const cursor = lpCursor(text);
  const columns = lpColumns();
  const rows = lpRows(columns);
  const first = cursor.peek();
  if (cursor.takeSection() !== "objective")
    throw errorAt(first.line, `got ${quote(first.text)}, wanted Minimize or Maximize first.`);
  cursor.takeLabel();
  const { constant } = parseExpression(cursor, columns.addCost);
  if (!cursor.isSection()) cursor.fail("a term of the objective or Subject To");

  const met = new Set<LpSection>();
  for (let isOver = false; !isOver;) {
    const head = cursor.peek();
    const section = cursor.takeSection();
    if (section === undefined)
      throw errorAt(head.line, "the text ends without End, wanted it as the last line; was the file cut short?");
    rejectDuplicate(met.has(section), `section ${quote(head.text)}`, head.line);
    met.add(section);
    isOver = section === "end";
    while (!cursor.isSection()) {
      if (section === "rows") rows.read(cursor);
      else if (section === "bounds") parseBoundStatement(cursor, columns);
      else if (section === "end") cursor.fail("nothing after End");
      else parseColumnType(cursor, columns, section, head.text, options);
    }
  }
  if (cursor.peek().kind !== "stop") cursor.fail("nothing after End");

  const colNames = [...columns.names.keys()];
  columns.finish(notices);
  notices.push(...integerNotice(columns.integers, colNames));
  const rowNames = rows.names();
  const program = {
    numRows: rowNames.length,
    numCols: colNames.length,
    ...columns.matrix(),
    ...columns.bounds(),
    ...rows.bounds(),
    sense: /^max/iu.test(first.text) ? ("max" as const) : ("min" as const),
    objectiveOffset: Number(constant),
    rowNames,
    colNames,
    ...(notices.length === 0 ? {} : { notices }),
  };
  checkProgram(program);
  return program;
}

/** `bound <= x <= bound`, `x <= bound`, `bound <= x`, `x = bound` or `x free`; every relation may also be reversed. */
function parseBoundStatement(cursor: LpCursor, columns: LpColumns): void {
  const { line } = cursor.peek();
  const isLimitFirst = cursor.peek().kind !== "name" || isInfinity(cursor.peek());
  const left = isLimitFirst ? { bound: cursor.takeBound().value, relation: takeRelation(cursor) } : undefined;
  const name = cursor.next();
  if (name.kind !== "name" || isInfinity(name))
    return cursor.fail("a column name; Bounds contains bounds of single columns", name);
  const set = (relation: "<" | ">" | "=", bound: number): void => {
    if (relation !== "<") columns.setBound(name.text, "lower", bound, line);
    if (relation !== ">") columns.setBound(name.text, "upper", bound, line);
  };
  if (left !== undefined) set(left.relation === "<" ? ">" : left.relation === ">" ? "<" : "=", left.bound);
  const next = cursor.peek();
  if (left === undefined && next.kind === "name" && /^free$/iu.test(next.text)) {
    cursor.next();
    set(">", -Infinity);
    return set("<", Infinity);
  }
  if (left === undefined || next.kind === "relation") set(takeRelation(cursor), cursor.takeBound().value);
}

function takeRelation(cursor: LpCursor): "<" | ">" | "=" {
  return cursor.takeRelation() ?? cursor.fail("a relation (<=, >=, =) or free");
}

function parseColumnType(
  cursor: LpCursor,
  columns: LpColumns,
  section: LpSection,
  keyword: string,
  options: ReadOptions,
): void {
  const name = cursor.next();
  if (section === "other" || section === "objective") {
    throw errorAt(
      name.line,
      `got section ${quote(keyword)}, wanted a linear program; this library does not solve other programs.`,
    );
  }
  if (name.kind !== "name") cursor.fail("the names of columns, or the next section", name);
  if (options.integers !== "relax") {
    const cure = 'wanted continuous columns only; pass { integers: "relax" } to read the linear relaxation';
    throw errorAt(name.line, `got column ${quote(name.text)} under ${keyword}, ${cure}.`);
  }
  columns.setKind(name.text, section as "general" | "binary" | "semicontinuous", name.line);
}
