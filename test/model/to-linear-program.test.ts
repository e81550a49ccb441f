import { describe, expect, it } from "vitest";
import { checkProgram } from "../../src/lp/check-program.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { emptySite } from "../support/plans.ts";

describe("toLinearProgram", () => {
  it("adds the costs of a column up and takes what no decision changes as the offset", () => {
    const site = emptySite(3);
    const x = site.addSeries("a", "x", { unit: "MW", upper: 4 });
    const tail = site.addSeries("a", "tail", { unit: "MW", from: 1 });
    const peak = site.addColumn("a", "peak", { unit: "MW" });
    site.addCost(x, "energy", "cash", Float64Array.of(10, 20, 30));
    site.addCost(x, "fee", "cash", 1);
    site.addCost(tail, "tail", "penalty", Float64Array.of(7, 8, 9));
    site.addCost(peak, "peak", "cash", 100);
    site.addConstantCost("a", "sunk", "sunk", 1000);
    site.addConstantCost("a", "lost", "cash", Float64Array.of(1, 2, 3));
    const lp = toLinearProgram(site);
    expect([...lp.cost]).toEqual([11, 21, 31, 8, 9, 100]);
    expect(lp.objectiveOffset).toBe(1006);
    expect([lp.numRows, lp.numCols, lp.sense]).toEqual([3, 6, "min"]);
    expect(() => checkProgram(lp)).not.toThrow();
  });

  it("is the program its blocks describe: cheapest supply first", () => {
    // 5 MW wanted, 4 at 10 and the rest at 25, and 1000 owed anyway: 40 + 25 + 1000.
    const site = emptySite(1);
    const cheap = site.addSeries("a", "cheap", { unit: "MW", upper: 4 });
    const costly = site.addSeries("a", "costly", { unit: "MW" });
    site.supply(cheap);
    site.supply(costly);
    site.demand(5);
    site.addCost(cheap, "energy", "cash", 10);
    site.addCost(costly, "energy", "cash", 25);
    site.addConstantCost("a", "sunk", "sunk", 1000);
    const solution = solveLp(toLinearProgram(site));
    expect(solution.objective).toBeCloseTo(1065, 9);
  });
});
