import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { optimalFace } from "../../../src/solvers/crossover/optimal-face.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("optimalFace", () => {
  it("holds the columns inside, the rows they touch, and the activity they have", () => {
    // Column 1 at its limit; row 1 holds column 1 only and goes.
    const { form, origin } = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 1, 4],
          [0, 1, Infinity],
        ],
        [
          [3, [1, 1, 2], 3],
          [1, [0, 1, 0], 1],
        ],
      ),
    );
    const status = new Uint8Array(3).fill(BasisStatus.basic);
    status[1] = BasisStatus.atLower;
    const x = Float64Array.of(0.5, 0, 2);
    const face = optimalFace(form, origin, status, x, Float64Array.of(7, 8, 9));
    expect([...face.colOf]).toEqual([0, 2]);
    expect([...face.form.cost]).toEqual([7, 9]);
    expect([face.form.numRows, face.form.numBoxed, face.form.numSigned]).toEqual([1, 1, 2]);
    expect([...face.form.upper]).toEqual([form.upper[0]]);
    expect(face.form.rhs[0]).toBe(face.form.value[0] * 0.5 + face.form.value[1] * 2);
    expect([...face.origin.rowOf]).toEqual([0]);
  });
});
