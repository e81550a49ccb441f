import { describe, expect, it } from "vitest";
import { secondCost } from "../../../src/solvers/interior-point/second-cost.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

const { form, origin, scaling } = interiorWorkspace(
  smallProgram("min", [[0, 1, 4], [-Infinity, 1, 4], [-Infinity, 1, Infinity]], [[1, [1, 1, 1], 2]]),
);
const at = (v: number) => origin.varOf.indexOf(v);

describe("secondCost", () => {
  it("by default is different for all columns with a limit and 0 for the rest", () => {
    const cost = secondCost(form, origin, scaling.col, undefined);
    expect(cost[at(0)]).toBeGreaterThanOrEqual(1);
    expect(cost[at(1)]).toBeGreaterThanOrEqual(1);
    expect(cost[at(0)]).not.toBe(cost[at(1)]);
    expect([cost[at(2)], cost[at(3)]]).toEqual([0, 0]);
  });

  it("puts a caller's own first, turned where the column is", () => {
    const cost = secondCost(form, origin, scaling.col, Float64Array.of(0, 5, 0));
    expect(cost[at(1)]).toBeLessThan(-0.99);
    expect(cost[at(0)]).toBeGreaterThan(0);
    expect(cost[at(0)]).toBeLessThan(0.01);
  });
});
