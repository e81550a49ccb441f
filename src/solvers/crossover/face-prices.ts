import { BasisCode } from "../../lp/basis.ts";
import { minusVariable } from "../../sparse/column-matrix.ts";
import { gather } from "../../sparse/gather.ts";
import { solveTransposedRefined } from "../dual-simplex/safeguard/refine.ts";
import type { SimplexState } from "../dual-simplex/state/simplex-state.ts";
import type { FormOrigin } from "../interior-point/form/bounded-form.ts";

/**
 * The prices y of the interior point, moved exactly onto their optimal face: 0 is the reduced cost of every variable
 * that is inside its bounds somewhere on the face (`facets`). The basis of a vertex of the face spans all of these.
 * Its other variables are at their bounds; they keep the reduced costs that y gives them. So the prices remain the
 * centre of their own optimal face, and do not depend on the vertex.
 */
export function facePrices(s: SimplexState, origin: FormOrigin, facets: Uint8Array, y: Float64Array): Float64Array {
  const { program } = s;
  const { numRows, numVars, cost } = program;
  const centre = new Float64Array(numRows);
  for (let i = 0; i < y.length; i++) centre[origin.rowOf[i]] = y[i];
  const isInside = new Uint8Array(numVars);
  for (let j = 0; j < facets.length; j++) if (facets[j] === BasisCode.basic) isInside[origin.varOf[j]] = 1;
  const wanted = Float64Array.from(s.basis.head, (v) =>
    isInside[v] === 1 ? cost[v] : cost[v] - minusVariable(program, v, centre, cost[v]),
  );
  return gather(solveTransposedRefined(s, wanted), origin.rowOf);
}
