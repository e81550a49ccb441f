import { SolveKind } from "../../sparse/lu-factor.ts";
import { rebuild, solveColumn } from "../dual-simplex/basis-state.ts";
import type { SimplexState } from "../dual-simplex/simplex-state.ts";
import { ColumnEtas } from "./column-etas.ts";

/**
 * The optimal basis all targets start from, kept so that each costs its own pivots and no factorisation.
 * NB: the solves' kinds are such as prepare no update: the factors stay, pivots go into `etas`.
 */
export class BasePoint {
  readonly s: SimplexState;
  /** Pivots since the factors of `s` were computed. */
  readonly etas = new ColumnEtas();
  private factorsMoved = false;
  private readonly kept: (Int32Array | Float64Array | Uint8Array | Int8Array)[];

  constructor(s: SimplexState) {
    this.s = s;
    this.kept = this.live().map((array) => array.slice());
  }

  /** Everything a pivot or a moved limit changes. */
  private live(): (Int32Array | Float64Array | Uint8Array | Int8Array)[] {
    const { head, place, move, x, reducedCost, basicValue, basicLower, basicUpper, lower, upper } = this.s;
    return [head, place, move, x, reducedCost, basicValue, basicLower, basicUpper, lower, upper];
  }

  /** `s.column` := B^-1 a_j. */
  solveColumn(j: number): void {
    solveColumn(this.s, j, SolveKind.boundFlips);
    this.etas.ftran(this.s.column);
  }

  /** `s.rho` := B^-T e_r. */
  solveRow(r: number): void {
    const { rho, lu } = this.s;
    rho.setUnit(r);
    this.etas.btran(rho);
    lu.btran(rho, SolveKind.steepestEdge);
  }

  /** Factors the present basis instead of carrying its pivots. */
  refactor(): void {
    this.etas.clear();
    rebuild(this.s);
    this.factorsMoved = true;
  }

  /** Back to the optimal basis. */
  restore(): void {
    const live = this.live();
    live.forEach((array, a) => array.set(this.kept[a]));
    this.etas.clear();
    if (!this.factorsMoved) return;
    // The factors may find other rows for the same variables.
    rebuild(this.s);
    live.forEach((array, a) => this.kept[a].set(array));
    this.factorsMoved = false;
  }
}
