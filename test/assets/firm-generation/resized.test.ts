import { expect, test } from "vitest";
import { resizedGeneration } from "../../../src/assets/firm-generation/resized.ts";
import type { Spec } from "../../../src/assets/firm-generation/schema.ts";

test("power, ramps and caps of energy and fuel are multiplied", () => {
  const spec = { units: 4, unitMw: 5, rampUpMwPerH: 2, energyMwhPerYear: 100, unitHoursPerYear: 800, omUsdPerMwh: 5 };
  expect(resizedGeneration(spec as unknown as Spec, 0.5)).toEqual({
    ...spec,
    unitMw: 2.5,
    rampUpMwPerH: 1,
    energyMwhPerYear: 50,
  });
});
