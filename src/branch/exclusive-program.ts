import { faceProgram } from "../lp/face-program.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { SimplexSession } from "../solvers/dual-simplex/simplex-session.ts";
import { greatestSize } from "../sparse/greatest-size.ts";
import { BlockBound } from "./block-bound.ts";
import { ChainBound, type SpentStages } from "./chain-bound.ts";
import type { ExclusivePairs } from "./exclusive-pairs.ts";

/** A program (of sense `min`) with its pairs, and what its searches share. */
export class ExclusiveProgram {
  readonly lp: LinearProgram;
  readonly pairs: ExclusivePairs;
  readonly bound: BlockBound;
  /** Made when first asked for: most sites need no search. */
  private chainBound: ChainBound | undefined;
  /**
   * Nodes and faces are programs of one matrix: the simplex goes on from one to the next, its scaling and mostly its
   * factors kept.
   */
  readonly simplex = new SimplexSession();

  /** Work that programs of one search have in common. */
  readonly spent: SpentStages;

  constructor(lp: LinearProgram, pairs: ExclusivePairs, spent: SpentStages = { stages: 0 }) {
    this.spent = spent;
    this.lp = lp;
    this.pairs = pairs;
    this.bound = new BlockBound(lp, pairs);
  }

  get chains(): ChainBound {
    return (this.chainBound ??= new ChainBound(this.lp, this.pairs, this.spent));
  }

  /**
   * The optima of a node (`lp` is its program) by another cost, as `faceProgram`; in a unit in which its greatest is
   * that of the program's, so that the simplex need not scale anew.
   */
  face(lp: LinearProgram, optimum: OptimalSolution, cost: Float64Array): LinearProgram {
    const unit = (greatestSize(lp.cost) || 1) / greatestSize(cost);
    return faceProgram(
      lp,
      optimum,
      cost.map((usd) => usd && unit * usd),
    );
  }
}
