import type { LinearProgram } from "../linear-program.ts";
import { bareBounds, faultAt, readLimit, refuseSecond } from "./mps-lines.ts";
import type { MpsLine } from "./mps-lines.ts";

const integerBounds = new Set(["BV", "LI", "UI", "SC", "SI"]);
type Side = "lower" | "upper";
/** The limits each type sets. */
const sidesOf = new Map<string, readonly Side[]>([
  ["LO", ["lower"]], ["MI", ["lower"]], ["UP", ["upper"]], ["PL", ["upper"]], ["FX", ["lower", "upper"]], ["FR", ["lower", "upper"]],
]); // prettier-ignore

/** The BOUNDS section of an MPS text. Each limit may be set once; what is not set is [0, Infinity]. */
export function mpsBounds(columns: ReadonlyMap<string, number>) {
  const given = { lower: new Map<number, number>(), upper: new Map<number, number>() };
  return {
    set([givenType, , col, number]: readonly string[], line: MpsLine): void {
      const type = givenType.toUpperCase();
      if (integerBounds.has(type)) {
        throw faultAt(
          line,
          `got bound type ${type} on "${col}", wanted a continuous column (this library solves linear programs); ` +
            `use LO and UP.`,
        );
      }
      const sides = sidesOf.get(type);
      if (sides === undefined) throw faultAt(line, `got bound type "${givenType}", wanted UP, LO, FX, FR, MI or PL.`);
      const j = columns.get(col);
      if (j === undefined) throw faultAt(line, `got column "${col}", wanted one named in COLUMNS.`);

      const limit = bareBounds.has(type) ? Infinity : readLimit(number, line, `the ${type} bound of "${col}"`);
      for (const side of sides) {
        refuseSecond(given[side].has(j), `the ${side} bound of column "${col}"`, line);
        given[side].set(j, side === "lower" && bareBounds.has(type) ? -Infinity : limit);
      }
      const lower = given.lower.get(j) ?? -Infinity;
      const upper = given.upper.get(j) ?? Infinity;
      if (lower > upper || lower === Infinity || upper === -Infinity) {
        throw faultAt(line, `column "${col}" now lies in [${lower}, ${upper}], wanted lower <= upper.`);
      }
    },

    limits(numCols: number): Pick<LinearProgram, "colLower" | "colUpper"> {
      const colLower = new Float64Array(numCols);
      const colUpper = new Float64Array(numCols).fill(Infinity);
      for (const [j, upper] of given.upper) {
        colUpper[j] = upper;
        if (upper < 0) colLower[j] = -Infinity;
      }
      for (const [j, lower] of given.lower) colLower[j] = lower;
      return { colLower, colUpper };
    },
  };
}
