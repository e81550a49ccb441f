import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnResiduals, rowResiduals } from "../../../../src/solvers/dual-simplex/safeguard/exact-residuals.ts";
import { internalProgram } from "../../../../src/solvers/dual-simplex/state/internal-program.ts";
import { toDouble, toWhole } from "../../../support/exact/dyadic.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { unitScaling } from "../../../support/simplex-case.ts";

const double = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((v) => (Math.abs(v) < 1e-30 ? 0 : v));

/** sum of a_k b_k, in whole numbers, rounded once. */
function exactDot(a: readonly number[], b: readonly number[]): number {
  const left = toWhole(a);
  const right = toWhole(b);
  return toDouble(
    left.whole.reduce((sum, w, k) => sum + w * right.whole[k], 0n),
    1n,
    left.exponent + right.exponent,
  );
}

describe("residuals to twice the working precision", () => {
  it("rows: what is left of terms that cancel is right to its own last digits", () => {
    const property = fc.property(
      fc.array(fc.tuple(double, double), { minLength: 1, maxLength: 8 }),
      double,
      (terms, logical) => {
        const lp = smallProgram(
          "min",
          terms.map(() => [0, 0, 1]),
          [[0, terms.map(([a]) => a), 1]],
        );
        const program = internalProgram(lp, unitScaling(lp));
        const x = Float64Array.from([...terms.map(([, xj]) => xj), logical]);
        const [residual, magnitude] = [new Float64Array(1), new Float64Array(1)];
        rowResiduals(program, x, residual, magnitude);
        const exact = -exactDot([...terms.map(([a]) => a), 1], [...x]);
        expect(Math.abs(residual[0] - exact)).toBeLessThanOrEqual(
          2 ** -52 * Math.abs(exact) + 2 ** -100 * magnitude[0],
        );
      },
    );
    fc.assert(property, { numRuns: 300, seed: 12 });
  });

  it("reduced costs: the same by columns, of logicals too", () => {
    const property = fc.property(
      fc.array(fc.tuple(double, double), { minLength: 1, maxLength: 8 }),
      double,
      (terms, cost) => {
        const lp = smallProgram(
          "min",
          [[0, cost, 1]],
          terms.map(([a]) => [0, [a], 1]),
        );
        const program = internalProgram(lp, unitScaling(lp));
        const y = Float64Array.from(terms, ([, yi]) => yi);
        const [residual, magnitude] = [new Float64Array(2), new Float64Array(2)];
        columnResiduals(
          program,
          Int32Array.of(0, 1),
          Float64Array.from([cost, ...terms.map(() => 0)]),
          y,
          residual,
          magnitude,
        );
        const exact = exactDot([1, ...terms.map(([a]) => -a)], [cost, ...y]);
        expect(Math.abs(residual[0] - exact)).toBeLessThanOrEqual(
          2 ** -52 * Math.abs(exact) + 2 ** -100 * magnitude[0],
        );
        expect([residual[1], magnitude[1]]).toEqual([0 - y[0], Math.abs(y[0])]);
      },
    );
    fc.assert(property, { numRuns: 300, seed: 12 });
  });

  it("sees what a plain sum loses: 1e16 + 1 - 1e16", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 0, 1],
        [0, 0, 1],
        [0, 0, 1],
      ],
      [[0, [1e16, 1, -1e16], 1]],
    );
    const [residual, magnitude] = [new Float64Array(1), new Float64Array(1)];
    rowResiduals(internalProgram(lp, unitScaling(lp)), Float64Array.of(1, 1, 1, 0), residual, magnitude);
    expect([residual[0], magnitude[0]]).toEqual([-1, 2e16]);
  });
});
