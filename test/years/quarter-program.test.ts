import * as fc from "fast-check";
import { expect, test } from "vitest";
import { runPlan } from "../../src/plan/run-plan.ts";
import { QuarterProgram, withShare } from "../../src/years/quarter-program.ts";
import { runs } from "../support/runs.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, site, years } from "../support/years-site.ts";

const tight = { ...site, assets: site.assets.map((a) => (a.kind === "grid" ? { ...a, importLimitMw: 12 } : a)) };
const hall = oneBlock({ rent: 0, capexUsdPerMw: 0 });
const frame = frameOf(years({ conversions: [hall] }), tight);
const request = frame.request(0);
const program = QuarterProgram.of(request, ["rigs", "hall"], 1);
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0.01, max: 1, noNaN: true }));

test("the value of any sizes is that of the planner with assets of those sizes", () => {
  fc.assert(
    fc.property(share, share, (rigs, halls) => {
      const resized = withShare(withShare(request, "rigs", rigs), "hall", halls);
      const plan = runPlan(resized);
      expect(plan.status).toBe("optimal");
      if (plan.status !== "optimal") return;
      const { valueUsd = Number.NaN } = program.evaluate([rigs, halls]);
      expect(Math.abs(valueUsd + plan.objectiveUsd)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(valueUsd)) * 10);
    }),
    { numRuns: runs(100, 6) },
  );
});

test("a bound touches the value where it was found and lies above it elsewhere", () => {
  fc.assert(
    fc.property(share, share, share, share, (a, b, c, d) => {
      const { cut, valueUsd = Number.NaN } = program.evaluate([a, b]);
      const at = (x: number, y: number) => cut.constant + cut.slope[0] * x + cut.slope[1] * y;
      expect(at(a, b)).toBeCloseTo(valueUsd, 3);
      expect(at(c, d)).toBeGreaterThanOrEqual((program.evaluate([c, d]).valueUsd ?? Number.NaN) - 1e-3);
    }),
    { numRuns: runs(100, 6) },
  );
});

test("sizes that cannot be dispatched give a ray that excludes them and none that can", () => {
  const firm = { ...hall, load: { kind: "ai-firm" as const, facilityMw: 24 }, facilityMw: 24 };
  const must = QuarterProgram.of(frameOf(years({ conversions: [firm] }), tight).request(0), ["rigs", "hall"], 1);
  const { valueUsd, cut } = must.evaluate([0, 1]);
  expect(valueUsd).toBeUndefined();
  expect(cut.isRay).toBe(true);
  expect(cut.constant + cut.slope[1]).toBeLessThan(0);
  // 12 MW of 24 can be supplied: the ray is exact.
  expect(cut.constant + cut.slope[1] / 2).toBeCloseTo(0, 9);
});

test("an asset that is not linear in its size is refused", () => {
  const capped = { ...hall, load: { ...hall.load, interruptionCap: { hoursPerYear: 4 } } };
  const other = frameOf(years({ conversions: [capped as never] }), tight);
  expect(() => QuarterProgram.of(other.request(0), ["hall"], 1)).toThrow(/linear in its size/u);
});
