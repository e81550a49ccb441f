import { expect, test } from "vitest";
import { resizedDemand } from "../../../src/assets/ai-load/resized.ts";

test("every form of demand is multiplied; PUE and power per GPU stay", () => {
  expect(resizedDemand({ itMw: Float64Array.of(8), pue: Float64Array.of(1.25) }, 0.5)).toEqual({
    itMw: Float64Array.of(4),
  });
  expect(resizedDemand({ gpus: Float64Array.of(100), kwPerGpu: 1 }, 0.1).gpus?.[0]).toBeCloseTo(10, 12);
  const requests = {
    perSecond: Float64Array.of(50),
    perSecondPerServer: 1,
    servers: 100,
    peakKwPerServer: 10,
    idleShareOfPeak: 0.3,
  };
  expect(resizedDemand({ requests }, 0.5).requests).toMatchObject({
    servers: 50,
    perSecond: Float64Array.of(25),
    perSecondPerServer: 1,
  });
  const facilityByIt = {
    points: [
      { itMw: 0, facilityMw: 1 },
      { itMw: 10, facilityMw: 12 },
    ],
  };
  expect(resizedDemand({ facilityByIt }, 0.5).facilityByIt?.points).toEqual([
    { itMw: 0, facilityMw: 0.5 },
    { itMw: 5, facilityMw: 6 },
  ]);
});
