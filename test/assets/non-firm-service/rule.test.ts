import { expect, it } from "vitest";
import { gridAsset, ruleOf } from "../../support/plans.ts";

it("caps the import of the threshold rule at what is left", () => {
  const curtailments = [{ start: "2026-07-14T01:00:00-05:00", end: "2026-07-14T02:00:00-05:00", depth: 0.5 }];
  const service = { kind: "non-firm-service", name: "service", firmMw: 10, curtailments };
  const { caps = [] } = ruleOf({ count: 3, assets: [gridAsset({ lossFraction: 0.1 }), service] }, "service");
  expect(caps.map(({ reachMw }) => [0, 1, 2].map(reachMw))).toEqual([
    [Infinity, expect.closeTo(0.9 * 55, 9), Infinity],
  ]);
});
