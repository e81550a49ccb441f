import { QuotientGraph } from "./quotient-graph.ts";
import type { SymmetricGraph } from "./symmetric-graph.ts";

/**
 * A fill-reducing order by approximate minimum degree, written from the ideas of P. Amestoy, T. Davis and I. Duff,
 * "An approximate minimum degree ordering algorithm", SIAM J. Matrix Anal. Appl. 17 (1996): quotient graph, element
 * absorption, approximate external degrees, mass elimination, supervariables found by hashing. Nodes with more than
 * 10 sqrt(n) neighbours are put last. Deterministic: ties go to the node that came last into its degree.
 */
export function minimumDegree(graph: SymmetricGraph): Int32Array {
  const q = new QuotientGraph(graph);
  while (q.numLeft > 0) q.eliminate(q.degrees.takeLeast());
  return assembledOrder(q);
}

const NONE = -1;

/** Pivots in order, each with the nodes that go with it; dense nodes last. */
function assembledOrder(q: QuotientGraph): Int32Array {
  const { goesWith, numNodes, pivots, numPivots, dense } = q;
  const firstGuest = new Int32Array(numNodes).fill(NONE);
  const nextGuest = new Int32Array(numNodes).fill(NONE);
  for (let i = numNodes - 1; i >= 0; i--) {
    if (goesWith[i] === NONE) continue;
    nextGuest[i] = firstGuest[goesWith[i]];
    firstGuest[goesWith[i]] = i;
  }
  const order = new Int32Array(numNodes);
  const stack = new Int32Array(numNodes + 1);
  let numDone = 0;
  for (let k = 0; k < numPivots; k++) {
    let depth = 0;
    stack[0] = pivots[k];
    while (depth >= 0) {
      const i = stack[depth--];
      order[numDone++] = i;
      for (let j = firstGuest[i]; j !== NONE; j = nextGuest[j]) stack[++depth] = j;
    }
  }
  for (const i of dense) order[numDone++] = i;
  return order;
}
