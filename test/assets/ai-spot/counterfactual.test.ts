import { expect, it } from "vitest";
import { spotWithoutThrottling } from "../../../src/assets/ai-spot/counterfactual.ts";
import { gridAsset, planOf } from "../../support/plans.ts";

type Spec = Parameters<typeof spotWithoutThrottling>[0];

const specOf = (fields: Record<string, unknown>) => {
  const load = { kind: "ai-spot", name: "load", facilityMw: 5, revenueUsdPerFacilityMwh: 100, ...fields };
  return planOf({ count: 2, assets: [gridAsset(), load] }).assets[1].spec as Spec;
};

it("at full power the load has everything but its power modes; without modes there is no other load", () => {
  const powerModes = [{ powerMw: 5, throughput: 1 }];
  expect(spotWithoutThrottling(specOf({ powerModes }))).toEqual(specOf({}));
  expect(spotWithoutThrottling(specOf({}))).toBeUndefined();
});
