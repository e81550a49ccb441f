import { expect, it } from "vitest";
import { aiSpotSizes } from "../../../src/assets/ai-spot/sizes.ts";
import type { Spec } from "../../../src/assets/ai-spot/schema.ts";

it("scales the load", () => {
  const spec = { facilityMw: Float64Array.of(5, 10) } as Spec;
  const sized = aiSpotSizes.facilityMw.at(spec, undefined, 20);
  expect(Array.from(sized?.spec.facilityMw ?? [])).toEqual([10, 20]);
});
