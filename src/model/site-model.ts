/**
 * The one model of a site: assets declare blocks of columns, rows and cost over the time axis, and
 * `toLinearProgram` lays them out. The power balance of the site bus holds in every interval t, in MW:
 *
 *     sum supply_t(x) - sum draw_t(x) = demand_t
 *
 * Costs are named (item, kind). The ledger is computed from the same terms as the objective, so the two cannot differ.
 */
import { GrowingVector } from "./growing-vector.ts";
import type { BudgetPace } from "../time/budget-pace.ts";
import type { TimeGrid } from "../time/time-grid.ts";
import type { ColumnBlock, RowBlock } from "./block.ts";
import type { BlockOptions, SeriesOptions, Values } from "./block-options.ts";
import type { AlreadySet, ConstantCost, CostKind, CostTerm } from "./cost-term.ts";
import type { EitherOr } from "./either-or.ts";
import type { EmissionTerm } from "./emission-term.ts";
import type { Limit } from "./limit.ts";
import type { Preference } from "./preference.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { TermList } from "./term-list.ts";
import type { Warning } from "./warning.ts";

export class SiteModel {
  readonly time: TimeGrid;
  /** USD per PH/s and day before pool fee, one value per interval; undefined without a `bitcoin` section. */
  readonly hashpriceUsdPerPhDay: Float64Array | undefined;
  readonly pace: BudgetPace | undefined;
  /** The site's power balance, MW; one row per interval. */
  readonly balance: RowBlock;

  readonly columnBlocks: ColumnBlock[] = [];
  readonly rowBlocks: RowBlock[] = [];
  readonly costTerms: CostTerm[] = [];
  readonly constantCosts: ConstantCost[] = [];
  /** Not part of the objective. */
  readonly alreadySet: AlreadySet[] = [];
  readonly emissionTerms: EmissionTerm[] = [];
  readonly limits: Limit[] = [];
  readonly eitherOrs: EitherOr[] = [];
  readonly preferences: Preference[] = [];
  /** Sentences the reader should know (a default taken, a rule applied). */
  readonly notices: string[] = [];
  /** Defaults of money, with the items of the ledger they make. */
  readonly defaults: {
    readonly asset: string;
    readonly field: string;
    readonly value: string;
    readonly item: string;
  }[] = [];
  /** Prices at which assets trade power, by the name of the series that is traded. */
  readonly prices: {
    readonly asset: string;
    readonly field: string;
    readonly usdPerMwh: Float64Array;
    readonly power: string;
  }[] = [];
  /** What may mislead or cost the reader, known before solving. */
  readonly warnings: Warning[] = [];
  readonly #faults: (PlanInputFault & { readonly asset: string })[] = [];

  readonly colLower = new GrowingVector();
  readonly colUpper = new GrowingVector();
  readonly rowLower = new GrowingVector();
  readonly rowUpper = new GrowingVector();
  readonly terms = new TermList();

  /** `pace`: how a look-ahead shares out budgets that must last longer than it does; absent: it may spend them. */
  constructor(time: TimeGrid, hashpriceUsdPerPhDay?: Float64Array, pace?: BudgetPace) {
    this.time = time;
    this.pace = pace;
    this.hashpriceUsdPerPhDay = hashpriceUsdPerPhDay;
    this.balance = this.addRows("site", "balance", { unit: "MW", lower: 0, upper: 0 });
  }

  /** One column for each interval (or for each of `count` intervals from `from`). Bounds default to [0, Infinity]. */
  addSeries(asset: string, name: string, options: SeriesOptions): ColumnBlock {
    return this.#addColumns(asset, name, options, true);
  }

  /** A single column that belongs to no interval. */
  addColumn(asset: string, name: string, options: BlockOptions): ColumnBlock {
    return this.#addColumns(asset, name, options, false);
  }

  /** One row for each interval. Bounds default to (-Infinity, Infinity). */
  addRows(asset: string, name: string, options: SeriesOptions): RowBlock {
    return this.#addRowBlock(asset, name, options, true);
  }

  /** A single row over the whole plan or part of it. */
  addRow(asset: string, name: string, options: BlockOptions): RowBlock {
    return this.#addRowBlock(asset, name, options, false);
  }

  /** Adds `coefficient * columns[t + shift]` to `rows[t]` for every interval t that both blocks have. */
  addTerms(rows: RowBlock, columns: ColumnBlock, coefficient: Values, shift = 0): void {
    const from = Math.max(rows.from, columns.from - shift);
    const to = Math.min(rows.from + rows.count, columns.from + columns.count - shift);
    this.#addRun(rows, from - rows.from, 1, columns, from + shift - columns.from, 1, to - from, coefficient, from);
  }

  /** Adds `coefficient[t] * columns[t]` for the block's intervals within `[from, to)` to one single row. */
  addSum(row: RowBlock, columns: ColumnBlock, coefficient: Values, from = 0, to = this.time.count): void {
    const first = Math.max(from, columns.from);
    const count = Math.min(to, columns.from + columns.count) - first;
    this.#addRun(row, 0, 0, columns, first - columns.from, 1, count, coefficient, first);
  }

  /** Adds `coefficient * column` (a single column) to every row of the block; with as many coefficients, one to each. */
  addShared(rows: RowBlock, column: ColumnBlock, coefficient: Values): void {
    this.#addRun(rows, 0, 1, column, 0, 0, rows.count, coefficient, 0);
  }

  /** The block supplies `busMwPerUnit` MW to the site bus for each unit. */
  supply(columns: ColumnBlock, busMwPerUnit: Values = 1): void {
    this.addTerms(this.balance, columns, busMwPerUnit);
  }

  /** The block draws `busMwPerUnit` MW from the site bus for each unit. */
  draw(columns: ColumnBlock, busMwPerUnit = 1): void {
    this.addTerms(this.balance, columns, -busMwPerUnit);
  }

  /** Adds a fixed draw in MW to the right-hand side of the balance. */
  demand(mw: Values): void {
    for (let t = 0; t < this.time.count; t++) {
      const row = this.balance.start + t;
      const add = typeof mw === "number" ? mw : mw[t];
      this.rowLower.add(row, add);
      this.rowUpper.add(row, add);
    }
  }

  /** Prices a block: `usdPerUnit` times its value is part of the objective and of the ledger under (item, kind). */
  addCost(columns: ColumnBlock, item: string, kind: CostKind, usdPerUnit: Values): void {
    this.costTerms.push({ columns, item, kind, usdPerUnit });
  }

  /** An amount that no decision changes. With `usdByInterval` it belongs to intervals, else to the plan as a whole. */
  addConstantCost(asset: string, item: string, kind: CostKind, usd: Values): void {
    this.constantCosts.push({ asset, item, kind, usd });
  }

  /** Reports an amount that was owed before the plan began beside the objective. */
  addAlreadySet(asset: string, item: string, usd: number): void {
    this.alreadySet.push({ asset, item, usd });
  }

  /** Among schedules of equal cost, less of the block is better; weights are made of those in `tieBreakWeight`. */
  preferLess(columns: ColumnBlock, weight: Preference["weight"]): void {
    this.preferences.push({ columns, weight });
  }

  /** Each unit of the block emits so many t CO2: what a price or cap of the site is on, and what the result reports. */
  addEmission(columns: ColumnBlock, tPerUnit: Values): void {
    this.emissionTerms.push({ columns, tPerUnit });
  }

  /** Lowers the upper bounds of a series, for `link`: a limit that only shows once assets see each other. */
  lowerUpper({ start, count, from }: ColumnBlock, upper: Float64Array): void {
    for (let i = 0; i < count; i++)
      this.colUpper.add(start + i, Math.min(0, upper[from + i] - this.colUpper.at(start + i)));
  }

  /**
   * States that in no interval both sides may be above zero. The program holds only the valid row
   * sum a / Ua + sum b / Ub <= 1 (added where both have a positive bound); whether the answer satisfies the rule
   * itself is tested after solving. `remedy` says what the user may do where it does not.
   */
  addEitherOr(rule: string, a: readonly ColumnBlock[], b: readonly ColumnBlock[], remedy?: string): void {
    if (a.length === 0 || b.length === 0) return;
    const rows = this.addRows("site", rule, { unit: "1", upper: 1 });
    for (const side of [a, b]) {
      const scale = this.upperOf(side).map((mw) => (mw > 0 ? 1 / mw : 0));
      for (const columns of side) this.addTerms(rows, columns, scale);
    }
    this.testEitherOr(rule, a, b, remedy, rows);
  }

  /** Sum of the upper bounds of some series, one value per interval. */
  upperOf(side: readonly ColumnBlock[]): Float64Array {
    const upper = new Float64Array(this.time.count);
    for (const { start, count, from } of side)
      for (let i = 0; i < count; i++) upper[from + i] += this.colUpper.at(start + i);
    return upper;
  }

  /** Like `addEitherOr` without a row: a rule that prices already ensure. It is tested all the same. */
  testEitherOr(
    rule: string,
    a: readonly ColumnBlock[],
    b: readonly ColumnBlock[],
    remedy?: string,
    rows?: RowBlock,
  ): void {
    if (a.length > 0 && b.length > 0) this.eitherOrs.push({ rule, a, b, remedy, rows });
  }

  /**
   * Reports bad input in a field of `asset` that only shows once assets see each other; thrown together by
   * `throwFaults`.
   */
  fault(asset: string, path: string, given: string, wanted: string, fix: string): void {
    this.#faults.push({ asset, path, given, wanted, fix });
  }

  /** `pathOf` gives the place of an asset in the input, e.g. `assets[2]`. */
  throwFaults(pathOf: (asset: string) => string): void {
    const faults = this.#faults.map(({ asset, path, ...words }) => ({ path: `${pathOf(asset)}.${path}`, ...words }));
    if (faults.length > 0) throw new PlanInputError(faults);
  }

  /** A run of terms from row `i` of its block and column `j` of its own. */
  #addRun(
    { start: block }: RowBlock,
    i: number,
    rowStep: 0 | 1,
    { start }: ColumnBlock,
    j: number,
    colStep: 0 | 1,
    count: number,
    values: Values,
    first: number,
  ): void {
    this.terms.push({ block, row: block + i, rowStep, col: start + j, colStep, count, values, first });
  }

  #addColumns(asset: string, name: string, options: SeriesOptions, perInterval: boolean): ColumnBlock {
    const { unit, from = 0, lower = 0, upper = Infinity, lowerLimit, words } = options;
    const block: ColumnBlock = {
      of: "column",
      asset,
      name,
      unit,
      start: this.colLower.length,
      count: this.#countOf(options, perInterval),
      from,
      perInterval,
      ...(lowerLimit && { lowerLimit }),
      ...(words && { words }),
    };
    this.colLower.append(lower, from, block.count);
    this.colUpper.append(upper, from, block.count);
    this.columnBlocks.push(block);
    this.#addLimit(block, options);
    return block;
  }

  #addRowBlock(asset: string, name: string, options: SeriesOptions, perInterval: boolean): RowBlock {
    const { unit, from = 0, lower = -Infinity, upper = Infinity } = options;
    const count = this.#countOf(options, perInterval);
    const block: RowBlock = { of: "row", asset, name, unit, start: this.rowLower.length, count, from, perInterval };
    this.rowLower.append(lower, from, count);
    this.rowUpper.append(upper, from, count);
    this.rowBlocks.push(block);
    this.#addLimit(block, options);
    return block;
  }

  #countOf({ from = 0, count = this.time.count - from }: SeriesOptions, perInterval: boolean): number {
    return perInterval ? count : 1;
  }

  /** The block's upper bounds are a limit that the user set, if `limit` names it. */
  #addLimit(block: ColumnBlock | RowBlock, { limit, limitField, given }: BlockOptions): void {
    if (!limit) return;
    this.limits.push({
      limit,
      block,
      ...(limitField && { field: limitField }),
      ...(given !== undefined && { given }),
    });
  }
}
