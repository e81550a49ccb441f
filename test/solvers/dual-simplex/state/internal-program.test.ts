import { describe, expect, it } from "vitest";
import { internalProgram } from "../../../../src/solvers/dual-simplex/state/internal-program.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { unitScaling } from "../../../support/simplex-case.ts";

const lp = smallProgram(
  "max",
  [
    [0, 3, 8],
    [-4, 5, Infinity],
  ],
  [
    [2, [1, 0], 6],
    [-Infinity, [7, 9], 16],
  ],
);

describe("internalProgram", () => {
  it("minimises, and gives each row a logical that is minus its activity", () => {
    const program = internalProgram(lp, unitScaling(lp));
    expect([...program.cost]).toEqual([-3, -5, 0, 0]);
    expect([...program.lower]).toEqual([0, -4, -6, -16]);
    expect([...program.upper]).toEqual([8, Infinity, -2, Infinity]);
  });

  it("holds the same matrix by columns and by rows", () => {
    const program = internalProgram(lp, unitScaling(lp));
    expect([...program.value]).toEqual([1, 7, 9]);
    expect([[...program.rowStart], [...program.colIndex], [...program.rowValue]]).toEqual([
      [0, 1, 3],
      [0, 0, 1],
      [1, 7, 9],
    ]);
  });

  it("drops stored zeros", () => {
    const stored = smallProgram(
      "max",
      [
        [0, 3, 8],
        [-4, 5, Infinity],
      ],
      [
        [2, [1, 1], 6],
        [-Infinity, [7, 9], 16],
      ],
    );
    const program = internalProgram({ ...stored, value: Float64Array.of(1, 7, 0, 9) }, unitScaling(stored));
    expect(program).toEqual(internalProgram(lp, unitScaling(lp)));
  });

  it("scales as LpScaling says", () => {
    // a' = row a col; x' = x / (boundScale col); activity' = row activity / boundScale; c' = costScale c col.
    const scaling = { row: Float64Array.of(2, 4), col: Float64Array.of(8, 1), costScale: 0.5, boundScale: 16 };
    const program = internalProgram(lp, scaling);
    expect([...program.value]).toEqual([16, 224, 36]);
    expect([...program.cost]).toEqual([-12, -2.5, 0, 0]);
    expect([...program.upper]).toEqual([8 / 128, Infinity, -0.25, Infinity]);
    expect([...program.lower]).toEqual([0, -0.25, -0.75, -4]);
  });
});
