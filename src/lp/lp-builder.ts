import { ProgramError } from "../errors.ts";
import { checkProgram } from "./check-program.ts";
import type { LinearProgram } from "./linear-program.ts";

/** Terms of a row: coefficients by column name, or pairs of a column (its name or index) and a coefficient. */
export type LpTerms = LpTermPairs | Readonly<Record<string, number>>;
export type LpTermPairs = Iterable<readonly [column: number | string, coefficient: number]>;

export interface LpBuilderSettings {
  /** Default `min`. */
  readonly sense?: "min" | "max";
  /** Constant of the objective. Default 0. */
  readonly objectiveOffset?: number;
}

export interface LpColumnSettings {
  /** Default 0; -Infinity for no lower bound. */
  readonly lower?: number;
  /** Default Infinity: no upper bound. */
  readonly upper?: number;
  /** Objective coefficient per unit of the column. Default 0. */
  readonly cost?: number;
}

/** Bounds of a row's activity: `equal`, or `lower`, `upper` or both. An omitted `lower` or `upper` is infinite. */
export type LpRowSettings =
  | { readonly equal: number; readonly lower?: undefined; readonly upper?: undefined }
  | { readonly equal?: undefined; readonly lower?: number; readonly upper?: number };

/**
 * Builds a {@link LinearProgram} from named columns and rows instead of packed arrays:
 *
 *     const builder = new LpBuilder();
 *     const grid = builder.addColumn("grid", { upper: 45, cost: 40 });
 *     builder.addColumn("diesel", { cost: 300 });
 *     builder.addRow("need", { lower: 50 }, { grid: 1, diesel: 1 });
 *     builder.addTerm("need", grid, 0.5); // terms of one row and column add up: 1.5
 *     const lp = builder.build();
 *
 * Add a column before the rows that use it. Terms are stored in flat arrays, without one object per term. Every method
 * throws {@link ProgramError} for a duplicate name, an unknown column or row, crossed bounds, and values that are not
 * numbers.
 */
export class LpBuilder {
  private readonly cols = new Map<string, number>();
  private readonly rows = new Map<string, number>();
  private readonly colLower: number[] = [];
  private readonly colUpper: number[] = [];
  private readonly cost: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly termRow: number[] = [];
  private readonly termCol: number[] = [];
  private readonly termValue: number[] = [];
  private readonly sense: "min" | "max";
  private readonly objectiveOffset: number;

  constructor(settings: LpBuilderSettings = {}) {
    requireObject(settings, "settings");
    const { sense = "min", objectiveOffset = 0 } = settings;
    if (sense !== "min" && sense !== "max")
      throw new ProgramError("sense", `got ${String(sense)}, wanted "min" or "max".`);
    this.sense = sense;
    this.objectiveOffset = finite(objectiveOffset, "objectiveOffset", "");
  }

  /** Adds a column and returns its index in `LinearProgram` and in every solution. */
  addColumn(name: string, settings: LpColumnSettings = {}): number {
    const where = describeNew(this.cols, name, "column");
    requireObject(settings, where);
    const { lower = 0, upper = Infinity, cost = 0 } = settings;
    checkBounds(lower, upper, where);
    this.cost.push(finite(cost, where, "cost "));
    this.colLower.push(lower);
    this.colUpper.push(upper);
    this.cols.set(name, this.cols.size);
    return this.cols.size - 1;
  }

  /**
   * Adds a row with its terms and returns its index. Terms of the same column add up. A coefficient that sums to 0 is
   * not stored in the matrix.
   */
  addRow(name: string, bounds: LpRowSettings, pairs?: LpTermPairs): number;
  addRow(name: string, bounds: LpRowSettings, terms: LpTerms): number;
  addRow(name: string, bounds: LpRowSettings, terms: LpTerms = []): number {
    const where = describeNew(this.rows, name, "row");
    requireObject(bounds, where);
    requireObject(terms, `${where}, terms`);
    const { equal, lower = equal, upper = equal } = bounds;
    if (lower === undefined && upper === undefined) {
      throw new ProgramError(
        where,
        "got no bound, wanted lower, upper or equal (use lower: -Infinity for a free row).",
      );
    }
    if (equal !== undefined && (lower !== equal || upper !== equal))
      throw new ProgramError(where, "got equal together with lower or upper, wanted one or the other.");
    checkBounds(lower ?? -Infinity, upper ?? Infinity, where);
    const row = this.rows.size;
    const numTerms = this.termRow.length;
    try {
      for (const pair of Symbol.iterator in terms ? terms : Object.entries(terms)) {
        if (!Array.isArray(pair))
          throw new ProgramError(where, `got term ${show(pair)}, wanted a pair [column, coefficient].`);
        this.push(row, pair[0] as number | string, pair[1] as number, where);
      }
    } catch (error) {
      // A rejected row leaves no terms behind.
      for (const list of [this.termRow, this.termCol, this.termValue]) list.length = numTerms;
      throw error;
    }
    this.rowLower.push(lower ?? -Infinity);
    this.rowUpper.push(upper ?? Infinity);
    this.rows.set(name, row);
    return row;
  }

  /** Adds `coefficient` to the coefficient of the column in the row. */
  addTerm(row: number | string, column: number | string, coefficient: number): void {
    this.push(indexOf(this.rows, row, "row"), column, coefficient, `row ${show(row)}`);
  }

  private push(row: number, column: number | string, coefficient: number, where: string): void {
    const j = indexOf(this.cols, column, "column");
    this.termValue.push(finite(coefficient, where, `coefficient of column ${show(column)} `));
    this.termCol.push(j);
    this.termRow.push(row);
  }

  /** Returns the program of everything added so far, with names. The builder can still be extended afterwards. */
  build(): LinearProgram {
    const numRows = this.rows.size;
    const numCols = this.cols.size;
    // Two stable counting sorts, by row and then by column: each column has its rows in order, and equal entries are
    // adjacent.
    const byRow = countingSort(this.termRow, numRows);
    const order = countingSort(
      Int32Array.from(byRow, (k) => this.termCol[k]),
      numCols,
    ).map((k) => byRow[k]);
    const colStart = new Int32Array(numCols + 1);
    const rowIndex = new Int32Array(order.length);
    const value = new Float64Array(order.length);
    let count = 0;
    for (let at = 0; at < order.length;) {
      const [i, j] = [this.termRow[order[at]], this.termCol[order[at]]];
      let sum = 0;
      for (; at < order.length && this.termRow[order[at]] === i && this.termCol[order[at]] === j; at++)
        sum += this.termValue[order[at]];
      if (sum === 0) continue;
      rowIndex[count] = i;
      value[count++] = sum;
      colStart[j + 1] = count;
    }
    for (let j = 0; j < numCols; j++) colStart[j + 1] = Math.max(colStart[j], colStart[j + 1]);
    const program: LinearProgram = {
      numRows,
      numCols,
      colStart,
      rowIndex: rowIndex.slice(0, count),
      value: value.slice(0, count),
      cost: Float64Array.from(this.cost),
      colLower: Float64Array.from(this.colLower),
      colUpper: Float64Array.from(this.colUpper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      sense: this.sense,
      objectiveOffset: this.objectiveOffset,
      rowNames: [...this.rows.keys()],
      colNames: [...this.cols.keys()],
    };
    checkProgram(program);
    return program;
  }
}

function requireObject(given: unknown, where: string): void {
  if (typeof given !== "object" || given === null)
    throw new ProgramError(where, `got ${show(given)}, wanted an object.`);
}

/** Sorts the positions 0 .. keys.length - 1 by key (0 .. numKeys - 1). Equal keys stay in their original order. */
function countingSort(keys: ArrayLike<number>, numKeys: number): Int32Array {
  const start = new Int32Array(numKeys + 1);
  for (let k = 0; k < keys.length; k++) start[keys[k] + 1]++;
  for (let key = 0; key < numKeys; key++) start[key + 1] += start[key];
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) order[start[keys[k]]++] = k;
  return order;
}

/** The label of a new column or row in error messages. Throws if its name is not a string or is already used. */
function describeNew(names: ReadonlyMap<string, number>, name: string, what: string): string {
  if (typeof name !== "string") throw new ProgramError("name", `got ${String(name)}, wanted a string.`);
  if (names.has(name)) throw new ProgramError(`${what} ${show(name)}`, "was added before, wanted another name.");
  return `${what} ${show(name)}`;
}

function indexOf(names: ReadonlyMap<string, number>, given: number | string, what: string): number {
  const place = typeof given === "string" ? names.get(given) : given;
  if (place !== undefined && Number.isInteger(place) && place >= 0 && place < names.size) return place;
  throw new ProgramError(`${what} ${show(given)}`, `does not exist, wanted one of the ${names.size} added before.`);
}

function checkBounds(lower: number, upper: number, where: string): void {
  if (
    typeof lower !== "number" ||
    typeof upper !== "number" ||
    !(lower <= upper) ||
    lower === Infinity ||
    upper === -Infinity
  ) {
    throw new ProgramError(
      where,
      `got bounds ${String(lower)} and ${String(upper)}, wanted numbers with lower <= upper (-Infinity, ` +
        "Infinity for no bound).",
    );
  }
}

function finite(given: number, where: string, what: string): number {
  if (!Number.isFinite(given)) throw new ProgramError(where, `got ${what}${String(given)}, wanted a finite number.`);
  return given;
}

function show(given: unknown): string {
  return typeof given === "string" ? JSON.stringify(given) : String(given);
}
