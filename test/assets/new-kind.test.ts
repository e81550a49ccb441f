import { afterAll, describe, expect, it, vi } from "vitest";
import type { AnyAssetKind } from "../../src/assets/asset.ts";
import type { BoilerReading } from "../support/boiler.ts";

// One more entry in the list of kinds, and nothing else. Test files share their modules, so this one loads its own and
// leaves none behind.
vi.resetModules();
vi.doMock("../../src/assets/index.ts", async (original) => {
  const { assetKinds } = await original<{ readonly assetKinds: readonly AnyAssetKind[] }>();
  const { boiler } = await import("../support/boiler.ts");
  return { assetKinds: [...assetKinds, boiler] };
});
const { fleetAsset, gridAsset, HASHPRICE_FOR_100, optimalPlan, ruleOf, usdOf } = await import("../support/plans.ts");

afterAll(() => {
  vi.doUnmock("../../src/assets/index.ts");
  vi.resetModules();
});

describe("a kind that is new in the list", () => {
  const asset = { kind: "boiler", name: "boiler", powerMw: 6, heatUsdPerMwh: [45, 60] };

  it("is validated, planned, paid in the ledger and read", () => {
    const plan = optimalPlan({ count: 2, assets: [gridAsset(), asset] });
    const reading = plan.assets.boiler as unknown as BoilerReading;
    // Power costs 50 USD/MWh: heat at 45 does not pay for it, heat at 60 does.
    expect([...reading.series.powerMw]).toEqual([0, 6]);
    expect(reading.totals.energyMwh).toBeCloseTo(6, 9);
    expect(usdOf(plan, "heat", "cash")).toBeCloseTo(-360, 9);
    expect(plan.objectiveUsd).toBeCloseTo(-60, 9);
    expect(plan.certificate.ok).toBe(true);
  });

  it("is refused by its own schema, as every asset", () => {
    expect(() => optimalPlan({ count: 1, assets: [gridAsset(), { ...asset, powerKw: 6000 }] })).toThrow("powerKw");
  });

  it("is seen by other kinds through its port: a product sells its load", () => {
    const reserve = {
      kind: "flexibility-product",
      name: "reserve",
      backedBy: ["boiler"],
      priceUsdPerMwHour: 5,
      deployedShare: 0,
      durationHours: 1,
    };
    const plan = optimalPlan({ count: 2, assets: [gridAsset(), asset, reserve] });
    // It runs at a loss of 5 USD/MWh in the first hour at no gain or loss in all; in the second it sells its 6 MW.
    expect(usdOf(plan, "flexibility sold", "cash")).toBeLessThanOrEqual(-30 + 1e-9);
  });

  it("takes part in the threshold rule beside a fleet", () => {
    const site = {
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset(), fleetAsset(), { ...asset, heatUsdPerMwh: 45 }],
    };
    expect(ruleOf(site, "boiler").idle?.map(({ name }) => name)).toEqual(["powerMw"]);
  });
});
