import type { LinearProgram } from "../linear-program.ts";
import { boundTypesWithoutNumber } from "./mps-lines.ts";
import { errorAt, quote, rejectDuplicate, type TextLine } from "./text-lines.ts";
import { parseBound } from "./text-number.ts";

const integerBounds = new Set(["BV", "LI", "UI", "SC", "SI"]);
type Side = "lower" | "upper";
/** The bounds that each type sets; for a semicontinuous column the upper one. */
const sidesOf = new Map<string, readonly Side[]>([
  ["LO", ["lower"]], ["MI", ["lower"]], ["UP", ["upper"]], ["PL", ["upper"]], ["FX", ["lower", "upper"]], ["FR", ["lower", "upper"]],
  ["LI", ["lower"]], ["UI", ["upper"]], ["BV", ["lower", "upper"]], ["SC", ["upper"]], ["SI", ["upper"]],
]); // prettier-ignore

/**
 * The BOUNDS section of an MPS text. Each bound may be set once. Default bounds are [0, Infinity], and [0, 1] for an
 * integer column without any bound (CPLEX, HiGHS). `integers` contains the columns between markers with their lines;
 * this function adds the integer columns of BOUNDS.
 */
export function mpsBounds(columns: ReadonlyMap<string, number>, integers: Map<number, number>, relax: boolean) {
  const given = { lower: new Map<number, number>(), upper: new Map<number, number>() };
  /** Columns that may be 0 outside their bounds. The convex hull of both is read. */
  const semicontinuous = new Set<number>();
  return {
    set([givenType, , col, number]: readonly string[], line: TextLine): void {
      const type = givenType.toUpperCase();
      const sides = sidesOf.get(type);
      if (sides === undefined)
        throw errorAt(line, `got bound type ${quote(givenType)}, wanted UP, LO, FX, FR, MI or PL.`);
      if (integerBounds.has(type) && !relax) {
        throw errorAt(
          line,
          `got bound type ${type} on ${quote(col)}, wanted a continuous column; ` +
            `pass { integers: "relax" } to read the linear relaxation.`,
        );
      }
      const j = columns.get(col);
      if (j === undefined) throw errorAt(line, `got column ${quote(col)}, wanted one named in COLUMNS.`);
      if (integerBounds.has(type) && !integers.has(j)) integers.set(j, line.number);
      if (type === "SC" || type === "SI") semicontinuous.add(j);

      const bound = boundTypesWithoutNumber.has(type)
        ? type === "BV"
          ? 1
          : Infinity
        : parseBound(number, line, `the ${type} bound of ${quote(col)}`);
      for (const side of sides) {
        rejectDuplicate(given[side].has(j), `the ${side} bound of column ${quote(col)}`, line);
        given[side].set(
          j,
          side === "upper" || !boundTypesWithoutNumber.has(type) ? bound : type === "BV" ? 0 : -Infinity,
        );
      }
      const lower = given.lower.get(j) ?? -Infinity;
      const upper = given.upper.get(j) ?? Infinity;
      if (lower > upper || lower === Infinity || upper === -Infinity) {
        throw errorAt(line, `column ${quote(col)} now has the bounds [${lower}, ${upper}], wanted lower <= upper.`);
      }
    },

    bounds(numCols: number): Pick<LinearProgram, "colLower" | "colUpper"> {
      const colLower = new Float64Array(numCols);
      const colUpper = new Float64Array(numCols).fill(Infinity);
      for (const j of integers.keys()) if (!given.lower.has(j) && !given.upper.has(j)) colUpper[j] = 1;
      for (const [j, upper] of given.upper) {
        colUpper[j] = upper;
        if (upper < 0) colLower[j] = -Infinity;
      }
      for (const [j, lower] of given.lower) colLower[j] = lower;
      for (const j of semicontinuous) {
        colLower[j] = Math.min(0, colLower[j]);
        colUpper[j] = Math.max(0, colUpper[j]);
      }
      return { colLower, colUpper };
    },
  };
}
