import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { checkProgram } from "../../src/lp/check-program.ts";
import { SiteModel } from "../../src/model/site-model.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { elasticProgram } from "../../src/plan/elastic-program.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";

// One half-hour: supply a <= 4 and b <= 6 exclude each other, demand 9, and b >= 8 is asked for in a row of its own.
const site = new SiteModel(timeGrid(Date.UTC(2026, 0, 5), 30, 1, "UTC"));
const [a, b] = [4, 6].map((mw) => site.addSeries(`up to ${mw}`, "mw", { unit: "MW", upper: mw }));
for (const columns of [a, b]) {
  site.supply(columns);
  site.addCost(columns, "power", "cash", -1000);
}
site.demand(9);
const asked = site.addRows("contract", "asked", { unit: "MW", lower: 8 });
site.addTerms(asked, b, 1);
site.addEitherOr("a or b", [a], [b]);
const lp = toLinearProgram(site);
const elastic = elasticProgram(lp, site);

describe("elasticProgram", () => {
  it("is a program, with two columns for every row and no cost but theirs", () => {
    checkProgram(elastic);
    expect([elastic.numRows, elastic.numCols]).toEqual([3, 2 + 6]);
    // Rows: balance (by the half-hour), asked, a / 4 + b / 6 <= 1.
    expect([...elastic.cost]).toEqual([0, 0, 0.5, 0.5, 2, 2, 2, 2]);
    expect([...elastic.colUpper]).toEqual([4, 6, Infinity, Infinity, Infinity, Infinity, 0, 0]);
    expect([...elastic.value.slice(-6)]).toEqual([1, -1, 1, -1, 1, -1]);
    expect([...elastic.rowIndex.slice(-6)]).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("has the least violation: b = 6 is 3 MW short and 2 MW below the requirement, the rule holds", () => {
    const solution = solveLp(elastic);
    expect(solution.objective).toBeCloseTo(3 * 0.5 + 2 * 2, 9);
    expect([...(solution.x as Float64Array)]).toEqual(
      [0, 6, 3, 0, 2, 0, 0, 0].map((value) => expect.closeTo(value, 9)),
    );
  });

  it("leaves the program as it was", () => {
    expect(toLinearProgram(site)).toEqual(lp);
  });
});
