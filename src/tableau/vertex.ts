import { DenseLu } from "./dense-lu.ts";
import type { NonNegativeForm } from "./non-negative-form.ts";

/**
 * A basis of G u + s = rhs, u, s >= 0, and what follows from it. Only the lines whose slack is nonbasic ("tight")
 * and the basic unknowns need a solve: with M = G[tight, basic unknowns], M u_B = rhs[tight], s = rhs - G u, and
 * multipliers v with M' v[tight] = cost_B, v = 0 elsewhere. Line number k stands for slack k in `basic`, numLines + u
 * for unknown u.
 */
export class Vertex {
  readonly form: NonNegativeForm;
  /** False where the basis is singular or not one; nothing else may then be read. */
  readonly regular: boolean;
  readonly unknowns: Float64Array;
  readonly slacks: Float64Array;
  private readonly tight: Int32Array;
  private readonly tightPlace: Int32Array;
  private readonly basicUnknowns: Int32Array;
  private readonly lu: DenseLu | undefined;

  constructor(form: NonNegativeForm, basic: readonly number[]) {
    const { numLines, numUnknowns } = form;
    this.form = form;
    this.unknowns = new Float64Array(numUnknowns);
    this.slacks = form.rhs.slice();
    this.tightPlace = new Int32Array(numLines);
    const chosen = new Set(basic);
    this.basicUnknowns = Int32Array.from(basic.filter((b) => b >= numLines).map((b) => b - numLines));
    const tight: number[] = [];
    for (let k = 0; k < numLines; k++) {
      this.tightPlace[k] = chosen.has(k) ? -1 : tight.length;
      if (!chosen.has(k)) tight.push(k);
    }
    this.tight = Int32Array.from(tight);
    if (chosen.size !== numLines || basic.length !== numLines || tight.length !== this.basicUnknowns.length) {
      this.regular = false;
      return;
    }
    const n = tight.length;
    const matrix = new Float64Array(n * n);
    for (let c = 0; c < n; c++) {
      const u = this.basicUnknowns[c];
      for (let k = form.start[u]; k < form.start[u + 1]; k++) {
        const place = this.tightPlace[form.entryLine[k]];
        if (place >= 0) matrix[place * n + c] = form.entryValue[k];
      }
    }
    this.lu = new DenseLu(matrix, n);
    this.regular = this.lu.regular;
    if (!this.regular) return;
    const solved = Float64Array.from(this.tight, (k) => form.rhs[k]);
    this.lu.solve(solved);
    for (let c = 0; c < n; c++) this.unknowns[this.basicUnknowns[c]] = solved[c];
    this.subtractG(this.unknowns, this.slacks);
    for (const k of this.tight) this.slacks[k] = 0;
  }

  /** Multipliers of the lines: cost - G'v is zero in the basic unknowns; at an optimum v <= 0. */
  multipliers(): Float64Array {
    const { cost } = this.form;
    return this.spread(Float64Array.from(this.basicUnknowns, (u) => cost[u]));
  }

  /**
   * The row of the tableau of a basic variable, as weights w of the lines: w'(G u + s) = w'rhs has that variable
   * with coefficient 1 and no other basic one. If its value is negative, it is negative for all u, s >= 0 only if
   * every coefficient is >= 0: then w proves infeasibility.
   */
  rowOf(basicVariable: number): Float64Array {
    const { form } = this;
    const target = new Float64Array(this.basicUnknowns.length);
    if (basicVariable >= form.numLines) {
      target[this.basicUnknowns.indexOf(basicVariable - form.numLines)] = 1;
      return this.spread(target);
    }
    for (let c = 0; c < target.length; c++) {
      const u = this.basicUnknowns[c];
      for (let k = form.start[u]; k < form.start[u + 1]; k++) {
        if (form.entryLine[k] === basicVariable) target[c] -= form.entryValue[k];
      }
    }
    const weights = this.spread(target);
    weights[basicVariable] = 1;
    return weights;
  }

  /** How the unknowns move when the nonbasic variable rises by 1 and the basic ones make up for it. */
  directionOf(nonbasicVariable: number): Float64Array {
    const { form } = this;
    const direction = new Float64Array(form.numUnknowns);
    const moved = new Float64Array(form.numLines);
    if (nonbasicVariable < form.numLines) moved[nonbasicVariable] = -1;
    else {
      direction[nonbasicVariable - form.numLines] = 1;
      this.subtractG(direction, moved);
    }
    const solved = Float64Array.from(this.tight, (k) => moved[k]);
    this.lu!.solve(solved);
    for (let c = 0; c < solved.length; c++) direction[this.basicUnknowns[c]] = solved[c];
    return direction;
  }

  /** Basic variables below zero, the most negative first. */
  negativeBasics(): number[] {
    const negative: { variable: number; size: number }[] = [];
    for (let k = 0; k < this.slacks.length; k++) {
      if (this.slacks[k] < 0) negative.push({ variable: k, size: this.slacks[k] });
    }
    for (const u of this.basicUnknowns) {
      if (this.unknowns[u] < 0) negative.push({ variable: this.form.numLines + u, size: this.unknowns[u] });
    }
    return negative.toSorted((a, b) => a.size - b.size || a.variable - b.variable).map((entry) => entry.variable);
  }

  private spread(target: Float64Array): Float64Array {
    this.lu!.solveTransposed(target);
    const weights = new Float64Array(this.form.numLines);
    for (let place = 0; place < target.length; place++) weights[this.tight[place]] = target[place];
    return weights;
  }

  /** to -= G from */
  private subtractG(from: Float64Array, to: Float64Array): void {
    const { numUnknowns, start, entryLine, entryValue } = this.form;
    for (let u = 0; u < numUnknowns; u++) {
      if (from[u] === 0) continue;
      for (let k = start[u]; k < start[u + 1]; k++) to[entryLine[k]] -= entryValue[k] * from[u];
    }
  }
}
