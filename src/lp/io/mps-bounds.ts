import type { LinearProgram } from "../linear-program.ts";
import { bareBounds, faultAt, readLimit } from "./mps-lines.ts";
import type { MpsLine } from "./mps-lines.ts";

const integerBounds = new Set(["BV", "LI", "UI", "SC", "SI"]);

/** The BOUNDS section of an MPS text. Each limit may be set once; what is not set is [0, Infinity]. */
export class MpsBounds {
  private readonly columns: ReadonlyMap<string, number>;
  private readonly lower = new Map<number, number>();
  private readonly upper = new Map<number, number>();
  private setName: string | undefined;

  constructor(columns: ReadonlyMap<string, number>) {
    this.columns = columns;
  }

  set([givenType, set, col, number]: readonly string[], line: MpsLine): void {
    const type = givenType.toUpperCase();
    if (integerBounds.has(type)) {
      throw faultAt(
        line,
        `got bound type ${type} on "${col}", wanted a continuous column (this library solves linear programs); ` +
          `use LO and UP.`,
      );
    }
    if (type !== "UP" && type !== "LO" && type !== "FX" && !bareBounds.has(type)) {
      throw faultAt(line, `got bound type "${givenType}", wanted UP, LO, FX, FR, MI or PL.`);
    }
    if (this.setName === undefined) this.setName = set;
    else if (this.setName !== set) {
      throw faultAt(line, `a second set "${set}" in BOUNDS beside "${this.setName}", wanted one; delete the other.`);
    }
    const j = this.columns.get(col);
    if (j === undefined) throw faultAt(line, `got column "${col}", wanted one named in COLUMNS.`);

    const limit = bareBounds.has(type) ? 0 : readLimit(number, line, `the ${type} bound of "${col}"`);
    if (type !== "UP" && type !== "PL") {
      refuseSecond(this.lower, "lower", j, col, line);
      this.lower.set(j, type === "FR" || type === "MI" ? -Infinity : limit);
    }
    if (type !== "LO" && type !== "MI") {
      refuseSecond(this.upper, "upper", j, col, line);
      this.upper.set(j, type === "FR" || type === "PL" ? Infinity : limit);
    }
    const lower = this.lower.get(j) ?? -Infinity;
    const upper = this.upper.get(j) ?? Infinity;
    if (lower > upper || lower === Infinity || upper === -Infinity) {
      throw faultAt(line, `column "${col}" now lies in [${lower}, ${upper}], wanted lower <= upper.`);
    }
  }

  limits(numCols: number): Pick<LinearProgram, "colLower" | "colUpper"> {
    const colLower = new Float64Array(numCols);
    const colUpper = new Float64Array(numCols).fill(Infinity);
    for (const [j, upper] of this.upper) {
      colUpper[j] = upper;
      if (upper < 0) colLower[j] = -Infinity;
    }
    for (const [j, lower] of this.lower) colLower[j] = lower;
    return { colLower, colUpper };
  }
}

function refuseSecond(limits: ReadonlyMap<number, number>, side: string, j: number, col: string, line: MpsLine): void {
  if (limits.has(j)) throw faultAt(line, `the ${side} bound of column "${col}" for the second time, wanted it once.`);
}
