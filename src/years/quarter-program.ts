/**
 * The dispatch of one quarter as a function of the sizes of its parts. Each part p has a share s_p of its full size.
 * A part's program is linear in its size: bounds and constants are affine in s, matrix and costs do not depend on it.
 * With b the bounds at full size and D_p their change with s_p (from a second program with p at half),
 *
 *     V(s) = - weight min { c'x : A x within b + sum_p (s_p - 1) D_p, bounds likewise }
 *
 * is a concave function, linear by pieces. By duality every y gives an upper bound that is affine in s,
 *
 *     V(s) <= - weight [ sum_i y_i row_i(s) + sum_j d_j col_j(s) + offset(s) ],   d = c - A'y
 *
 * with the lower bound where the multiplier is positive and the upper one where it is negative. At the optimal y of
 * some sizes it touches V there: its slope is the marginal value of every part. A Farkas ray of an infeasible program
 * gives the same with c = 0: sizes where the expression is positive cannot be dispatched.
 */
import { PlanInputError } from "../errors.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { buildSite, kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { type PreparedLp, prepareLp } from "../solvers/session/prepare-lp.ts";

/** value <= constantUsd + sum_p slopeUsd[p] s_p; of a ray: 0 <= the same. */
export interface DispatchCut {
  readonly isRay: boolean;
  readonly constant: number;
  readonly slope: Float64Array;
  /** Multipliers of the rows. */
  readonly y: Float64Array;
}

export interface Dispatched {
  /** Value of the quarter, USD; undefined where the sizes cannot be dispatched. */
  readonly valueUsd: number | undefined;
  readonly cut: DispatchCut;
}

/** Bounds and constant of a program. */
type Bounds = Pick<LinearProgram, "rowLower" | "rowUpper" | "colLower" | "colUpper" | "objectiveOffset">;
const VECTORS = ["rowLower", "rowUpper", "colLower", "colUpper"] as const;

/** Multipliers of infinite bounds below this are rounding. */
const ROUNDING = 1e-7;
/** Differences below this share of their terms are rounding. */
const CANCELLED = 1e-12;
/** Programs of two sizes are of one matrix up to rounding. */
const SAME = 1e-9;

export class QuarterProgram {
  readonly weight: number;
  readonly #lp: LinearProgram;
  readonly #changes: readonly Bounds[];
  /** Shared with the same program at other prices: each solve starts from where the last one ended. */
  readonly #prepared: PreparedLp;

  private constructor(lp: LinearProgram, changes: readonly Bounds[], prepared: PreparedLp, weight: number) {
    this.weight = weight;
    this.#lp = lp;
    this.#changes = changes;
    this.#prepared = prepared;
  }

  /**
   * `names` of the parts, in order.
   *
   * @throws PlanInputError if a part's program is not linear in its size, or assets contradict each other.
   */
  static of(request: PlanRequest, names: readonly string[], weight: number): QuarterProgram {
    const { lp } = buildSite(request);
    const changes = names.map((name) => changeOf(lp, buildSite(withShare(request, name, 1 / 2)).lp, name));
    return new QuarterProgram(lp, changes, prepareLp(lp), weight);
  }

  /** The program of the same parts at the prices of another request. */
  repriced(request: PlanRequest): QuarterProgram {
    const { cost, objectiveOffset } = buildSite(request).lp;
    return this.#withCosts({ cost, objectiveOffset });
  }

  /** At `factor` times the way from this program's costs to those of `other`. */
  towards(other: QuarterProgram, factor: number): QuarterProgram {
    const { cost, objectiveOffset } = this.#lp;
    const to = other.#lp;
    return this.#withCosts({
      cost: cost.map((usd, j) => usd + factor * (to.cost[j] - usd)),
      objectiveOffset: objectiveOffset + factor * (to.objectiveOffset - objectiveOffset),
    });
  }

  /** Whether the costs are those of `other` up to rounding. */
  hasCostsOf(other: QuarterProgram): boolean {
    return isSame(this.#lp.cost, other.#lp.cost) && isSame([this.#lp.objectiveOffset], [other.#lp.objectiveOffset]);
  }

  #withCosts(costs: Pick<LinearProgram, "cost" | "objectiveOffset">): QuarterProgram {
    return new QuarterProgram({ ...this.#lp, ...costs }, this.#changes, this.#prepared, this.weight);
  }

  /** Dispatches the parts at shares of their full sizes. */
  evaluate(shares: ArrayLike<number>): Dispatched {
    const solution = this.#prepared.resolve({ ...this.#boundsAt(shares), cost: this.#lp.cost });
    if (solution.status === "optimal")
      return { valueUsd: -this.weight * solution.objective, cut: this.cutAt(solution.y, false) };
    if (solution.status === "infeasible") return { valueUsd: undefined, cut: this.cutAt(solution.dualRay, true) };
    throw new Error(`The dispatch of a quarter ended with ${solution.status}: ${solution.detail ?? ""}`);
  }

  /** The bound that the multipliers `y` give; valid for every y. */
  cutAt(y: Float64Array, isRay: boolean): DispatchCut {
    const { colStart, rowIndex, value, cost, numCols } = this.#lp;
    const reduced = new Float64Array(numCols);
    for (let j = 0; j < numCols; j++) {
      let d = isRay ? 0 : cost[j];
      for (let k = colStart[j]; k < colStart[j + 1]; k++) d -= value[k] * y[rowIndex[k]];
      reduced[j] = d;
    }
    const at = (bounds: Bounds) =>
      dot(y, bounds.rowLower, bounds.rowUpper) +
      dot(reduced, bounds.colLower, bounds.colUpper) +
      (isRay ? 0 : bounds.objectiveOffset);
    const factor = isRay ? -1 : -this.weight;
    const slope = Float64Array.from(this.#changes, (change) => factor * at(change));
    const full = factor * at(this.#lp);
    return { isRay, y, slope, constant: full - slope.reduce((sum, one) => sum + one, 0) };
  }

  #boundsAt(shares: ArrayLike<number>): Bounds {
    const bounds = {
      rowLower: this.#lp.rowLower.slice(),
      rowUpper: this.#lp.rowUpper.slice(),
      colLower: this.#lp.colLower.slice(),
      colUpper: this.#lp.colUpper.slice(),
      objectiveOffset: this.#lp.objectiveOffset,
    };
    for (const [p, change] of this.#changes.entries()) {
      const step = shares[p] - 1;
      if (step === 0) continue;
      for (const vector of VECTORS)
        for (let i = 0; i < bounds[vector].length; i++) bounds[vector][i] += step * change[vector][i];
      bounds.objectiveOffset += step * change.objectiveOffset;
    }
    // What cancels is zero: a rest of rounding where no part is left could not be dispatched.
    for (const vector of VECTORS)
      for (let i = 0; i < bounds[vector].length; i++)
        if (Math.abs(bounds[vector][i]) < CANCELLED * Math.abs(this.#lp[vector][i])) bounds[vector][i] = 0;
    uncross(bounds.rowLower, bounds.rowUpper);
    uncross(bounds.colLower, bounds.colUpper);
    return bounds;
  }
}

/** The request with a part at a share of its size; at 0 the part is left out. */
export function withShare(request: PlanRequest, name: string, share: number): PlanRequest {
  const assets = request.assets.flatMap((asset) => {
    if (asset.name !== name || share === 1) return [asset];
    return share > 0 ? [{ ...asset, spec: kindOf(asset).resized?.(asset.spec, share) }] : [];
  });
  return { ...request, assets };
}

function changeOf(full: LinearProgram, half: LinearProgram, name: string): Bounds {
  if (!hasSameMatrix(full, half))
    throw new PlanInputError([
      {
        path: "years",
        given: `"${name}"`,
        wanted: "an asset whose program is linear in its size",
        fix: "leave out its fields that do not grow with its size, e.g. hours of a yearly cap or tiers of credits",
      },
    ]);
  const twice = (a: Float64Array, b: Float64Array) => a.map((v, i) => (Number.isFinite(v) ? 2 * (v - b[i]) : 0));
  return {
    rowLower: twice(full.rowLower, half.rowLower),
    rowUpper: twice(full.rowUpper, half.rowUpper),
    colLower: twice(full.colLower, half.colLower),
    colUpper: twice(full.colUpper, half.colUpper),
    objectiveOffset: 2 * (full.objectiveOffset - half.objectiveOffset),
  };
}

function isSame(x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  if (x.length !== y.length) return false;
  for (let i = 0; i < x.length; i++) if (!(Math.abs(x[i] - y[i]) <= SAME * (1 + Math.abs(x[i])))) return false;
  return true;
}

function hasSameMatrix(a: LinearProgram, b: LinearProgram): boolean {
  return (
    a.numRows === b.numRows &&
    a.numCols === b.numCols &&
    isSame(a.colStart, b.colStart) &&
    isSame(a.rowIndex, b.rowIndex) &&
    isSame(a.value, b.value) &&
    isSame(a.cost, b.cost)
  );
}

function dot(multipliers: Float64Array, lower: Float64Array, upper: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < multipliers.length; i++) {
    const m = multipliers[i];
    if (m === 0) continue;
    const bound = m > 0 ? lower[i] : upper[i];
    if (Number.isFinite(bound)) sum += m * bound;
    else if (Math.abs(m) > ROUNDING) throw new Error("A multiplier of a dispatch belongs to an infinite bound.");
  }
  return sum;
}

/** Bounds that rounding has crossed. */
function uncross(lower: Float64Array, upper: Float64Array): void {
  for (let i = 0; i < lower.length; i++) {
    if (lower[i] <= upper[i]) continue;
    if (lower[i] - upper[i] > SAME * (1 + Math.abs(lower[i]))) continue;
    lower[i] = upper[i] = (lower[i] + upper[i]) / 2;
  }
}
