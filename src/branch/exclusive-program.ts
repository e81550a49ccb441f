import { faceProgram } from "../lp/face-program.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { SimplexSession } from "../solvers/dual-simplex/simplex-session.ts";
import { greatestSize } from "../sparse/greatest-size.ts";
import { BlockBound } from "./block-bound.ts";
import { ChainBound, type SpentStages } from "./chain-bound.ts";
import type { ExclusivePairs } from "./exclusive-pairs.ts";

/** A program of sense `min` with its pairs, and data that its searches share. */
export class ExclusiveProgram {
  readonly lp: LinearProgram;
  readonly pairs: ExclusivePairs;
  readonly bound: BlockBound;
  /** Created on first use, because most sites need no search. */
  private chainBound: ChainBound | undefined;
  /**
   * Nodes, faces and programs with narrower bounds have the same matrix. The simplex continues from one to the next,
   * with the same scaling and mostly the same factors.
   */
  readonly simplex: SimplexSession;

  /** Work done so far, shared by the programs of one search. */
  readonly spent: SpentStages;

  /** `simplex`: that of a program with the same matrix. */
  constructor(
    lp: LinearProgram,
    pairs: ExclusivePairs,
    spent: SpentStages = { stages: 0 },
    simplex = new SimplexSession(),
  ) {
    this.simplex = simplex;
    this.spent = spent;
    this.lp = lp;
    this.pairs = pairs;
    this.bound = new BlockBound(lp, pairs);
  }

  get chains(): ChainBound {
    return (this.chainBound ??= new ChainBound(this.lp, this.pairs, this.spent));
  }

  /**
   * The optimal face of a node (`lp` is its program) with another cost, as `faceProgram`. The cost is scaled to the
   * greatest cost of the program, so that the simplex need not scale again.
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
