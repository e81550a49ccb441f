import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { SiteModel } from "../../src/model/site-model.ts";
import { brokenRules, brokenRulesText, EITHER_OR_TOLERANCE_MW, rulePairs } from "../../src/plan/either-or-check.ts";

const time = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 4, "America/Chicago");

it("names rule, local time and both powers where both sides are above the tolerance", () => {
  const site = new SiteModel(time);
  const flow = (asset: string) => site.addSeries(asset, "powerMw", { unit: "MW", upper: 10 });
  const a = flow("gensets");
  const [b1, b2] = [flow("fleet 1"), flow("fleet 2")];
  site.testEitherOr("gensets run while mining", [a], [b1, b2], "set allowMining");
  const x = Float64Array.from([
    ...[5, 0, 5, 5], // gensets
    ...[1, 1, 0, EITHER_OR_TOLERANCE_MW / 4], // fleet 1
    ...[2, 1, 0, EITHER_OR_TOLERANCE_MW / 4], // fleet 2: with fleet 1 still below the tolerance in the last hour
  ]);
  expect(brokenRules(site, x)).toEqual([
    {
      rule: "gensets run while mining",
      interval: 0,
      at: "2026-07-14T00:00:00-05:00",
      aMw: 5,
      bMw: 3,
      remedy: "set allowMining",
    },
  ]);
});

it("pairs know their columns in an interval, the balance they stand in, and the valid rows of their rules", () => {
  const site = new SiteModel(time);
  const late = site.addSeries("late", "powerMw", { unit: "MW", upper: 10, from: 2 });
  const [b1, b2] = ["b1", "b2"].map((name) => site.addSeries(name, "powerMw", { unit: "MW", upper: 10 }));
  site.testEitherOr("tested", [b1], [late]);
  site.addEitherOr("with a row", [late], [b1, b2]);
  const pairs = rulePairs(site);
  // Columns: late 0, 1 (intervals 2, 3), b1 2..5, b2 6..9; rows: balance 0..3, the rule's 4..7. Pair 4 + t is of the
  // second rule.
  expect([pairs.columns(4 + 3, 0), pairs.columns(4 + 3, 1), pairs.columns(4 + 1, 0)]).toEqual([[1], [5, 9], []]);
  expect(pairs.blocks[3]).toEqual({ row: 3, pairs: [3, 7], validRows: [7] });
});

describe("brokenRulesText", () => {
  const broke = (rule: string, interval: number, aMw: number, remedy = "wear") => ({
    rule,
    interval,
    at: "",
    aMw,
    bMw: 1,
    remedy,
  });

  it("one line per rule and span, with the greatest powers, then each remedy once", () => {
    const text = brokenRulesText(
      [broke("charge", 0, 2), broke("charge", 1, 3), broke("charge", 3, 4), broke("import", 0, 5, "fee")],
      time,
    );
    expect(text.split("\n")).toEqual([
      "charge for 2 h from 2026-07-14T00:00:00-05:00 to 2026-07-14T02:00:00-05:00 (up to 3 and 1 MW)",
      "charge at 2026-07-14T03:00:00-05:00 (up to 4 and 1 MW)",
      "import at 2026-07-14T00:00:00-05:00 (up to 5 and 1 MW)",
      "fix: wear",
      "fix: fee",
    ]);
  });

  it("a rule without a remedy of its own has the general one", () => {
    const site = new SiteModel(time);
    const flow = site.addSeries("a", "mw", { unit: "MW" });
    site.testEitherOr("a or a", [flow], [flow]);
    expect(brokenRules(site, Float64Array.of(1, 0, 0, 0))[0].remedy).toMatch(/limit one of the two to 0/);
  });
});
