import { expect, test } from "vitest";
import { resizedAiSpot } from "../../../src/assets/ai-spot/resized.ts";
import type { Spec } from "../../../src/assets/ai-spot/schema.ts";

test("demand is multiplied, prices are not", () => {
  const spec = { facilityMw: Float64Array.of(10), revenueUsdPerFacilityMwh: Float64Array.of(70) };
  expect(resizedAiSpot(spec as unknown as Spec, 0.5)).toEqual({ ...spec, facilityMw: Float64Array.of(5) });
});
