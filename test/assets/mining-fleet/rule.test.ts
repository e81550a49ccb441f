import { describe, expect, it } from "vitest";
import { fleetAsset, gridAsset, HASHPRICE_FOR_100, ruleOf } from "../../support/plans.ts";

const hashpriceUsdPerPhDay = HASHPRICE_FOR_100;

describe("under the threshold rule", () => {
  it("standby first, then what the ramp and the fleet allow, at the strike price", () => {
    const site = {
      count: 2,
      hashpriceUsdPerPhDay,
      initialState: { rigs: { powerMw: 3 } },
      assets: [gridAsset(), fleetAsset({ standbyWPerRig: 200, rampUpMwPerH: 4 })],
    };
    const [standby, above] = ruleOf(site, "rigs").flows;
    expect([standby.role, standby.reachMw(0)]).toEqual(["standby", 1]);
    expect(standby.fixes.map(({ columns, value }) => [columns.name, value(0, 0.25)])).toEqual([
      ["deenergizedMw", 0.75],
    ]);
    expect([above.role, above.reachMw(0)]).toEqual(["mining-when-it-pays", 6]);
    expect(above.usdPerMwh?.(0)).toBeCloseTo(1000 / 9, 9);
    above.tookMw?.(0, 6);
    expect(above.reachMw(1)).toBeCloseTo(9, 12);
    expect(above.fixes.map(({ columns, value }) => [columns.name, value(0, 5)])).toEqual([["aboveStandbyMw", 5]]);
  });

  it("what cannot be put to sleep fast enough is a floor", () => {
    // 8 MW before, half-hours at 6 MW/h: 3 MW less a step.
    const site = {
      count: 3,
      intervalMinutes: 30,
      hashpriceUsdPerPhDay,
      initialState: { rigs: { powerMw: 8 } },
      assets: [gridAsset(), fleetAsset({ rampDownMwPerH: 6 })],
    };
    const [above] = ruleOf(site, "rigs").flows;
    expect([above.floorMw?.(0), above.reachMw(0)]).toEqual([5, 10]);
    above.tookMw?.(0, 5);
    expect(above.floorMw?.(1)).toBe(2);
    above.tookMw?.(1, 2);
    expect(above.floorMw?.(2)).toBe(0);
  });

  it("without standby and state there is no such flow, no ramp and no floor", () => {
    const { flows } = ruleOf(
      { count: 1, hashpriceUsdPerPhDay, assets: [gridAsset(), fleetAsset({ rampUpMwPerH: 4, rampDownMwPerH: 4 })] },
      "rigs",
    );
    expect(flows.map(({ role, reachMw, floorMw }) => [role, reachMw(0), floorMw?.(0)])).toEqual([
      ["mining-when-it-pays", 10, 0],
    ]);
  });
});
