import { describe, expect, it } from "vitest";
import { firmAsset, gridAsset, renewableAsset, ruleOf } from "../../support/plans.ts";

describe("renewable", () => {
  it("under the threshold rule it is free supply at its cost less the price of curtailment", () => {
    const [flow] = ruleOf(
      {
        count: 2,
        assets: [
          firmAsset(1),
          renewableAsset(10, { availability: [1, 0.3], costUsdPerMwh: 2, curtailmentUsdPerMwh: 7 }),
        ],
      },
      "solar",
    ).flows;
    expect(flow.role).toBe("free-supply");
    expect([flow.reachMw(0), flow.reachMw(1)]).toEqual([10, 3]);
    expect(flow.usdPerMwh?.(0)).toBe(-5);
    expect(flow.fixes.map(({ columns, value }) => [columns.name, value(0, 4)])).toEqual([["usedMw", 4]]);
  });
});

describe("a least share that must be taken", () => {
  it("goes before everything else under the threshold rule", () => {
    const site = {
      count: 1,
      assets: [gridAsset({ importPriceUsdPerMwh: -10 }), firmAsset(5), renewableAsset(10, { leastShare: 0.3 })],
    };
    const [least, rest] = ruleOf(site, "solar").flows;
    expect([least.reachMw(0), rest.reachMw(0)]).toEqual([3, 7]);
    least.tookMw?.(0, 3);
    expect(rest.fixes[0].value(0, 0)).toBe(3);
  });
});
