import { describe, expect, it } from "vitest";
import { fixDirections } from "../../src/explain/fixed-directions.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { emptySite } from "../support/plans.ts";

/** A point without reduced costs. */
const at = (...x: number[]) => ({ x: Float64Array.from(x), reducedCost: new Float64Array(x.length) });

describe("fixDirections", () => {
  // Columns a, b of 3 intervals each, Ua = 10, Ub = 5: a runs in interval 0, b in 1, neither in 2.
  const site = emptySite(3);
  const a = site.addSeries("x", "a", { unit: "MW", upper: 10 });
  const b = site.addSeries("x", "b", { unit: "MW", upper: 5 });
  site.addEitherOr("x gives and takes", [a], [b]);
  const lp = toLinearProgram(site);
  const rule = site.eitherOrs[0].rows!;

  it("fixes the idle side at zero and frees the valid row, only where one side runs", () => {
    const { lp: fixed, barredBy } = fixDirections(site, lp, at(10, 0, 0, 0, 2, 0));
    expect([...fixed.colUpper]).toEqual([10, 0, 10, 0, 5, 5]);
    expect([...fixed.rowUpper.subarray(rule.start, rule.start + 3)]).toEqual([Infinity, Infinity, 1]);
    expect([...barredBy]).toEqual([
      [b.start, "x gives and takes"],
      [a.start + 1, "x gives and takes"],
    ]);
    // The program itself is untouched.
    expect([...lp.colUpper]).toEqual([10, 10, 10, 5, 5, 5]);
  });

  it("counts 1e-6 MW as not running, and leaves a program without directions as it is", () => {
    const none = fixDirections(site, lp, at(1e-6, 0, 0, 0, 0, 0));
    expect(none.lp).toBe(lp);
    expect(none.barredBy.size).toBe(0);
  });

  it("fixes an idle side that would pay, because the search fixed it", () => {
    const { barredBy, lp: fixed } = fixDirections(site, lp, {
      x: new Float64Array(6),
      reducedCost: Float64Array.of(0, 0, 0, 0, 0, -7),
    });
    expect([...barredBy]).toEqual([[b.start + 2, "x gives and takes"]]);
    expect([fixed.colUpper[a.start + 2], fixed.rowUpper[rule.start + 2], fixed.rowUpper[rule.start]]).toEqual([
      10,
      Infinity,
      1,
    ]);
  });

  it("fixes directions of a rule without a row, in the intervals of its blocks", () => {
    const tested = emptySite(2);
    const shed = tested.addSeries("ai", "shed", { unit: "MW", upper: 9 });
    const mine = tested.addSeries("rigs", "mine", { unit: "MW", upper: 9, from: 1 });
    tested.testEitherOr("shed while mining", [shed], [mine]);
    const { lp: fixed } = fixDirections(tested, toLinearProgram(tested), at(3, 4, 0));
    expect([...fixed.colUpper]).toEqual([9, 9, 0]);
  });
});
