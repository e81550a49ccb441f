import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import { lpColumns, type LpColumns } from "./lp-format-columns.ts";
import { isInfinity, type LpCursor, lpCursor } from "./lp-format-cursor.ts";
import { lpRows, readExpression } from "./lp-format-rows.ts";
import type { LpSection } from "./lp-format-tokens.ts";
import { checkReadOptions, integerNotice, type ReadOptions } from "./read-options.ts";
import { faultAt, quote, refuseSecond } from "./text-lines.ts";
import type { ReadNotice, TextProgram } from "./text-program.ts";

/**
 * Reads a linear program from text in CPLEX's LP format (`.lp`), as CPLEX, Gurobi, HiGHS, GLPK, JuMP, linopy and PuLP
 * write it: `Minimize` or `Maximize`, `Subject To`, `Bounds`, `End`, keywords in any case, each first on its line.
 *
 * What the format leaves open is settled thus:
 * - Columns come in the order in which the text first names them; rows without a label are called R1, R2, ... by place.
 * - Terms of one column add up, in the objective and in a row; a coefficient of 0 only names its column.
 * - Constants beside terms are moved to the limits of a row, exactly; in the objective they are its constant.
 * - A row is `terms relation limit` or `limit <= terms <= limit`; `<` is `<=`. A limit ends with its line.
 * - Columns lie in [0, Infinity] unless bounded; of two limits on one side the last one holds (CPLEX).
 * - Limits of 1e20 and more in size, `inf` and `infinity` in any case, mean no limit.
 * - With `integers: "relax"` columns under General, Binary and Semi-continuous are read as continuous ones, in the
 *   hull of what they may be. `notices` says how many they are, and what else the text says that a program does not
 *   hold.
 *
 * Time and memory are linear in the text; a name or number may have 8192 characters, a line any number.
 *
 * Throws {@link ProgramError} with the line: integer columns without that option, quadratic terms, indicator
 * constraints, special ordered sets and other sections of programs that are not linear, a label given twice, crossed
 * limits, a text without `End`. The first fault ends the reading.
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
    throw faultAt(first.line, `got ${quote(first.text)}, wanted Minimize or Maximize first.`);
  cursor.takeLabel();
  const { constant } = readExpression(cursor, columns.addCost);
  if (!cursor.isSection()) cursor.fail("a term of the objective or Subject To");

  const met = new Set<LpSection>();
  for (let isOver = false; !isOver;) {
    const head = cursor.peek();
    const section = cursor.takeSection();
    if (section === undefined)
      throw faultAt(head.line, "the text ends without End, wanted it as the last line; was the file cut short?");
    refuseSecond(met.has(section), `section ${quote(head.text)}`, head.line);
    met.add(section);
    isOver = section === "end";
    while (!cursor.isSection()) {
      if (section === "rows") rows.read(cursor);
      else if (section === "bounds") readBound(cursor, columns);
      else if (section === "end") cursor.fail("nothing after End");
      else readKind(cursor, columns, section, head.text, options);
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
    ...columns.limits(),
    ...rows.limits(),
    sense: /^max/iu.test(first.text) ? ("max" as const) : ("min" as const),
    objectiveOffset: Number(constant),
    rowNames,
    colNames,
    ...(notices.length === 0 ? {} : { notices }),
  };
  checkProgram(program);
  return program;
}

/** `limit <= x <= limit`, `x <= limit`, `limit <= x`, `x = limit`, `x free`; any relation the other way round too. */
function readBound(cursor: LpCursor, columns: LpColumns): void {
  const { line } = cursor.peek();
  const isLimitFirst = cursor.peek().kind !== "name" || isInfinity(cursor.peek());
  const left = isLimitFirst ? { limit: cursor.takeLimit().value, relation: takeRelation(cursor) } : undefined;
  const name = cursor.next();
  if (name.kind !== "name" || isInfinity(name))
    return cursor.fail("a column's name; Bounds holds limits of single columns", name);
  const set = (relation: "<" | ">" | "=", limit: number): void => {
    if (relation !== "<") columns.setLimit(name.text, "lower", limit, line);
    if (relation !== ">") columns.setLimit(name.text, "upper", limit, line);
  };
  if (left !== undefined) set(left.relation === "<" ? ">" : left.relation === ">" ? "<" : "=", left.limit);
  const next = cursor.peek();
  if (left === undefined && next.kind === "name" && /^free$/iu.test(next.text)) {
    cursor.next();
    set(">", -Infinity);
    return set("<", Infinity);
  }
  if (left === undefined || next.kind === "relation") set(takeRelation(cursor), cursor.takeLimit().value);
}

function takeRelation(cursor: LpCursor): "<" | ">" | "=" {
  return cursor.takeRelation() ?? cursor.fail("a relation (<=, >=, =) or free");
}

function readKind(
  cursor: LpCursor,
  columns: LpColumns,
  section: LpSection,
  keyword: string,
  options: ReadOptions,
): void {
  const name = cursor.next();
  if (section === "other" || section === "objective") {
    throw faultAt(name.line, `got section ${quote(keyword)}, wanted a linear program; this library solves no other.`);
  }
  if (name.kind !== "name") cursor.fail("the names of columns, or the next section", name);
  if (options.integers !== "relax") {
    const cure = 'wanted continuous columns only; pass { integers: "relax" } to read the linear relaxation';
    throw faultAt(name.line, `got column ${quote(name.text)} under ${keyword}, ${cure}.`);
  }
  columns.setKind(name.text, section as "general" | "binary" | "semicontinuous", name.line);
}
