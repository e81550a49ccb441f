import { expect, it } from "vitest";
import { ForecastErrors } from "../../src/replay/forecast-errors.ts";

it("gives the mean error by lead, and the bias", () => {
  const errors = new ForecastErrors("grid.importPriceUsdPerMwh", 3);
  const actual = Float64Array.of(10, 20, 30, 40);
  errors.add(0, 1, 3, Float64Array.of(10, 22, 26), actual);
  errors.add(1, 2, 4, Float64Array.of(20, 31, 40), actual);
  const { curve, meanAbsoluteByLead, bias } = errors.result();
  expect(curve).toBe("grid.importPriceUsdPerMwh");
  expect([...meanAbsoluteByLead]).toEqual([NaN, 1.5, 2]);
  expect(bias).toBeCloseTo((2 - 4 + 1 + 0) / 4, 12);
});
