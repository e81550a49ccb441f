import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import type { LpColumns } from "./lp-format-columns.ts";
import { isInfinity, parseBoundConstant, type LpConstant, type LpCursor } from "./lp-format-cursor.ts";
import { errorAt, quote, rejectDuplicate, type TextLine } from "./text-lines.ts";
import { unusedName } from "./written-text.ts";

/** A parsed linear expression without its terms, which the caller has received one by one. */
export interface LpExpression {
  readonly numTerms: number;
  /** The exact sum of its constants. */
  readonly constant: string;
}

/**
 * Parses terms and constants up to the first other token, and passes the terms to `take`. With `endsWithLine`, the
 * expression may also end with a line. It ends after a number if it has no terms. It ends after a term if the next line
 * starts without a sign, because a row without a label starts there.
 */
export function parseExpression(
  cursor: LpCursor,
  take: (name: string, coefficient: number) => void,
  endsWithLine = false,
): LpExpression {
  let numTerms = 0;
  let constant = "0";
  let last = 0;
  for (let isFirst = true; ; isFirst = false) {
    const isSigned = cursor.peek().kind === "sign";
    if (cursor.isLabel() || (!isSigned && cursor.peek().kind !== "number" && cursor.peek().kind !== "name"))
      return { numTerms, constant };
    const isOver =
      endsWithLine &&
      !isFirst &&
      cursor.peek().line.number !== last &&
      (!isSigned || numTerms === 0 || cursor.isInfinite());
    if (isOver) return { numTerms, constant };
    if (!isSigned && !isFirst) return cursor.fail("+ or - between terms, or a relation (<=, >=, =)");
    const sign = cursor.signs();
    const token = cursor.next();
    if (isInfinity(token) || (token.kind !== "number" && token.kind !== "name"))
      return cursor.fail("a term such as 3 x", token);
    const name = token.kind === "name" ? token : cursor.peek();
    const isTerm =
      name.kind === "name" &&
      (token === name ||
        !(cursor.isLabel() || isInfinity(name) || (endsWithLine && name.line.number !== token.line.number)));
    const size = token.kind === "number" ? Number(token.text) : 1;
    if (!Number.isFinite(size)) throw errorAt(token.line, `got ${quote(token.text)}, wanted a finite number.`);
    if (!isTerm) {
      constant = addDecimals(constant, sign < 0 ? negateDecimal(token.text) : token.text);
      last = token.line.number;
      continue;
    }
    if (token !== name) cursor.next();
    last = name.line.number;
    numTerms++;
    take(name.text, sign * size);
  }
}

/** The rows of a text in LP format: `label: expression relation bound`, or `bound <= expression <= bound`. */
export function lpRows(columns: LpColumns) {
  const labels: (string | undefined)[] = [];
  const taken = new Set<string>();
  const rowLower: number[] = [];
  const rowUpper: number[] = [];

  /** The exact bound on the terms alone: the bound minus the constant of the expression. */
  const boundOnTerms = ({ text, value }: LpConstant, constant: string): number =>
    Number.isFinite(value) && constant !== "0" ? Number(addDecimals(text, negateDecimal(constant))) : value;
  const addRow = (lower: number, upper: number, line: TextLine): void => {
    if (lower > upper || lower === Infinity || upper === -Infinity) {
      throw errorAt(
        line,
        `the row has the bounds [${lower}, ${upper}], wanted lower <= upper, lower < inf and upper > -inf.`,
      );
    }
    rowLower.push(lower);
    rowUpper.push(upper);
    columns.endRow();
  };
  /** A bound ends its row. Only the label of the next row may follow on the same line. */
  const endLine = (cursor: LpCursor, line: TextLine): void => {
    if (cursor.isSection() || cursor.isLabel() || cursor.peek().line.number !== line.number) return;
    cursor.fail("the end of the row after its bound; variables go to the left of the relation, numbers to the right");
  };

  return {
    /** Parses one row. */
    read(cursor: LpCursor): void {
      const { line } = cursor.peek();
      const label = cursor.takeLabel();
      if (label !== undefined) {
        rejectDuplicate(taken.has(label), `row ${quote(label)}`, line);
        taken.add(label);
      }
      labels.push(label);
      const infinite = cursor.isInfinite() ? cursor.takeBound() : undefined;
      const left = infinite === undefined ? parseExpression(cursor, columns.addTerm) : { numTerms: 0, constant: "0" };
      const relation = cursor.takeRelation();
      if (relation === undefined) return cursor.fail("a relation (<=, >=, =)");
      const below = (bound: number): void =>
        addRow(relation === "<" ? -Infinity : bound, relation === ">" ? Infinity : bound, line);
      if (left.numTerms > 0 || cursor.isInfinite()) {
        const end = cursor.peek().line;
        const bound = boundOnTerms(cursor.takeBound(), left.constant);
        endLine(cursor, end);
        return below(bound);
      }
      const middle = parseExpression(cursor, columns.addTerm, true);
      const second = cursor.takeRelation();
      // Both sides are constants: a row of zeros.
      if (middle.numTerms === 0 && second === undefined && infinite === undefined)
        return below(boundOnTerms(parseBoundConstant(middle.constant), left.constant));
      const near = boundOnTerms(infinite ?? parseBoundConstant(left.constant), middle.constant);
      if (second === undefined)
        return addRow(relation === ">" ? -Infinity : near, relation === "<" ? Infinity : near, line);
      if (second !== relation || relation === "=")
        throw errorAt(line, "got two relations of different kinds in a row, wanted a <= ... <= b.");
      const end = cursor.peek().line;
      const far = boundOnTerms(cursor.takeBound(), middle.constant);
      endLine(cursor, end);
      addRow(relation === "<" ? near : far, relation === "<" ? far : near, line);
    },

    /** A row without a label is called R1, R2, ... by its position. */
    names: (): string[] => labels.map((label, i) => label ?? unusedName(`R${i + 1}`, taken)),
    bounds: (): Pick<LinearProgram, "rowLower" | "rowUpper"> => ({
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
    }),
  };
}
