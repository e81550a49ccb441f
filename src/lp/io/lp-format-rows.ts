import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import type { LpColumns } from "./lp-format-columns.ts";
import { isInfinity, limitOf, type LpConstant, type LpCursor } from "./lp-format-cursor.ts";
import { faultAt, quote, refuseSecond, type TextLine } from "./text-lines.ts";
import { freeName } from "./written-text.ts";

/** A linear expression that was handed on term by term: what is left of it. */
export interface LpExpression {
  readonly numTerms: number;
  /** The sum of its constants, exact. */
  readonly constant: string;
}

/**
 * Reads terms and constants up to what is neither, and hands the terms on. `endsWithLine`: so does the line after a
 * number without terms, and after a term where the next line starts without a sign: a row without a label begins there.
 */
export function readExpression(
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
    if (!Number.isFinite(size)) throw faultAt(token.line, `got ${quote(token.text)}, wanted a finite number.`);
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

/** The rows of a text in LP format: `label: expression relation limit`, or `limit <= expression <= limit`. */
export function lpRows(columns: LpColumns) {
  const labels: (string | undefined)[] = [];
  const taken = new Set<string>();
  const rowLower: number[] = [];
  const rowUpper: number[] = [];

  /** What a limit on the terms alone is, exact: the limit minus the constant beside the terms. */
  const moved = ({ text, value }: LpConstant, constant: string): number =>
    Number.isFinite(value) && constant !== "0" ? Number(addDecimals(text, negateDecimal(constant))) : value;
  const push = (lower: number, upper: number, line: TextLine): void => {
    if (lower > upper || lower === Infinity || upper === -Infinity) {
      throw faultAt(
        line,
        `the row lies in [${lower}, ${upper}], wanted lower <= upper, and no limit of the wrong sign of infinity.`,
      );
    }
    rowLower.push(lower);
    rowUpper.push(upper);
    columns.endRow();
  };
  /** After a limit the row is over; what follows on its line can only be the next row's label. */
  const endLine = (cursor: LpCursor, line: TextLine): void => {
    if (cursor.isSection() || cursor.isLabel() || cursor.peek().line.number !== line.number) return;
    cursor.fail("the end of the row after its limit; variables go to the left of the relation, numbers to the right");
  };

  return {
    /** Reads one row. */
    read(cursor: LpCursor): void {
      const { line } = cursor.peek();
      const label = cursor.takeLabel();
      if (label !== undefined) {
        refuseSecond(taken.has(label), `row ${quote(label)}`, line);
        taken.add(label);
      }
      labels.push(label);
      const infinite = cursor.isInfinite() ? cursor.takeLimit() : undefined;
      const left = infinite === undefined ? readExpression(cursor, columns.addTerm) : { numTerms: 0, constant: "0" };
      const relation = cursor.takeRelation();
      if (relation === undefined) return cursor.fail("a relation (<=, >=, =)");
      const below = (limit: number): void =>
        push(relation === "<" ? -Infinity : limit, relation === ">" ? Infinity : limit, line);
      if (left.numTerms > 0 || cursor.isInfinite()) {
        const end = cursor.peek().line;
        const limit = moved(cursor.takeLimit(), left.constant);
        endLine(cursor, end);
        return below(limit);
      }
      const middle = readExpression(cursor, columns.addTerm, true);
      const second = cursor.takeRelation();
      // Neither side has terms: a row of zeros.
      if (middle.numTerms === 0 && second === undefined && infinite === undefined)
        return below(moved(limitOf(middle.constant), left.constant));
      const near = moved(infinite ?? limitOf(left.constant), middle.constant);
      if (second === undefined)
        return push(relation === ">" ? -Infinity : near, relation === "<" ? Infinity : near, line);
      if (second !== relation || relation === "=")
        throw faultAt(line, "got two relations of different kinds in a row, wanted a <= ... <= b.");
      const end = cursor.peek().line;
      const far = moved(cursor.takeLimit(), middle.constant);
      endLine(cursor, end);
      push(relation === "<" ? near : far, relation === "<" ? far : near, line);
    },

    /** Rows without a label are called R1, R2, ... by their place. */
    names: (): string[] => labels.map((label, i) => label ?? freeName(`R${i + 1}`, taken)),
    limits: (): Pick<LinearProgram, "rowLower" | "rowUpper"> => ({
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
    }),
  };
}
