import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { checkSolution } from "../../../../src/lp/check-solution.ts";
import { adoptPrices, restoreMovedCosts } from "../../../../src/solvers/dual-simplex/basis/adopt-prices.ts";
import { computeReducedCosts } from "../../../../src/solvers/dual-simplex/basis/basic-point.ts";
import { dualSimplex } from "../../../../src/solvers/dual-simplex.ts";
import { interiorPointWith } from "../../../../src/solvers/interior-point.ts";
import { solveLp } from "../../../../src/solvers/solve-lp.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, unitScaling } from "../../../support/simplex-case.ts";

const { basic, atUpper } = BasisStatus;

// min -x with x <= 2 said by two rows: prices (-1/2, -1/2) prove it and are those of no basis; in the basis of x and
// the second row's logical, which rests at its limit, they are (-1, 0).
const twice = smallProgram(
  "min",
  [[0, -1, 9]],
  [
    [-Infinity, [1], 2],
    [-Infinity, [1], 2],
  ],
);
const basis = { col: Uint8Array.of(basic), row: Uint8Array.of(atUpper, basic) };
const y = Float64Array.of(-0.5, -0.5);

describe("adoptPrices", () => {
  it("makes the given prices those of the basis, by the costs of basic variables at a bound", () => {
    const s = stateOf(twice, basis);
    adoptPrices(s, twice, unitScaling(twice), y);
    computeReducedCosts(s);
    // The logical of row i costs 0 - y_i = 1/2; lowered by that it costs -1/2.
    expect([...s.working.cost]).toEqual([-1, 0, -0.5]);
    expect(s.point.reducedCost[1]).toBe(0.5);
    expect(s.working.costsChanged).toBe(true);
  });

  it("keeps such a cost while the variable is at its bound and restores it once it has left", () => {
    const s = stateOf(twice, basis);
    adoptPrices(s, twice, unitScaling(twice), y);
    computeReducedCosts(s);
    expect([restoreMovedCosts(s), s.working.cost[2]]).toEqual([false, -0.5]);
    const r = s.basis.head.indexOf(2);
    s.point.basicValue[r] += 1;
    expect([restoreMovedCosts(s), s.working.cost[2]]).toEqual([true, 0]);
  });

  it("turns the prices of a maximum", () => {
    const most = { ...twice, sense: "max" as const, cost: Float64Array.of(1) };
    const s = stateOf(most, basis);
    adoptPrices(s, most, unitScaling(most), Float64Array.of(0.5, 0.5));
    expect([...s.working.cost]).toEqual([-1, 0, -0.5]);
  });

  // An interior point's vertex, then one column of the year's first hours shut: the same optimum as from nothing, in
  // fewer steps than from the basis alone, proven on the program itself.
  it("starts from an interior point's answer after bounds have changed", () => {
    const lp = dispatchYear(400);
    const { basis: startBasis, y: startPrices, x } = solveLp(lp, { solver: interiorPointWith({ fallback: false }) });
    if (startBasis === undefined || startPrices === undefined || x === undefined) throw new Error("no vertex");
    const shut = x.findIndex((xj, j) => xj > 1 && lp.colLower[j] === 0 && xj < lp.colUpper[j] - 1);
    const changed = { ...lp, colUpper: lp.colUpper.with(shut, 0) };
    const fromNothing = solveLp(changed, { solver: dualSimplex });
    const fromBasis = solveLp(changed, { solver: dualSimplex, startBasis });
    const fromBoth = solveLp(changed, { solver: dualSimplex, startBasis, startPrices });
    expect(fromBoth.status).toBe("optimal");
    expect(Math.abs(fromBoth.objective - fromNothing.objective)).toBeLessThan(1e-9 * Math.abs(fromNothing.objective));
    expect(checkSolution(changed, fromBoth, { primal: 1e-9, dual: 1e-9, gap: 1e-9 }).ok).toBe(true);
    expect(fromBoth.iterations).toBeLessThan(fromBasis.iterations / 4);
  });

  it("refuses prices of another program", () => {
    expect(() => solveLp(twice, { solver: dualSimplex, startBasis: basis, startPrices: Float64Array.of(1) })).toThrow(
      "startPrices: has 1 entries, wanted 2",
    );
  });

  it("ends right whatever the prices are", () => {
    const lp = dispatchYear(30);
    const right = solveLp(lp, { solver: dualSimplex });
    const wild = Float64Array.from(right.y ?? [], (price, i) => (i % 3 === 0 ? -price : price + (i % 7)));
    const again = solveLp(lp, {
      solver: dualSimplex,
      ...(right.basis && { startBasis: right.basis }),
      startPrices: wild,
    });
    expect(again.status).toBe("optimal");
    expect(Math.abs(again.objective - right.objective)).toBeLessThan(1e-9 * Math.abs(right.objective));
  });
});
