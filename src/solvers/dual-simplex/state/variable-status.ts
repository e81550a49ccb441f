import { BasisCode } from "../../../lp/basis.ts";
import { Move, type SimplexState } from "./simplex-state.ts";

/** Makes variable j nonbasic at the bound that `place` names, or at the bound it has, or free at 0. */
export function setNonbasic({ working, basis, point }: SimplexState, j: number, place: number): void {
  const lower = working.lower[j];
  const upper = working.upper[j];
  let now: number = BasisCode.atLower;
  let move: number = Move.up;
  let x = lower;
  if (lower === upper) move = Move.none;
  else if (upper < Infinity && (place === BasisCode.atUpper || lower === -Infinity)) {
    now = BasisCode.atUpper;
    move = Move.down;
    x = upper;
  } else if (lower === -Infinity) {
    now = BasisCode.free;
    move = Move.either;
    x = 0;
  }
  basis.place[j] = now;
  basis.move[j] = move;
  point.x[j] = x;
}

/** Makes variable j basic in row r with the given value. */
export function setBasic({ working, basis, point }: SimplexState, j: number, r: number, value: number): void {
  basis.head[r] = j;
  basis.place[j] = BasisCode.basic;
  basis.move[j] = Move.none;
  point.reducedCost[j] = 0;
  point.basicValue[r] = value;
  point.basicLower[r] = working.lower[j];
  point.basicUpper[r] = working.upper[j];
}

/** Copies the working bounds of the basic variables to their rows, after bounds have changed. */
export function loadBasicBounds(s: SimplexState): void {
  const { lower, upper } = s.working;
  const { head } = s.basis;
  const { basicLower, basicUpper } = s.point;
  for (let r = 0; r < head.length; r++) {
    basicLower[r] = lower[head[r]];
    basicUpper[r] = upper[head[r]];
  }
}
