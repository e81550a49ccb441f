import { describe, expect, it } from "vitest";
import { moneyTerms } from "../../src/explain/money-terms.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { emptySite } from "../support/plans.ts";

describe("moneyTerms", () => {
  const site = emptySite(2);
  const mw = site.addSeries("bess", "dischargeMw", { unit: "MW" });
  const stored = site.addSeries("bess", "storedMwh", { unit: "MWh" });
  const rows = site.addRows("bess", "stored energy", { unit: "MWh", lower: 0, upper: 0 });
  const cap = site.addRow("tank", "fuel", { unit: "kL", upper: 9, limit: "tankL" });
  site.supply(mw, 0.9);
  site.addTerms(rows, stored, 1);
  site.addTerms(rows, stored, -0.5, -1);
  site.addTerms(rows, mw, 2);
  site.addSum(cap, mw, 3);
  site.addCost(mw, "wear", "valuation", Float64Array.of(4, 6));
  site.addCost(mw, "wear", "cash", 1);
  const lp = toLinearProgram(site);
  // Duals of balance, stored energy (2 each) and fuel.
  const y = Float64Array.of(10, 20, -7, -8, -0.5);

  it("lists cost items by name, and minus the price of each row times its coefficient", () => {
    // Interval 1: 6 + 1; power -0.9 x 20; stored energy -2 x -8; the tank's row -3 x -0.5.
    expect(moneyTerms(site, lp, y, mw, 1).map(({ what, usd }) => [what, usd])).toEqual([
      ["wear", 7],
      ["power", -18],
      ["stored energy", 16],
      ["tank tankL", 1.5],
    ]);
  });

  it("lists rows of another interval separately, with their time", () => {
    // stored_0: -1 x -7 in its own row, 0.5 x -8 in the next.
    expect(moneyTerms(site, lp, y, stored, 0).map(({ what, usd }) => [what, usd])).toEqual([
      ["stored energy", 7],
      ["stored energy at 2026-07-14T01:00:00-05:00", -4],
    ]);
  });

  it("leaves out zeros", () => {
    expect(moneyTerms(site, lp, new Float64Array(5), stored, 0)).toEqual([]);
  });
});
