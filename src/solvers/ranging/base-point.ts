import { SolveKind } from "../../sparse/lu-factor.ts";
import { refactor, solveColumn } from "../dual-simplex/basis/basis-state.ts";
import type { SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { ColumnEtas } from "./column-etas.ts";

export type BasePoint = ReturnType<typeof basePoint>;

/**
 * The optimal basis all targets start from, kept so that each costs its own pivots and no factorisation.
 * NB: the solves' kinds are such as prepare no update: the factors stay, pivots go into `etas`.
 */
export function basePoint(s: SimplexState) {
  /** Pivots since the factors of `s` were computed. */
  const etas = new ColumnEtas();
  let factorsMoved = false;
  /** Everything a pivot, a moved limit or a moved cost changes. */
  const { head, place, move } = s.basis;
  const { x, reducedCost, basicValue, basicLower, basicUpper } = s.point;
  const { cost, lower, upper } = s.working;
  const live = [head, place, move, x, cost, reducedCost, basicValue, basicLower, basicUpper, lower, upper];
  const kept = live.map((array) => array.slice());
  return {
    s,
    etas,

    /** `s.column` := B^-1 a_j. */
    solveColumn(j: number): void {
      solveColumn(s, j, SolveKind.columnOnly);
      etas.ftran(s.pivot.column);
    },

    /** `s.rho` := B^-T e_r. */
    solveRow(r: number): void {
      s.pivot.rho.setUnit(r);
      etas.btran(s.pivot.rho);
      s.basis.lu.btran(s.pivot.rho, SolveKind.rowOnly);
    },

    /** Factors the present basis instead of carrying its pivots. */
    refactor(): void {
      etas.clear();
      refactor(s);
      factorsMoved = true;
    },

    /** Back to the optimal basis. */
    restore(): void {
      live.forEach((array, a) => array.set(kept[a]));
      etas.clear();
      if (!factorsMoved) return;
      // The factors may find other rows for the same variables.
      refactor(s);
      live.forEach((array, a) => kept[a].set(array));
      factorsMoved = false;
    },
  };
}
