import { describe, expect, it } from "vitest";
import { objectiveAt } from "../../../../src/lp/objective-at.ts";
import { decodePoint, decodePrices } from "../../../../src/solvers/interior-point/answer/decode-solution.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { smallProgram } from "../../../support/random-programs.ts";

// Columns within [1, 4], at most 5, fixed at 2; max, with an offset.
const lp = smallProgram(
  "max",
  [
    [1, 3, 4],
    [-Infinity, 2, 5],
    [2, 4, 2],
  ],
  [[-Infinity, [1, 1, 1], 10]],
  7,
);
const { form, origin, scaling } = interiorWorkspace(lp);
const at = (v: number) => origin.varOf.indexOf(v);

describe("decodePoint", () => {
  it("puts columns at their bounds, fixed ones included", () => {
    expect([...decodePoint(lp, scaling, form, origin, new Float64Array(form.numCols))]).toEqual([1, 5, 2]);
  });

  it("measures from the nearer bound", () => {
    const x = new Float64Array(form.numCols);
    const unit = scaling.boundScale * scaling.col[0];
    x[at(0)] = 2.9999 / unit;
    x[at(1)] = 1 / (scaling.boundScale * scaling.col[1]);
    const slack = Float64Array.of(1e-20 / unit);
    const point = decodePoint(lp, scaling, form, origin, x, slack);
    expect([...point]).toEqual([4, 4, 2]);
    expect(objectiveAt(lp, point)).toBe(12 + 8 + 8 + 7);
  });
});

describe("decodePrices", () => {
  it("gives prices the sense and units of the program", () => {
    // Scaled y = -1 in a minimised form: the row is worth +1 unit of money a unit of the row for max.
    const { y, reducedCost } = decodePrices(lp, scaling, origin, Float64Array.of(-1));
    expect(y[0]).toBe(scaling.row[0] / scaling.costScale);
    expect([...reducedCost]).toEqual([3 - y[0], 2 - y[0], 4 - y[0]]);
  });
});
