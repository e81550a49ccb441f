import { describe, expect, it } from "vitest";
import { firmAsset, gridAsset, ruleOf } from "../../support/plans.ts";

describe("under the threshold rule", () => {
  it("is served when asked for: what falls short falls on the movable part first", () => {
    const [flow] = ruleOf(
      { count: 1, assets: [gridAsset(), firmAsset(10, { flexibleShare: 0.4, vollUsdPerMwh: 1000 })] },
      "inference",
    ).flows;
    expect(flow.role).toBe("must-serve");
    expect(flow.reachMw(0)).toBe(10);
    // 6 MW fixed, 4 movable: 9 served = 6 + 3 moved; 5 served = 1 unserved.
    const fixes = (mw: number) =>
      Object.fromEntries(flow.fixes.map(({ columns, value }) => [columns.name, value(0, mw)]));
    expect(fixes(10)).toEqual({ movedMw: 4, unservedMw: 0 });
    expect(fixes(9)).toEqual({ movedMw: 3, unservedMw: 0 });
    expect(fixes(5)).toEqual({ movedMw: 0, unservedMw: 1 });
  });
});
