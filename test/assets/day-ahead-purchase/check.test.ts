import { expect, it } from "vitest";
import { faultsOf, gridAsset } from "../../support/plans.ts";

it("cannot have bought more than the limit", () => {
  const asset = { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 50, limitMw: 20, boughtMw: [3, 21] };
  expect(faultsOf({ count: 2, assets: [gridAsset(), asset] })).toEqual([
    {
      path: "assets[1].boughtMw",
      given: "21 in interval 1",
      wanted: "at most limitMw = 20",
      fix: "correct one of the two",
    },
  ]);
});
