import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFacilityCurve, facilityAt, type FacilityCurve } from "../../../src/assets/ai-load/facility-curve.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  renewableAsset,
  resultOf,
  usdOf,
} from "../../support/plans.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";

/** 1 MW at no load, 1.1 MW per MW of IT up to 6, 1.6 beyond: PUE 1.267 at 6 MW, 1.4 at 10. */
const points = [
  { itMw: 0, facilityMw: 1 },
  { itMw: 6, facilityMw: 7.6 },
  { itMw: 10, facilityMw: 14 },
];
const hall = (fields: Record<string, unknown> = {}) => ({
  kind: "ai-spot",
  name: "spot",
  itMw: 10,
  facilityByIt: { points },
  revenueUsdPerItMwh: 100,
  ...fields,
});
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "spot", "ai-spot");

describe("given load", () => {
  it("lies on straight lines between the points", () => {
    // 3 MW: 1 + 3.3; 8 MW: 7.6 + 2 x 1.6.
    expectSeries(facilityAt({ points }, Float64Array.of(0, 3, 6, 8, 10)), [1, 4.3, 7.6, 10.8, 14]);
  });

  it("has an overhead that follows the temperature", () => {
    // 2 % a degree: at 35 degrees, 15 above the reference, 1.3 of the overhead (14 - 10 = 4); at 10 degrees 0.8.
    const weather = { overheadPerDegC: 0.02, outdoorDegC: Float64Array.of(35, 10, 20), referenceDegC: 20 };
    expectSeries(facilityAt({ points, ...weather }, Float64Array.of(10, 10, 10)), [15.2, 13.2, 14]);
  });

  it("is what a firm load draws; a curve that flattens is as good as any", () => {
    const flattening = [
      { itMw: 2, facilityMw: 4 },
      { itMw: 6, facilityMw: 9 },
      { itMw: 10, facilityMw: 12 },
    ];
    const load = { kind: "ai-firm", name: "inference", itMw: [4, 8], facilityByIt: { points: flattening } };
    const plan = optimalPlan({ count: 2, assets: [gridAsset(), load] });
    expectSeries(readingOf(plan, "inference", "ai-firm").series.demandMw, [6.5, 10.5]);
    expect(plan.objectiveUsd).toBeCloseTo(50 * 17, 6);
  });
});

describe("load that is chosen", () => {
  it("is served up to where the next segment's power costs more than it earns", () => {
    // 100 USD per IT MWh: at 80 USD/MWh the first 6 MW cost 88 each, the next 128. At 60: 66 and 96. At 95 104.5: none.
    const plan = optimalPlan({ count: 3, assets: [gridAsset({ importPriceUsdPerMwh: [80, 60, 95] }), hall()] });
    expectSeries(read(plan).series.servedItMw as Float64Array, [6, 10, 0]);
    expectSeries(read(plan).series.servedMw, [7.6, 14, 1]);
    expectSeries(read(plan).netBusMw, [-7.6, -14, -1]);
    expect(plan.objectiveUsd).toBeCloseTo(7.6 * 80 - 600 + 14 * 60 - 1000 + 95, 6);
    expect(read(plan).totals.revenueUsd).toBeCloseTo(1600, 6);
    expect(read(plan).series.demandMw[0]).toBeCloseTo(14, 9);
  });

  it("of an affine curve needs no more columns than a PUE does", () => {
    const affine = { points: [points[0], { itMw: 5, facilityMw: 7 }, { itMw: 10, facilityMw: 13 }] };
    const [withCurve, withPue] = [hall({ facilityByIt: affine }), hall({ facilityByIt: undefined, pue: 1.2 })].map(
      (asset) => buildSite(planOf({ count: 3, assets: [gridAsset(), JSON.parse(JSON.stringify(asset))] })).lp,
    );
    expect([withCurve.numCols, withCurve.numRows]).toEqual([withPue.numCols, withPue.numRows]);
  });

  it("fills its segments in order where power costs less than nothing, too", () => {
    // At -30 the steep segment draws more per IT MWh: the plain program would take it first. All 10 MW are served: in
    // order.
    const all = optimalPlan({ count: 1, assets: [gridAsset({ importPriceUsdPerMwh: -30 }), hall()] });
    expectSeries(read(all).series.servedMw, [14]);
    // Sun of 5 MW that pays to be taken (-30) and no grid: 1 + 1.1 y = 5.
    const sun = resultOf({
      count: 1,
      assets: [renewableAsset(5, { curtailmentUsdPerMwh: 30 }), hall({ revenueUsdPerItMwh: -10 })],
    });
    if (sun.status !== "optimal") throw new Error(sun.detail);
    expectSeries(readingOf(sun, "spot", "ai-spot").series.servedItMw as Float64Array, [4 / 1.1]);
  });

  it("in a blackout cuts the hall off at its price; without one the conflict is said", () => {
    const site = (unservedUsdPerMwh?: number) => ({
      count: 1,
      assets: [
        gridAsset({ importLimitMw: 0.4 }),
        hall({ facilityByIt: { points, ...(unservedUsdPerMwh !== undefined && { unservedUsdPerMwh }) } }),
      ],
    });
    const plan = optimalPlan(site(300));
    expect(usdOf(plan, "overhead cut", "penalty")).toBeCloseTo(180, 6);
    expectSeries(read(plan).series.servedMw, [0.4]);
    expect(resultOf(site()).status).toBe("infeasible");
  });

  it("does not sell load in a hall that is cut off", () => {
    // Cutting 1 MW of overhead at 10 would save 40 beside 600 earned: but the load is off then.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset(), hall({ facilityByIt: { points, unservedUsdPerMwh: 10 } })],
    });
    expect(read(plan).series.servedMw[0]).toBeCloseTo(14, 6);
  });

  it("gains the cost of convex overhead: HiGHS and a sum over hours by hand agree", () => {
    const price = fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(price, (importPriceUsdPerMwh) => {
        const { lp } = buildSite(
          planOf({ count: 6, assets: [gridAsset({ importPriceUsdPerMwh }), hall(), firmAsset(1)] }),
        );
        const byHand = importPriceUsdPerMwh.reduce(
          (usd, p) => usd + 2 * p + Math.min(0, 6 * (1.1 * p - 100)) + Math.min(0, 4 * (1.6 * p - 100)),
          0,
        );
        expect(solveLp(lp).objective).toBeCloseTo(byHand, 6);
        expect(solveWithHighs(lp).objective).toBeCloseTo(byHand, 6);
      }),
      { seed: 20260714, numRuns: 30 },
    );
  });
});

describe("checkFacilityCurve", () => {
  const weather = { overheadPerDegC: 0.02, outdoorDegC: Float64Array.of(20, -40), referenceDegC: 20 };

  it.each<[string, Partial<FacilityCurve>, boolean, string[]]>([
    ["a convex curve from 0", {}, true, []],
    [
      "a load that may idle without its draw at no load",
      { points: points.slice(1) },
      true,
      ["facilityByIt.points[0].itMw"],
    ],
    [
      "a curve that flattens, for a decision",
      { points: [points[0], { itMw: 6, facilityMw: 10 }, points[2]] },
      true,
      ["facilityByIt.points[1]"],
    ],
    ["the same for given load", { points: [points[0], { itMw: 6, facilityMw: 10 }, points[2]] }, false, []],
    [
      "less facility power than IT power",
      { points: [points[0], { itMw: 10, facilityMw: 9 }] },
      false,
      ["facilityByIt.points[1].facilityMw"],
    ],
    ["points out of order", { points: [points[0], points[2], points[1]] }, false, ["facilityByIt.points[2].itMw"]],
    ["half a temperature rule", { overheadPerDegC: 0.02 }, false, ["facilityByIt.overheadPerDegC"]],
    [
      "an overhead below 0 in the cold",
      { ...weather, overheadPerDegC: 0.02, referenceDegC: 20 },
      false,
      ["facilityByIt.overheadPerDegC"],
    ],
  ])("%s", (_what, fields, isDecision, wanted) => {
    const found: string[] = [];
    checkFacilityCurve({ points, ...fields }, isDecision, (path) => found.push(path));
    expect(found).toEqual(wanted);
  });

  it("says why a curve that flattens is refused", () => {
    const [fault] = faultsOf({
      count: 1,
      assets: [gridAsset(), hall({ facilityByIt: { points: [points[0], { itMw: 6, facilityMw: 10 }, points[2]] } })],
    });
    expect(fault).toMatchObject({
      path: "assets[1].facilityByIt.points[1]",
      given: "1.0000 MW per MW of IT after it, 1.5000 before",
    });
    expect(fault.wanted).toContain("convex");
  });
});
