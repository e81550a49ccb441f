import { expect, it } from "vitest";
import { miningFleetSizes } from "../../../src/assets/mining-fleet/sizes.ts";
import type { Spec } from "../../../src/assets/mining-fleet/schema.ts";

const { rigs } = miningFleetSizes;
const spec = { rigs: 100, rampUpMwPerH: 3 } as Spec;

it("scales the rigs and their power before the plan, not the ramps", () => {
  expect([rigs.of(spec), rigs.piece?.(spec)]).toEqual([100, 1]);
  expect(rigs.at(spec, { powerMw: 2, awakeShare: 0.5 }, 300)).toEqual({
    spec: { rigs: 300, rampUpMwPerH: 3 },
    initial: { powerMw: 6, awakeShare: 0.5 },
  });
  expect(rigs.at(spec, undefined, 300)?.initial).toBeUndefined();
});

it("leaves no fleet without rigs", () => {
  expect(rigs.at(spec, undefined, 0)).toBeUndefined();
});
