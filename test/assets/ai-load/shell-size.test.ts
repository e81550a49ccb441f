import { expect, it } from "vitest";
import { facilityPowerMw, type PowerDemand } from "../../../src/assets/ai-load/ai-power.ts";
import { shellSize } from "../../../src/assets/ai-load/shell-size.ts";

const pue = Float64Array.of(1.25, 1.25);

// Every form of a demand, and the load at three times the size asks for three times the facility power.
it.each<[string, PowerDemand]>([
  ["facilityMw", { facilityMw: Float64Array.of(4, 8) }],
  ["itMw", { itMw: Float64Array.of(4, 8), pue }],
  ["gpus", { gpus: Float64Array.of(1000, 500), kwPerGpu: 1.2, pue }],
  [
    "requests per second",
    {
      requests: {
        perSecond: Float64Array.of(50, 100),
        shareOfPeak: undefined,
        perSecondPerServer: 2,
        servers: 100,
        peakKwPerServer: 10,
        idleShareOfPeak: 0.3,
      },
      pue,
    },
  ],
  [
    "a share of the servers' peak, in a hall with a curve",
    {
      requests: {
        perSecond: undefined,
        shareOfPeak: Float64Array.of(0.5, 1),
        perSecondPerServer: undefined,
        servers: 100,
        peakKwPerServer: 10,
        idleShareOfPeak: 0.3,
      },
      facilityByIt: {
        points: [
          { itMw: 0, facilityMw: 0.2 },
          { itMw: 1, facilityMw: 1.3 },
        ],
      },
    } as PowerDemand,
  ],
])("%s", (_form, demand) => {
  const size = shellSize<PowerDemand, undefined>();
  const before = facilityPowerMw(demand);
  const most = Math.max(...before);
  expect(size.of(demand)).toBeCloseTo(most, 12);
  const after = facilityPowerMw(size.at(demand, undefined, 3 * most)?.spec as PowerDemand);
  before.forEach((mw, t) => expect(after[t]).toBeCloseTo(3 * mw, 10));
  expect(Array.from(facilityPowerMw(size.at(demand, undefined, 0)?.spec as PowerDemand))).toEqual([0, 0]);
});
