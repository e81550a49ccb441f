import type { LinearProgram } from "../lp/linear-program.ts";
import { dualSimplex } from "../solvers/dual-simplex.ts";
import { SimplexSession } from "../solvers/dual-simplex/simplex-session.ts";
import { BlockBound } from "./block-bound.ts";
import type { ExclusivePairs } from "./exclusive-pairs.ts";

/** A program (of sense `min`) with its pairs, and what its searches share. */
export class ExclusiveProgram {
  readonly lp: LinearProgram;
  readonly pairs: ExclusivePairs;
  readonly bound: BlockBound;
  /** Nodes and faces are programs of one matrix: the simplex goes on from one to the next, its scaling and mostly its factors kept. */
  readonly simplex = new SimplexSession(dualSimplex.name);

  constructor(lp: LinearProgram, pairs: ExclusivePairs) {
    this.lp = lp;
    this.pairs = pairs;
    this.bound = new BlockBound(lp, pairs);
  }
}
