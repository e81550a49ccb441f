import { describe, expect, it } from "vitest";
import { compareCases } from "../../../src/plan/compare-cases.ts";
import { expectSeries, firmAsset, gridAsset, planOf, ruleOf } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Four engines of 5 MW at 8 MMBtu/MWh x 4 USD/MMBtu + 3 USD/MWh = 35 USD/MWh and 8 x 50 kg = 0.4 t/MWh. */
const engines = (fields: Fields = {}): Fields => ({
  kind: "firm-generation",
  name: "engines",
  units: 4,
  unitMw: 5,
  fuelUsdPerMmbtu: 4,
  heatRateMmbtuPerMwh: 8,
  omUsdPerMwh: 3,
  co2KgPerMmbtu: 50,
  ...fields,
});

describe("under the threshold rule", () => {
  it("supplies at its price, up to its ramp and what its caps leave", () => {
    const site = {
      count: 2,
      initialState: { engines: { powerMw: 4 } },
      assets: [gridAsset(), engines({ rampUpMwPerH: 5, energyMwhPerYear: 12 })],
    };
    const [bound, flow] = ruleOf(site, "engines").flows;
    expect([bound.role, flow.role]).toEqual(["free-supply", "free-supply"]);
    expect(flow.usdPerMwh?.(0)).toBe(35);
    expect([bound.reachMw(0), flow.reachMw(0)]).toEqual([0, 9]);
    bound.tookMw?.(0, 0);
    flow.tookMw?.(0, 7);
    expect(flow.fixes.map(({ columns, value }) => [columns.name, value(0, 7)])).toEqual([["powerMw", 7]]);
    expect(flow.reachMw(1)).toBeCloseTo(5, 9);
  });

  it("first what minimum load and the ramp down hold it at", () => {
    // 12 MW before, down 4 MW/h: 8, but 20 MW online are bound at 10. From there 6 of the 10 MW online; then none is
    // online.
    const bound = engines({ rampDownMwPerH: 4, onlineShare: [1, 0.5, 0], minLoadFraction: 0.5 });
    const flows = ruleOf(
      { count: 3, initialState: { engines: { powerMw: 12 } }, assets: [gridAsset(), bound] },
      "engines",
    ).flows;
    expect(flows.map((flow) => flow.reachMw(0))).toEqual([10, 10]);
    flows[0].tookMw?.(0, 10);
    flows[1].tookMw?.(0, 0);
    expect(flows.map((flow) => flow.reachMw(1))).toEqual([6, 4]);
    expect(flows[0].usdPerMwh?.(1)).toBeLessThan(-5000);
    flows[0].tookMw?.(1, 6);
    flows[1].tookMw?.(1, 0);
    // Decommitted: it goes, whatever the ramp.
    expect(flows.map((flow) => flow.reachMw(2))).toEqual([0, 0]);
    // Not known what ran before: nothing is bound, all may be had.
    expect(
      ruleOf({ count: 1, assets: [gridAsset(), engines({ rampDownMwPerH: 4 })] }, "engines").flows.map((flow) =>
        flow.reachMw(0),
      ),
    ).toEqual([0, 20]);
  });

  it("is carried out where the grid becomes cheap", () => {
    // 12 MW at 100 USD/MWh, then 20: 12, 8, 4 MW of engines at 35, and the grid for the rest: that is the plan's own
    // answer.
    const assets = [gridAsset({ importPriceUsdPerMwh: [100, 20, 20] }), firmAsset(12), engines({ rampDownMwPerH: 4 })];
    const plan = planOf({ count: 3, initialState: { engines: { powerMw: 12 } }, assets });
    const { thresholdRule } = compareCases({
      ...plan,
      counterfactual: {
        aiOnlyImportLimitMw: new Float64Array(3).fill(100),
        basis: "letter",
        assetsAiOnlyKeeps: ["engines"],
        initialState: {},
      },
    });
    expect(thresholdRule.status).toBe("carried-out");
    expectSeries(thresholdRule.plan?.assets.engines.netBusMw as Float64Array, [12, 8, 4]);
    expect(thresholdRule.planIsWorthUsd).toBeCloseTo(0, 6);
  });
});
