import { BasisCode } from "../../lp/basis.ts";
import { factorCandidates } from "../dual-simplex/basis/basis-state.ts";
import { computeBasicValues } from "../dual-simplex/basis/basic-point.ts";
import { resetWorkingData } from "../dual-simplex/basis/warm-start.ts";
import { Move, type SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { setNonbasic } from "../dual-simplex/state/variable-status.ts";
import type { BoundedForm, FormOrigin } from "../interior-point/form/bounded-form.ts";

/**
 * Loads a point of the optimal face into the simplex: `x` by column of the form, exactly at the bounds that `facets`
 * names (a `BasisCode` per column, `basic` for those inside their bounds somewhere on the face). Variables at a bound
 * all over the face are fixed there. LU of the others finds which of them are independent; those become basic, and so
 * do the logicals of the rows that they leave undetermined. Returns the dependent ones, which keep their values: the
 * ties, none if the point is a vertex.
 */
export function loadFace(
  s: SimplexState,
  form: BoundedForm,
  origin: FormOrigin,
  facets: Uint8Array,
  x: Float64Array,
): number[] {
  const { program } = s;
  const { lower, upper } = s.working;
  const { place } = s.basis;
  const { candidates } = s.load;
  resetWorkingData(s);
  const { numCols, numVars } = program;
  const inside = new Float64Array(numVars).fill(NaN);
  for (let v = 0; v < numVars; v++) setNonbasic(s, v, BasisCode.atLower);
  for (let j = 0; j < form.numCols; j++) {
    const v = origin.varOf[j];
    // A logical is minus its row's activity.
    const sign = v < numCols ? 1 : -1;
    if (facets[j] === BasisCode.basic) inside[v] = sign * (origin.base[j] + origin.turn[j] * x[j]);
    else
      setNonbasic(
        s,
        v,
        (facets[j] === BasisCode.atLower) === sign * origin.turn[j] > 0 ? BasisCode.atLower : BasisCode.atUpper,
      );
  }
  freeRedundantRows(s, origin, inside);
  let numInside = 0;
  for (let v = 0; v < numVars; v++) {
    if (inside[v] === inside[v]) candidates[numInside++] = v;
    else {
      lower[v] = upper[v] = s.point.x[v];
      s.basis.move[v] = Move.none;
    }
  }
  s.working.boundsChanged = true;
  s.load.edgeWeight.fill(1);
  s.point.reducedCost.fill(0);
  const all = candidates.slice(0, numInside);
  factorCandidates(s, numInside);
  const ties: number[] = [];
  for (const v of all) {
    if (place[v] === BasisCode.basic) continue;
    place[v] = BasisCode.free;
    s.basis.move[v] = Move.either;
    s.point.x[v] = inside[v];
    ties.push(v);
  }
  computeBasicValues(s);
  return ties;
}

/** Redundant rows are not in the form; their logicals are inside their bounds at every point of the columns' box. */
function freeRedundantRows({ program, point: { x } }: SimplexState, origin: FormOrigin, inside: Float64Array): void {
  const { numCols, numVars, colStart, rowIndex, value } = program;
  const isRedundant = new Uint8Array(numVars).fill(1, numCols);
  for (const i of origin.rowOf) isRedundant[numCols + i] = 0;
  inside.forEach((_, v) => isRedundant[v] === 1 && (inside[v] = 0));
  for (let j = 0; j < numCols; j++) {
    const xj = inside[j] === inside[j] ? inside[j] : x[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const v = numCols + rowIndex[k];
      if (isRedundant[v] === 1) inside[v] -= value[k] * xj;
    }
  }
}
