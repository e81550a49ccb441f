import { describe, expect, it } from "vitest";
import { fleetAsset, gridAsset, HASHPRICE_FOR_100, ruleOf, START } from "../../support/plans.ts";
import { compareBaselines } from "../../support/untyped.ts";

// A fleet with one mode, standby and ramps: mining-fleet.test.ts.

/** Segments of 5 MW at 120 and 80 USD/MWh. */
const fleet = (fields: Record<string, unknown> = {}) =>
  fleetAsset({ powerModes: [{ powerW: 1000, hashrateThPerS: 60 }], ...fields });
const flowsOf = (fields: Record<string, unknown>, state?: Record<string, number>) =>
  ruleOf(
    {
      count: 3,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset(), fleet(fields)],
      ...(state && { initialState: { rigs: state } }),
    },
    "rigs",
  ).flows;

describe("a fleet of several modes under the threshold rule", () => {
  it("is a flow for each segment at its own strike price", () => {
    const flows = flowsOf({});
    expect(flows.map(({ role, reachMw, usdPerMwh }) => [role, reachMw(0), usdPerMwh?.(0)?.toFixed(6)])).toEqual([
      ["mining-when-it-pays", 5, "120.000000"],
      ["mining-when-it-pays", 5, "80.000000"],
    ]);
    expect(flows.map(({ fixes }) => fixes[0].columns.name)).toEqual([
      "aboveStandbyMw to 1000 W",
      "aboveStandbyMw to rated",
    ]);
  });

  it("ramps and floors fill the segments in order, and remember their sum", () => {
    const [low, high] = flowsOf({ rampUpMwPerH: 4, rampDownMwPerH: 2 }, { powerMw: 3 });
    expect([low.reachMw(0), high.reachMw(0), low.floorMw?.(0), high.floorMw?.(0)]).toEqual([5, 2, 1, 0]);
    low.tookMw?.(0, 5);
    high.tookMw?.(0, 2);
    expect([low.reachMw(1), high.reachMw(1), low.floorMw?.(1), high.floorMw?.(1)]).toEqual([5, 5, 5, 0]);
  });

  it("wakes in steps: the higher mode has room for the rigs awake", () => {
    const [low, high] = flowsOf({ wakeUp: { shareOfRigs: 0.2, everyMinutes: 60 } }, { powerMw: 2, awakeShare: 0.2 });
    expect([low.reachMw(0), high.reachMw(0)]).toEqual([2, 2]);
    low.tookMw?.(0, 2);
    high.tookMw?.(0, 1);
    expect(low.reachMw(1)).toBeCloseTo(3, 12);
    expect(high.reachMw(1)).toBeCloseTo(3, 12);
  });

  it("is carried out on the plan's own program, and costs no less than the plan", () => {
    const result = compareBaselines({
      horizon: { start: START, timeZone: "America/Chicago", intervalMinutes: 60, count: 6 },
      bitcoin: { hashpriceUsdPerPhDay: HASHPRICE_FOR_100 },
      assets: [
        gridAsset({ importLimitMw: [100, 100, 100, 8, 100, 100], importPriceUsdPerMwh: [60, 100, 130, 60, 100, 60] }),
        fleet({ wakeUp: { shareOfRigs: 0.4, everyMinutes: 60 }, standbyWPerRig: 50 }),
      ],
      counterfactual: { aiOnlyImportLimitMw: 100, basis: "a test", assetsAiOnlyKeeps: [] },
      initialState: { rigs: { powerMw: 10, awakeShare: 1 } },
    });
    expect(result.thresholdRule.status).toBe("carried-out");
    expect(result.thresholdRule.planIsWorthUsd).toBeGreaterThanOrEqual(-1e-6);
  });
});
