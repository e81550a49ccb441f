import { describe, expect, it } from "vitest";
import { aiFirm } from "../../../src/assets/ai-firm/index.ts";
import { firmAsset, gridAsset, planOf } from "../../support/plans.ts";

describe("flexibleShare", () => {
  const flexible = (facilityMw: unknown, fields = {}) => firmAsset(facilityMw, { flexibleShare: 0.5, ...fields });

  it("of the counterfactual never lowers the load's own", () => {
    const [, planned] = planOf({ count: 1, assets: [gridAsset(), flexible(5)] }).assets;
    const spec = planned.spec as Parameters<NonNullable<typeof aiFirm.withFlexibleShare>>[0];
    expect(aiFirm.withFlexibleShare?.(spec, 0.2).flexibleShare).toBe(0.5);
    expect(aiFirm.withFlexibleShare?.(spec, 0.7).flexibleShare).toBe(0.7);
  });
});

it("at full power the load has neither modes nor what goes with them; without modes there is no other load", () => {
  const specOf = (fields: Record<string, unknown>) =>
    planOf({ count: 1, assets: [gridAsset(), firmAsset(5, fields)] }).assets[1].spec as Parameters<
      NonNullable<typeof aiFirm.withoutThrottling>
    >[0];
  const modes = {
    powerModes: [{ powerMw: 5, throughput: 1 }],
    throughputFloor: 0.9,
    lostThroughputUsdPerMwh: 500,
  };
  expect(aiFirm.withoutThrottling?.(specOf({ ...modes, vollUsdPerMwh: 900 }))).toEqual(specOf({ vollUsdPerMwh: 900 }));
  expect(aiFirm.withoutThrottling?.(specOf({}))).toBeUndefined();
});
