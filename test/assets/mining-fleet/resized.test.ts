import { expect, test } from "vitest";
import { modesOf } from "../../../src/assets/mining-fleet/modes.ts";
import { agedFleet, fullMw, resizedFleet } from "../../../src/assets/mining-fleet/resized.ts";
import { schema, type Spec } from "../../../src/assets/mining-fleet/schema.ts";

const spec = schema.parse({
  kind: "mining-fleet",
  name: "rigs",
  rig: { hashrateThPerS: 100, powerW: 3000 },
  powerModes: [{ hashrateThPerS: 60, powerW: 1500 }],
  rigs: 10,
  rampUpMwPerH: 4,
}) as Spec;

test("a share of the rigs ramps by that share", () => {
  expect(resizedFleet(spec, 0.25)).toMatchObject({ rigs: 2.5, rampUpMwPerH: 1 });
  expect(resizedFleet(spec, 0.25)).not.toHaveProperty("rampDownMwPerH");
});

test("failures take power and hashrate, wear takes hashrate in every mode", () => {
  const aged = agedFleet(spec, 0.9, 0.5);
  expect(aged.uptime).toBeCloseTo(0.96 * 0.9, 12);
  const modes = modesOf(aged);
  if ("unknown" in modes) throw new Error(modes.unknown);
  expect(modes.all.map(({ mode }) => [mode.powerW, mode.hashrateThPerS])).toEqual([
    [3000, 50],
    [1500, 30],
  ]);
});

test("the power of a fleet is that of its highest mode, with uptime and PUE", () => {
  expect(fullMw(spec)).toBeCloseTo((10 * 3000 * 1.05 * 0.96) / 1e6, 12);
});
