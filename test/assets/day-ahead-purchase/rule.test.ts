import { expect, it } from "vitest";
import { gridAsset, ruleOf } from "../../support/plans.ts";

const site = (fields: object) => ({
  count: 1,
  assets: [gridAsset(), { kind: "day-ahead-purchase", name: "da", priceUsdPerMwh: 50, limitMw: 20, ...fields }],
});

it("buys nothing the day before by the threshold rule, beyond what is bought already", () => {
  expect(ruleOf(site({}), "da").idle?.map(({ name }) => name)).toEqual(["boughtMw"]);
  expect(ruleOf(site({ boughtMw: 3 }), "da")).toEqual({ flows: [] });
});
