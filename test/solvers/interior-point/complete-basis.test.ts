import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { completeBasis, rankInside } from "../../../src/solvers/interior-point/complete-basis.ts";
import { partitionOf } from "../../../src/solvers/interior-point/partition.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import { interiorWorkspace, iterateTo } from "../../support/interior-workspace.ts";
import { dispatchLadder } from "../../support/dispatch-ladder.ts";
import { dispatchYear } from "../../support/dispatch-year.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("completeBasis", () => {
  it("has one basic variable a row, from which the simplex has little left to do", () => {
    const lp = dispatchYear(200);
    const { form, origin, engine } = interiorWorkspace(lp);
    engine.start(10);
    iterateTo(engine, 1e-11);
    const status = partitionOf(form, engine.point);
    expect(rankInside(engine.newton, status)).toBe(status.filter((s) => s === BasisStatus.basic).length);
    const basis = completeBasis(lp, origin, engine.newton, status);
    const numBasic = [...basis.col, ...basis.row].filter((s) => s === BasisStatus.basic).length;
    expect(numBasic).toBe(lp.numRows);
    const cold = solveLp(lp, { solver: dualSimplex });
    const warm = solveLp(lp, { solver: dualSimplex, startBasis: basis });
    expect(warm.objective).toBeCloseTo(cold.objective, 5);
    expect(warm.iterations).toBeLessThan(0.25 * cold.iterations);
  });

  it("gives a row to each column that the factorisation keeps", () => {
    const lp = dispatchLadder(168);
    const { form, origin, engine } = interiorWorkspace(lp);
    engine.start(10);
    iterateTo(engine, 1e-11);
    const status = partitionOf(form, engine.point);
    const basis = completeBasis(lp, origin, engine.newton, status);
    expect([...basis.col, ...basis.row].filter((s) => s === BasisStatus.basic)).toHaveLength(lp.numRows);
  });

  it("sees that an edge is no vertex", () => {
    const { form, engine } = interiorWorkspace(smallProgram("min", [[0, 1, 2], [0, 1, 2]], [[2, [1, 1], 2]]));
    const status = new Uint8Array(form.numCols).fill(BasisStatus.basic);
    expect(rankInside(engine.newton, status)).toBe(1);
  });
});
