import type { BrokenPair, Side, ZeroSide } from "./exclusive-pairs.ts";
import type { SideBounds } from "./price-node.ts";

/** A child of a node: its sides at zero in addition to those of the node, and a bound. */
export interface Branch {
  readonly zero: readonly ZeroSide[];
  readonly bound: number;
}

const SIDES: readonly Side[] = [0, 1];
/** A bound that rises by less than this share of 1 + its size does not count as rising. */
const RISE = 1e-9;

/**
 * The children of a node. It branches on the pair with the greatest product of the increases of the bound in both
 * children (as in strong branching), or, if no bound rises in both, on the most violated pair. `decided` sides are zero
 * in all children. If all violated pairs are decided, there is one child.
 */
export function branches(node: {
  readonly broken: readonly BrokenPair[];
  readonly decided: readonly ZeroSide[];
  readonly sideBounds: SideBounds;
  readonly bound: number;
}): readonly Branch[] {
  const { broken, decided, sideBounds, bound } = node;
  const known = new Set(decided.map(({ pair }) => pair));
  let [pair, most] = [-1, 0];
  for (const [candidate, [first, second]] of sideBounds) {
    const rises = [first - bound, second - bound].map((rise) => (rise > RISE * (1 + Math.abs(bound)) ? rise : 0));
    if (known.has(candidate) || !(rises[0] * rises[1] > most)) continue;
    [pair, most] = [candidate, rises[0] * rises[1]];
  }
  if (pair < 0) {
    const open = broken.filter((entry) => !known.has(entry.pair));
    if (open.length === 0) return [{ zero: decided, bound }];
    ({ pair } = open.reduce((widest, next) => (Math.min(...next.sums) > Math.min(...widest.sums) ? next : widest)));
  }
  return SIDES.map((side) => ({
    zero: [...decided, { pair, side }],
    bound: Math.max(bound, sideBounds.get(pair)?.[side] ?? bound),
  }));
}
