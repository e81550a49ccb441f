import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { SiteModel } from "../../src/model/site-model.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { limitPrices } from "../../src/plan/limit-prices.ts";

// Two hours, import up to 40 MW, export up to 10 MW, exclusive: rows import/40 + export/10 <= 1.
// Hour 0: import 40 at its limit; 40 and the row bind together, and the price of 50 USD per MW may stand
//   at the bound (reduced cost -50, y = 0) or at the row (reduced cost 0, y = -50 x 40 = -2000). Both mean -50 per MW.
// Hour 1: export 10 at its limit, price at the row: y = -70 means -7 per MW of export and nothing per MW of import.
const time = timeGrid(Date.UTC(2026, 0, 5), 60, 2, "UTC");
const site = new SiteModel(time);
const importMw = site.addSeries("grid", "importMw", { unit: "MW", upper: 40, limit: "importLimitMw" });
const exportMw = site.addSeries("grid", "exportMw", { unit: "MW", upper: 10, limit: "exportLimitMw" });
// Rows of the rule's name that are not the rule's: prices must come from the rule's own rows.
site.addRows("other", "grid imports and exports", { unit: "MW" });
site.addEitherOr("grid imports and exports", [importMw], [exportMw]);
const x = Float64Array.of(40, 0, 0, 10);
const solved = (y: number[], reducedCost: number[]) =>
  new SolvedSite(time, { x, y: Float64Array.from([0, 0, 7, 7, ...y]), reducedCost: Float64Array.from(reducedCost) });

describe("limitPrices", () => {
  it("does not depend on where the solver puts the price", () => {
    const atBound = solved([0, -70], [-50, 0, 0, 0]);
    const atRow = solved([-2000, -70], [0, 0, 0, 0]);
    for (const answer of [atBound, atRow]) {
      expect([...limitPrices(site, answer, { block: importMw })]).toEqual([-50, 0]);
      expect([...limitPrices(site, answer, { block: exportMw })]).toEqual([0, -7]);
    }
  });

  it("of rows is their dual: on the time axis, or one value for a row over the plan", () => {
    const other = new SiteModel(time);
    const cap = other.addRows("batch", "cap", { unit: "MW", from: 1, count: 1, limit: "capMw" });
    const fuel = other.addRow("gensets", "unit hours", { unit: "h", limit: "unitHoursCap" });
    const answer = new SolvedSite(time, {
      x: new Float64Array(0),
      y: Float64Array.of(0, 0, -3, -4),
      reducedCost: new Float64Array(0),
    });
    expect([...limitPrices(other, answer, { block: cap })]).toEqual([0, -3]);
    expect([...limitPrices(other, answer, { block: fuel })]).toEqual([-4]);
  });

  it("leaves the solution's own reduced costs alone", () => {
    const answer = solved([-2000, 0], [0, 0, 0, 0]);
    limitPrices(site, answer, { block: importMw });
    expect([...answer.reducedCosts(importMw)]).toEqual([0, 0]);
  });
});
