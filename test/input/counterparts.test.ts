import { describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { counterpartOf } from "../../src/input/counterparts.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { batteryAsset, gridAsset, renewableAsset } from "../support/plans.ts";

const fixes = (
  asset: Readonly<Record<string, unknown>>,
  horizon: Readonly<Record<string, unknown>> = { timeZone: "UTC" },
) => {
  try {
    parseRequest({
      horizon: { start: "2026-07-14T00:00:00Z", intervalMinutes: 60, count: 1, ...horizon },
      initialState: { bess: { storedMwh: 0 } },
      assets: [gridAsset(), batteryAsset(), asset],
    });
    return [];
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults.map(({ path, fix }) => `${path}: ${fix}`);
    throw error;
  }
};

describe("fields of other planners", () => {
  it("show how the same is said here", () => {
    expect(fixes(renewableAsset(5, { mustTake: true }))).toEqual([
      "assets[2].mustTake: write leastShare: 1 for power that must all be bought",
    ]);
    expect(fixes(batteryAsset({ name: "second", roundTripEfficiency: 0.85 })).join()).toContain(
      "chargeEfficiency and dischargeEfficiency, each the square root of it",
    );
    expect(counterpartOf("round_trip_efficiency", ["chargeEfficiency"])).toContain("chargeEfficiency");
    expect(counterpartOf("VOLL", ["vollUsdPerMwh"])).toBe("write vollUsdPerMwh");
    expect(counterpartOf("voll", ["other"])).toBeUndefined();
    expect(counterpartOf("constructor", ["other"])).toBeUndefined();
  });

  it("a variant given as its word, and a zone left out, are shown as they are written", () => {
    expect(fixes(batteryAsset({ name: "second", end: "cyclic" })).join()).toContain(
      'assets[2].end: write { rule: "cyclic" }',
    );
    expect(fixes(renewableAsset(5), { timeZone: undefined })).toEqual([
      'horizon.timeZone: add it, e.g. timeZone: "America/Chicago"',
    ]);
  });
});
