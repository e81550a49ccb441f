import { expect, it } from "vitest";
import { deferrableWithoutThrottling } from "../../../src/assets/ai-deferrable/counterfactual.ts";
import { gridAsset, planOf } from "../../support/plans.ts";

type Spec = Parameters<typeof deferrableWithoutThrottling>[0];

const specOf = (fields: Record<string, unknown>) => {
  const load = {
    kind: "ai-deferrable",
    name: "load",
    jobs: [
      {
        name: "training",
        energyFacilityMwh: 5,
        release: "2026-07-14T00:00:00-05:00",
        deadline: "2026-07-14T02:00:00-05:00",
        maxMw: 5,
      },
    ],
    ...fields,
  };
  return planOf({ count: 2, assets: [gridAsset(), load] }).assets[1].spec as Spec;
};

it("at full power the load has everything but its power modes; without modes there is no other load", () => {
  const powerModes = [{ powerMw: 5, throughput: 1 }];
  expect(deferrableWithoutThrottling(specOf({ powerModes }))).toEqual(specOf({}));
  expect(deferrableWithoutThrottling(specOf({}))).toBeUndefined();
});
