/**
 * The limits of a plan as a set whose members can be switched on and off. Members are what a person sets or asks for: a
 * named upper limit (of a column or row, in one interval), a floor above zero, the energy of a job, and the power that
 * must be served in an interval. Everything else is always on: nonnegative powers, the state equation of a battery,
 * sums that an asset defines.
 *
 * The valid row of an either-or rule, a / Ua + b / Ub <= 1, is made of limits. It is on while all named limits among
 * them are on.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { blockOf } from "../model/block-of.ts";
import type { ColumnBlock, RowBlock } from "../model/block.ts";
import type { SiteModel } from "../model/site-model.ts";

/** One limit in one interval, or over the plan. */
export interface LimitMember {
  readonly asset: string;
  /** The input field, the name of a row, or `need`: power that must be served. */
  readonly limit: string;
  readonly unit: string;
  readonly value: number;
  /** Absent for a limit over a period. */
  readonly interval?: number;
  readonly of: "column" | "row";
  readonly side: "lower" | "upper";
  readonly index: number;
}

export class LimitSystem {
  readonly site: SiteModel;
  readonly lp: LinearProgram;
  /** Bounds with the current switches; a member that is off has an infinite bound. */
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly #nameOf: ReadonlyMap<ColumnBlock | RowBlock, string>;
  /** For each rule row, the number of its named limits that are off. For each column, the rule rows that contain it. */
  readonly #numOff = new Map<number, number>();
  readonly #rulesOf = new Map<number, number[]>();

  /** Starts with all members off. */
  constructor(site: SiteModel, lp: LinearProgram) {
    this.site = site;
    this.lp = lp;
    this.colLower = lp.colLower.slice();
    this.colUpper = lp.colUpper.slice();
    this.rowLower = lp.rowLower.slice();
    this.rowUpper = lp.rowUpper.slice();
    this.#nameOf = new Map(site.limits.map(({ block, limit }) => [block, limit]));
    const lift = (values: Float64Array, { start, count }: ColumnBlock | RowBlock, to: number) =>
      values.fill(to, start, start + count);
    for (const { block } of site.limits) lift(block.of === "column" ? this.colUpper : this.rowUpper, block, Infinity);
    for (const block of site.columnBlocks) if (block.lowerLimit) lift(this.colLower, block, 0);
    for (const rows of site.rowBlocks) {
      if (!this.#isAsked(rows)) continue;
      lift(this.rowLower, rows, -Infinity);
      lift(this.rowUpper, rows, Infinity);
    }
    for (const { a, b, rows } of site.eitherOrs) if (rows) this.#tie([...a, ...b], rows);
  }

  /** The member behind the price of a row (> 0: its lower bound). For a rule row, the limits that it is made of. */
  ofRow(row: number, price: number): LimitMember[] {
    const { site, lp } = this;
    const rows = blockOf(site.rowBlocks, row);
    const rule = site.eitherOrs.find((either) => either.rows === rows);
    const t = rows.from + row - rows.start;
    if (rule)
      return [...rule.a, ...rule.b].flatMap(({ start, from, count }) =>
        t >= from && t < from + count ? this.ofColumn(start + t - from, -1) : [],
      );
    const name = rows === site.balance ? "need" : this.#nameOf.get(rows);
    const side = price > 0 ? "lower" : "upper";
    if (name === undefined ? !this.#isAsked(rows) : side === "lower" && rows !== site.balance) return [];
    const value = (side === "lower" ? lp.rowLower : lp.rowUpper)[row];
    return [
      {
        asset: rows.asset,
        limit: name ?? rows.name,
        unit: rows.unit,
        value,
        ...(rows.perInterval && { interval: t }),
        of: "row",
        side,
        index: row,
      },
    ];
  }

  /** The member behind the reduced cost of a column (> 0: its lower bound). */
  ofColumn(col: number, price: number): LimitMember[] {
    const { site, lp } = this;
    const block = blockOf(site.columnBlocks, col);
    const t = block.from + col - block.start;
    const side = price > 0 ? "lower" : "upper";
    const value = (side === "lower" ? lp.colLower : lp.colUpper)[col];
    const floor = block.lowerLimit?.(t);
    // Two equal bounds are one setting, named after the lower one.
    const name =
      side === "lower"
        ? value > 0
          ? floor
          : undefined
        : lp.colLower[col] === value && floor !== undefined
          ? floor
          : this.#nameOf.get(block);
    if (name === undefined || value === Infinity) return [];
    return [
      {
        asset: block.asset,
        limit: name,
        unit: block.unit,
        value,
        ...(block.perInterval && { interval: t }),
        of: "column",
        side,
        index: col,
      },
    ];
  }

  /** Every change has its inverse: switching `on` and off again restores the system. */
  switch({ of, side, index, value }: LimitMember, on: boolean): void {
    const lifted = side === "upper" ? Infinity : of === "column" ? 0 : -Infinity;
    const values =
      of === "column"
        ? side === "upper"
          ? this.colUpper
          : this.colLower
        : side === "upper"
          ? this.rowUpper
          : this.rowLower;
    const to = on ? value : lifted;
    if (values[index] === to) return;
    values[index] = to;
    if (of === "row" || side === "lower") return;
    for (const row of this.#rulesOf.get(index) ?? []) {
      const numOff = (this.#numOff.get(row) ?? 0) + (on ? -1 : 1);
      this.#numOff.set(row, numOff);
      this.rowUpper[row] = numOff === 0 ? this.lp.rowUpper[row] : Infinity;
    }
  }

  /** Rows that ask for something: the balance, and a row over a period that is not a mere definition (0 = 0). */
  #isAsked(rows: RowBlock): boolean {
    const { rowLower, rowUpper } = this.lp;
    if (rows === this.site.balance) return true;
    return !rows.perInterval && !this.#nameOf.has(rows) && !(rowLower[rows.start] === 0 && rowUpper[rows.start] === 0);
  }

  #tie(sides: readonly ColumnBlock[], rows: RowBlock): void {
    for (const block of sides) {
      if (!this.#nameOf.has(block)) continue;
      for (let i = 0; i < block.count; i++) {
        const row = rows.start + block.from + i - rows.from;
        if (this.lp.colUpper[block.start + i] === Infinity) continue;
        this.#rulesOf.set(block.start + i, [...(this.#rulesOf.get(block.start + i) ?? []), row]);
        this.#numOff.set(row, (this.#numOff.get(row) ?? 0) + 1);
        this.rowUpper[row] = Infinity;
      }
    }
  }
}
