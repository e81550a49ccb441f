import { ProgramError } from "../errors.ts";
import { checkProgram } from "./check-program.ts";
import type { LinearProgram } from "./linear-program.ts";

/** Terms of a row: coefficients by column name, or pairs of a column (its name or number) and a coefficient. */
export type LpTerms = LpTermPairs | Readonly<Record<string, number>>;
export type LpTermPairs = Iterable<readonly [column: number | string, coefficient: number]>;

export interface LpBuilderSettings {
  /** Default `min`. */
  readonly sense?: "min" | "max";
  /** Constant of the objective. Default 0. */
  readonly objectiveOffset?: number;
}

export interface LpColumnSettings {
  /** Default 0; -Infinity for none. */
  readonly lower?: number;
  /** Default Infinity: none. */
  readonly upper?: number;
  /** Objective per unit of the column. Default 0. */
  readonly cost?: number;
}

/**
 * Limits of a row's activity: `equal`, or one or both of `lower` and `upper`; what is left out of those two is none.
 */
export type LpRowSettings =
  | { readonly equal: number; readonly lower?: undefined; readonly upper?: undefined }
  | { readonly equal?: undefined; readonly lower?: number; readonly upper?: number };

/**
 * Builds a {@link LinearProgram} by columns, rows and names instead of packed arrays:
 *
 *     const builder = new LpBuilder();
 *     const grid = builder.addColumn("grid", { upper: 45, cost: 40 });
 *     builder.addColumn("diesel", { cost: 300 });
 *     builder.addRow("need", { lower: 50 }, { grid: 1, diesel: 1 });
 *     builder.addTerm("need", grid, 0.5); // terms of one row and column add up: 1.5
 *     const lp = builder.build();
 *
 * Columns come before the rows that name them. Terms are kept in flat lists, no object each. Every method throws
 * {@link ProgramError} for a name given twice, a column or row that is not there, crossed limits, and what is no
 * number.
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

  /** Adds a column and returns its number, which is its index in `LinearProgram` and in every solution. */
  addColumn(name: string, settings: LpColumnSettings = {}): number {
    const where = newName(this.cols, name, "column");
    requireObject(settings, where);
    const { lower = 0, upper = Infinity, cost = 0 } = settings;
    checkLimits(lower, upper, where);
    this.cost.push(finite(cost, where, "cost "));
    this.colLower.push(lower);
    this.colUpper.push(upper);
    this.cols.set(name, this.cols.size);
    return this.cols.size - 1;
  }

  /**
   * Adds a row with its terms and returns its number. Terms of the same column add up; sums of 0 are left out of the
   * matrix.
   */
  addRow(name: string, limits: LpRowSettings, pairs?: LpTermPairs): number;
  addRow(name: string, limits: LpRowSettings, terms: LpTerms): number;
  addRow(name: string, limits: LpRowSettings, terms: LpTerms = []): number {
    const where = newName(this.rows, name, "row");
    requireObject(limits, where);
    requireObject(terms, `${where}, terms`);
    const { equal, lower = equal, upper = equal } = limits;
    if (lower === undefined && upper === undefined) {
      throw new ProgramError(where, "got no limit, wanted lower, upper or equal (lower: -Infinity for a free row).");
    }
    if (equal !== undefined && (lower !== equal || upper !== equal))
      throw new ProgramError(where, "got equal beside lower or upper, wanted one or the other.");
    checkLimits(lower ?? -Infinity, upper ?? Infinity, where);
    const row = this.rows.size;
    const numTerms = this.termRow.length;
    try {
      for (const pair of Symbol.iterator in terms ? terms : Object.entries(terms)) {
        if (!Array.isArray(pair))
          throw new ProgramError(where, `got term ${show(pair)}, wanted a pair [column, coefficient].`);
        this.push(row, pair[0] as number | string, pair[1] as number, where);
      }
    } catch (error) {
      // A row that is refused leaves nothing behind.
      for (const list of [this.termRow, this.termCol, this.termValue]) list.length = numTerms;
      throw error;
    }
    this.rowLower.push(lower ?? -Infinity);
    this.rowUpper.push(upper ?? Infinity);
    this.rows.set(name, row);
    return row;
  }

  /** Adds `coefficient` to what the row holds of the column. */
  addTerm(row: number | string, column: number | string, coefficient: number): void {
    this.push(placeOf(this.rows, row, "row"), column, coefficient, `row ${show(row)}`);
  }

  private push(row: number, column: number | string, coefficient: number, where: string): void {
    const j = placeOf(this.cols, column, "column");
    this.termValue.push(finite(coefficient, where, `coefficient of column ${show(column)} `));
    this.termCol.push(j);
    this.termRow.push(row);
  }

  /** The program of all that was added so far, with names; the builder goes on unchanged. */
  build(): LinearProgram {
    const numRows = this.rows.size;
    const numCols = this.cols.size;
    // Two stable counting sorts: by row, then by column, so that each column holds its rows in order, equal ones
    // together.
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

/** The places of `keys` (0 .. numKeys - 1) in ascending order of key, equal keys in the order they came. */
function countingSort(keys: ArrayLike<number>, numKeys: number): Int32Array {
  const start = new Int32Array(numKeys + 1);
  for (let k = 0; k < keys.length; k++) start[keys[k] + 1]++;
  for (let key = 0; key < numKeys; key++) start[key + 1] += start[key];
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) order[start[keys[k]]++] = k;
  return order;
}

/** What errors call a new column or row; throws where its name is none or taken. */
function newName(names: ReadonlyMap<string, number>, name: string, what: string): string {
  if (typeof name !== "string") throw new ProgramError("name", `got ${String(name)}, wanted a string.`);
  if (names.has(name))
    throw new ProgramError(`${what} ${show(name)}`, "is added for the second time, wanted another name.");
  return `${what} ${show(name)}`;
}

function placeOf(names: ReadonlyMap<string, number>, given: number | string, what: string): number {
  const place = typeof given === "string" ? names.get(given) : given;
  if (place !== undefined && Number.isInteger(place) && place >= 0 && place < names.size) return place;
  throw new ProgramError(`${what} ${show(given)}`, `is not there, wanted one of the ${names.size} added before.`);
}

function checkLimits(lower: number, upper: number, where: string): void {
  if (
    typeof lower !== "number" ||
    typeof upper !== "number" ||
    !(lower <= upper) ||
    lower === Infinity ||
    upper === -Infinity
  ) {
    throw new ProgramError(
      where,
      `got limits ${String(lower)} and ${String(upper)}, wanted numbers with lower <= upper (-Infinity, ` +
        "Infinity for none).",
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
