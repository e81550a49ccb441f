import { describe, expect, it } from "vitest";
import { tieBreakCost } from "../../../src/solvers/crossover/tie-break-cost.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

const { form, origin, scaling } = interiorWorkspace(
  smallProgram(
    "min",
    [
      [0, 1, 4],
      [-Infinity, 1, 4],
      [-Infinity, 1, Infinity],
    ],
    [[1, [1, 1, 1], 2]],
  ),
);
const at = (v: number) => origin.varOf.indexOf(v);

describe("tieBreakCost", () => {
  it("by default is different for all columns with a bound and 0 for the rest", () => {
    const cost = tieBreakCost(form, origin, scaling.col);
    expect(cost[at(0)]).toBeGreaterThanOrEqual(1);
    expect(cost[at(1)]).toBeGreaterThanOrEqual(1);
    expect(cost[at(0)]).not.toBe(cost[at(1)]);
    expect([cost[at(2)], cost[at(3)]]).toEqual([0, 0]);
  });

  it("uses the caller's own instead, with the sign of each column and a greatest entry of 100", () => {
    const own = tieBreakCost(form, origin, scaling.col, Float64Array.of(2, 5, 0));
    expect([own[at(0)], own[at(1)], own[at(2)], own[at(3)]]).toEqual([40, -100, 0, 0]);
  });

  it("leaves out a caller's that says nothing", () => {
    expect(tieBreakCost(form, origin, scaling.col, new Float64Array(3))).toEqual(
      tieBreakCost(form, origin, scaling.col),
    );
  });
});
