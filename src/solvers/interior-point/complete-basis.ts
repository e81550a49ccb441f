import { BasisStatus, type LpBasis, realPlaces } from "../../lp/basis.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { FormOrigin } from "./bounded-form.ts";
import type { Newton } from "./newton.ts";
import { insideWeights } from "./polish.ts";

const BASIS_REGULARISATION = 1e-11;
/** Pivots of A_I A_I' below this vanish, with columns near 1 in size. */
const VANISHED = 1e-8;

/**
 * How many independent directions the columns inside their limits span: the rows with a pivot of their own in
 * L D L' = A_I A_I', and a kept column for each large pivot. Equal to the number of those columns at a vertex. Never too
 * many: rounding is far below what counts as a pivot.
 */
export function rankInside(newton: Newton, status: Uint8Array): number {
  factorInside(newton, status);
  const { placeOfRow, placeOfKept, keptCols, ldl } = newton.kkt;
  let rank = 0;
  for (const place of placeOfRow) if (ldl.pivot[place] > VANISHED) rank++;
  for (let s = 0; s < keptCols.length; s++) {
    if (status[keptCols[s]] === BasisStatus.basic && Math.abs(ldl.pivot[placeOfKept[s]]) * VANISHED >= 1) rank++;
  }
  return rank;
}

function factorInside(newton: Newton, status: Uint8Array): void {
  newton.factorWith(insideWeights(status), BASIS_REGULARISATION);
}

/**
 * A basis around a vertex: the columns inside their limits, and the activities of those rows whose pivot in
 * L D L' = A_I A_I' vanishes, which are the rows the columns leave undetermined. Exact but for rounding; the simplex
 * repairs what rounding broke. Expects `status` of a vertex: more columns inside than independent rows are no basis.
 */
export function completeBasis(
  lp: LinearProgram,
  origin: FormOrigin,
  newton: Newton,
  status: Uint8Array,
): LpBasis {
  const { kkt } = newton;
  const { form, placeOfRow, ldl } = kkt;
  factorInside(newton, status);
  const col = new Uint8Array(lp.numCols).fill(BasisStatus.atLower);
  const row = new Uint8Array(lp.numRows).fill(BasisStatus.basic);
  for (let i = 0; i < form.numRows; i++) {
    if (ldl.pivot[placeOfRow[i]] > VANISHED) row[origin.rowOf[i]] = BasisStatus.atLower;
  }
  giveRowsToKept(newton, origin, status, row);
  for (let j = 0; j < form.numCols; j++) {
    const v = origin.varOf[j];
    const turned = origin.turn[j] < 0;
    const atLower = (status[j] === BasisStatus.atLower) !== turned;
    const place = status[j] === BasisStatus.basic ? BasisStatus.basic : atLower ? BasisStatus.atLower : BasisStatus.atUpper;
    if (v < lp.numCols) col[v] = place;
    else if (row[v - lp.numCols] !== BasisStatus.basic || place === BasisStatus.basic) row[v - lp.numCols] = place;
  }
  return { col: realPlaces(col, lp.colLower, lp.colUpper), row };
}

/**
 * A kept column inside its limits stands in the factorisation by itself. Where its pivot is large, some row before it had
 * none of its own: that row is the column's, and its activity not basic. The largest entry of L among them decides.
 */
function giveRowsToKept(newton: Newton, origin: FormOrigin, status: Uint8Array, row: Uint8Array): void {
  const { form, keptCols, placeOfKept, placeOfRow, ldl } = newton.kkt;
  const rowAt = new Int32Array(ldl.pattern.numNodes).fill(-1);
  for (let i = 0; i < form.numRows; i++) rowAt[placeOfRow[i]] = origin.rowOf[i];
  for (let s = 0; s < keptCols.length; s++) {
    const place = placeOfKept[s];
    if (status[keptCols[s]] !== BasisStatus.basic || Math.abs(ldl.pivot[place]) * VANISHED < 1) continue;
    const best = ldl.largestInRow(place, VANISHED);
    if (best >= 0 && rowAt[best] >= 0) row[rowAt[best]] = BasisStatus.atLower;
  }
}
