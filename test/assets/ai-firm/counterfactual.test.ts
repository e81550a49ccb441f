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
