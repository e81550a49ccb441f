import { expect, test } from "vitest";
import { resizedAiFirm } from "../../../src/assets/ai-firm/resized.ts";
import type { Spec } from "../../../src/assets/ai-firm/schema.ts";

test("demand, monthly revenue and the month's demand are multiplied, prices are not", () => {
  const spec = { facilityMw: Float64Array.of(10), vollUsdPerMwh: 5000, revenueUsdPerMonth: 100, slaMonthMwh: 7000 };
  expect(resizedAiFirm(spec as unknown as Spec, 0.5)).toEqual({
    facilityMw: Float64Array.of(5),
    vollUsdPerMwh: 5000,
    revenueUsdPerMonth: 50,
    slaMonthMwh: 3500,
  });
});
