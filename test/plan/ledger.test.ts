import { describe, expect, it } from "vitest";
import { SiteModel } from "../../src/model/site-model.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { ledgerEntries, decodeLedger } from "../../src/plan/ledger.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

// Two hours. A power of 3 and 4 MW at 10 and 20 USD per MW, twice under one item; a peak of 4 MW at 100 USD; constants.
//   energy     3 x 10 + 4 x 20 = 110 cash,  again 2 USD/MW: 6 + 8 = 14 cash under the same line -> 36 and 88
//   peak       400 cash, minus 300 cash constant, plus 300 sunk: what was owed before is moved, not added
//   worth      -7 per interval valuation
const time = timeGrid(Date.UTC(2026, 0, 5), 60, 2, "UTC");
const site = new SiteModel(time);
const power = site.addSeries("grid", "importMw", { unit: "MW" });
const peak = site.addColumn("grid", "peakMw", { unit: "MW" });
const last = site.addSeries("job", "lateMw", { unit: "MW", from: 1, count: 1 });
site.addCost(power, "energy", "cash", Float64Array.of(10, 20));
site.addCost(power, "energy", "cash", 2);
site.addCost(peak, "peak", "cash", 100);
site.addCost(last, "late", "penalty", Float64Array.of(99, 5));
site.addConstantCost("grid", "peak", "cash", -300);
site.addConstantCost("grid", "peak before", "sunk", 300);
site.addConstantCost("bess", "worth", "valuation", Float64Array.of(-7, -7));
const x = Float64Array.of(3, 4, 4, 6);
const solved = new SolvedSite(time, { x, y: new Float64Array(2), reducedCost: new Float64Array(4) });

describe("decodeLedger", () => {
  const ledger = decodeLedger(site, solved);

  it("has one line for each asset, item and kind, by interval or for the period", () => {
    expect(
      ledger.lines.map(({ asset, item, kind, usd, usdByInterval }) => [
        asset,
        item,
        kind,
        usd,
        usdByInterval && [...usdByInterval],
      ]),
    ).toEqual([
      ["grid", "energy", "cash", 124, [36, 88]],
      ["grid", "peak", "cash", 100, undefined],
      ["job", "late", "penalty", 30, [0, 30]],
      ["grid", "peak before", "sunk", 300, undefined],
      ["bess", "worth", "valuation", -14, [-7, -7]],
    ]);
  });

  it("sums to the objective of the same terms and keeps kinds apart", () => {
    // 124 + 400 + 30 - 300 + 300 - 14
    expect(ledger.totalUsd).toBe(540);
    expect(ledger.usdByKind).toEqual({ cash: 224, penalty: 30, expected: 0, valuation: -14, sunk: 300 });
    // The sizes: 36 + 88, |400 - 300| as one line, 30, 300, 7 + 7.
    expect(ledger.absoluteUsd).toBe(568);
  });

  it("splits into entries: period items without an interval, without zeros", () => {
    expect([...ledgerEntries(ledger)]).toEqual([
      { asset: "grid", interval: 0, item: "energy", kind: "cash", usd: 36 },
      { asset: "grid", interval: 1, item: "energy", kind: "cash", usd: 88 },
      { asset: "grid", item: "peak", kind: "cash", usd: 100 },
      { asset: "job", interval: 1, item: "late", kind: "penalty", usd: 30 },
      { asset: "grid", item: "peak before", kind: "sunk", usd: 300 },
      { asset: "bess", interval: 0, item: "worth", kind: "valuation", usd: -7 },
      { asset: "bess", interval: 1, item: "worth", kind: "valuation", usd: -7 },
    ]);
  });
});
