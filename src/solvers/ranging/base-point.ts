import { SolveKind } from "../../sparse/lu-factor.ts";
import { refactor, solveColumn } from "../dual-simplex/basis/basis-state.ts";
import type { SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { ColumnEtas } from "../../sparse/column-etas.ts";

export type BasePoint = ReturnType<typeof basePoint>;

/**
 * The optimal basis from which all targets start. It is restored after each target, so that a target costs its own
 * pivots and no factorisation. The factors are not updated; pivots are appended to `etas`, a product form.
 */
export function basePoint(s: SimplexState) {
  /** Pivots since the factors of `s` were computed. */
  const etas = new ColumnEtas(s.program.numRows);
  let hasNewFactors = false;
  /** Everything that a pivot, a moved bound or a moved cost changes. */
  const { head, place, move } = s.basis;
  const { x, reducedCost, basicValue, basicLower, basicUpper } = s.point;
  const { cost, lower, upper } = s.working;
  const changing = [head, place, move, x, cost, reducedCost, basicValue, basicLower, basicUpper, lower, upper];
  const saved = changing.map((array) => array.slice());
  return {
    s,
    etas,

    /** `pivot.column` := B^-1 a_j. */
    solveColumn(j: number): void {
      solveColumn(s, j, SolveKind.columnOnly);
      etas.ftran(s.pivot.column);
    },

    /** `pivot.rho` := B^-T e_r. */
    solveRow(r: number): void {
      s.pivot.rho.setUnit(r);
      etas.btran(s.pivot.rho);
      s.basis.lu.btran(s.pivot.rho, SolveKind.rowOnly);
    },

    /** Fixes column j at its value, until `restore`. */
    fix(j: number): void {
      const r = head.indexOf(j);
      lower[j] = upper[j] = r < 0 ? x[j] : basicValue[r];
      if (r >= 0) basicLower[r] = basicUpper[r] = lower[j];
    },

    /** Factors the present basis and clears its product form. */
    refactor(): void {
      etas.clear();
      refactor(s);
      hasNewFactors = true;
    },

    /** Restores the optimal basis. */
    restore(): void {
      changing.forEach((array, a) => array.set(saved[a]));
      etas.clear();
      if (!hasNewFactors) return;
      // The factorisation may assign other rows to the same variables.
      refactor(s);
      changing.forEach((array, a) => saved[a].set(array));
      hasNewFactors = false;
    },
  };
}
