import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { presolve } from "../../../src/lp/presolve/presolve.ts";
import { expectProven } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

const INF = Infinity;
const frame = { solver: "by hand", iterations: 7, objective: NaN, detail: "kept" } as const;

describe("postsolve", () => {
  // z = 1 is fixed; 2x >= 4 a limit; x + y + z <= 10 and x - y >= -3 stay. max x + 2y: x = 3, y = 6; prices 3/2, -1/2.
  const lp = smallProgram(
    "max",
    [
      [0, 1, INF],
      [0, 2, INF],
      [1, 0, 1],
    ],
    [
      [4, [2, 0, 0], INF],
      [-INF, [1, 1, 1], 10],
      [-3, [1, -1, 0], INF],
    ],
    5,
  );
  const { program, postsolve } = presolve(lp);

  it("has two rows and two columns to do", () => {
    expect([program.numRows, program.numCols, [...program.colLower]]).toEqual([2, 2, [2, 0]]);
  });

  it("brings back an optimum with everything it has", () => {
    const basis = { col: Uint8Array.of(1, 1), row: Uint8Array.of(2, 0) };
    const found = {
      x: Float64Array.of(3, 6),
      y: Float64Array.of(1.5, -0.5),
      reducedCost: Float64Array.of(0, 0),
      basis,
    };
    const solution = postsolve({ ...frame, status: "optimal", ...found });
    expect(solution).toMatchObject({ solver: "by hand", iterations: 7, detail: "kept", objective: 20 });
    expect(solution.x).toEqual(Float64Array.of(3, 6, 1));
    expect(solution.y).toEqual(Float64Array.of(0, 1.5, -0.5));
    expect(solution.reducedCost).toEqual(Float64Array.of(0, 0, -1.5));
    expectProven(lp, solution);
  });

  it("needs no basis", () => {
    const found = { x: Float64Array.of(3, 6), y: Float64Array.of(1.5, -0.5), reducedCost: Float64Array.of(0, 0) };
    const solution = postsolve({ ...frame, status: "optimal", ...found });
    expect(solution.basis).toBeUndefined();
    expectProven(lp, solution);
  });

  it("brings back a Farkas ray", () => {
    // With x + y + z <= 1 instead, x >= 2 and z = 1 cannot be: z'A from row 1 at -1 and row 0 at 1/2.
    const narrow = { ...lp, rowUpper: Float64Array.of(INF, 1, INF) };
    expect(presolve(narrow).dualRay).toEqual(Float64Array.of(0.5, -1, 0));
    const solution = postsolve({ ...frame, status: "infeasible", dualRay: Float64Array.of(-1, 0) });
    expect(solution.dualRay).toEqual(Float64Array.of(0.5, -1, 0));
    expect(solution.objective).toBeNaN();
  });

  it("brings back a point, a direction and the basis of an unbounded end", () => {
    const open = { ...lp, rowUpper: Float64Array.of(INF, INF, INF) };
    const reduction = presolve(open);
    // y gains by going up to x + 3, so the last row is solved for it, and x alone is left.
    expect([reduction.program.numRows, reduction.program.numCols]).toEqual([0, 1]);
    const basis = { col: Uint8Array.of(0), row: new Uint8Array() };
    const solution = reduction.postsolve({
      ...frame,
      status: "unbounded",
      x: Float64Array.of(2),
      primalRay: Float64Array.of(1),
      basis,
    });
    expect(solution).toMatchObject({ x: Float64Array.of(2, 5, 1), primalRay: Float64Array.of(1, 1, 0), objective: 17 });
    expectProven(open, solution);
  });

  it("names only existing bounds in the basis of an unfinished run", () => {
    // An engine that stopped with x at the 2 that only the singleton row gave; y in [-inf, 4] at its upper.
    const half = smallProgram(
      "min",
      [
        [-INF, 1, INF],
        [-INF, -1, 4],
      ],
      [
        [4, [2, 0], INF],
        [-9, [1, 1], 9],
        [-2, [1, -1], 7],
      ],
    );
    const reduction = presolve(half);
    const statuses = { col: Uint8Array.of(0, 2), row: Uint8Array.of(1, 1) };
    expect([reduction.program.numRows, reduction.program.numCols]).toEqual([2, 2]);
    const solution = reduction.postsolve({ ...frame, status: "time-limit", basis: statuses });
    expect(solution.basis?.col).toEqual(Uint8Array.of(BasisStatus.basic, BasisStatus.atUpper));
    expect(solution.basis?.row[0]).toBe(BasisStatus.atLower);
    expect([solution.x, solution.y]).toEqual([undefined, undefined]);
  });
});
