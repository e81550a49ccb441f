import { expect, it } from "vitest";
import { aiFirmSizes } from "../../../src/assets/ai-firm/sizes.ts";
import type { Spec } from "../../../src/assets/ai-firm/schema.ts";

it("scales the month's demand of the SLA with the load", () => {
  const spec = { facilityMw: Float64Array.of(5, 10), slaMonthMwh: 100 } as Spec;
  expect(aiFirmSizes.facilityMw.scales).toContain("slaMonthMwh");
  expect(aiFirmSizes.facilityMw.at(spec, undefined, 20)?.spec).toMatchObject({ slaMonthMwh: 200 });
  const without = { facilityMw: Float64Array.of(5) } as Spec;
  expect(aiFirmSizes.facilityMw.at(without, undefined, 20)?.spec).not.toHaveProperty("slaMonthMwh");
});
