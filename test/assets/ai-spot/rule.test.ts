import { describe, expect, it } from "vitest";
import { gridAsset, ruleOf } from "../../support/plans.ts";

const spot = (fields: Record<string, unknown>) => ({ kind: "ai-spot", name: "spot", ...fields });

const it4 = { itMw: 4, pue: 1.25 };

describe("edges", () => {
  it("under the threshold rule it runs when it pays", () => {
    const [flow] = ruleOf({ count: 1, assets: [gridAsset(), spot({ ...it4, revenueUsdPerItMwh: 125 })] }, "spot").flows;
    expect(flow.role).toBe("ai-when-it-pays");
    expect([flow.reachMw(0), flow.usdPerMwh?.(0)]).toEqual([5, 100]);
    expect(flow.fixes.map(({ columns, value }) => [columns.name, value(0, 4)])).toEqual([["servedMw", 4]]);
  });
});
