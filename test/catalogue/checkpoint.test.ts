import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkpointPlan, type CheckpointInput } from "../../src/catalogue/checkpoint.ts";
import { PlanInputError } from "../../src/errors.ts";
import { runs } from "../support/runs.ts";

describe("checkpointPlan", () => {
  it("Young: 120 s to save, 6 h between failures: every 2,276.8 s, 38 minutes", () => {
    const { intervalSeconds, lostHours } = checkpointPlan({ saveSeconds: 120, meanHoursBetweenFailures: 6 });
    // sqrt(2 x 120 x 21,600) = sqrt(5,184,000)
    expect(intervalSeconds).toBeCloseTo(2276.8, 1);
    expect(intervalSeconds / 60).toBeCloseTo(38, 0);
    expect(lostHours).toBeCloseTo(2276.84 / 2 / 3600, 5);
  });

  it("with recovery: 10 s to save, 6,000 s between failures, 600 s to recover: 363.3 s, 24.2 steps of 15 s", () => {
    const input = { saveSeconds: 10, meanHoursBetweenFailures: 6000 / 3600, recoverySeconds: 600 };
    // sqrt(2 x 6,600 x 10)
    const { intervalSeconds, lostHours, lostHoursWithNotice } = checkpointPlan(input);
    expect(intervalSeconds).toBeCloseTo(363.3, 1);
    expect(intervalSeconds / 15).toBeCloseTo(24.2, 1);
    expect(lostHours).toBeCloseTo((363.318 / 2 + 600) / 3600, 6);
    expect(lostHoursWithNotice).toBeCloseTo(610 / 3600, 9);
    // The most available: 10 + sqrt(132,000 + 100).
    expect(checkpointPlan({ ...input, rule: "availability" }).intervalSeconds).toBeCloseTo(373.5, 1);
  });

  it("no other interval has less overhead than Young's without recovery", () => {
    const time = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(time, time, fc.double({ min: 0.2, max: 5, noNaN: true }), (saveSeconds, hours, factor) => {
        const { intervalSeconds, overheadShare } = checkpointPlan({ saveSeconds, meanHoursBetweenFailures: hours });
        const other = intervalSeconds * factor;
        expect(saveSeconds / other + other / 2 / (hours * 3600)).toBeGreaterThanOrEqual(overheadShare * (1 - 1e-12));
      }),
      { seed: 20261201, numRuns: runs(300, 40) },
    );
  });

  it.each([
    [{ saveSeconds: 0, meanHoursBetweenFailures: 6 }, ["saveSeconds"]],
    [{ saveSeconds: 10, meanHoursBetweenFailures: NaN }, ["meanHoursBetweenFailures"]],
    [{ saveSeconds: 10, meanHoursBetweenFailures: 6, recoverySeconds: -1 }, ["recoverySeconds"]],
    [{ saveSeconds: 10, meanHoursBetweenFailures: 6, rule: "daly" }, ["rule"]],
    [undefined, ["saveSeconds", "meanHoursBetweenFailures"]],
    [{ saveSeconds: "10", meanHoursBetweenFailures: 6 }, ["saveSeconds"]],
  ])("refuses %j, naming the field", (input, fields) => {
    const call = () => checkpointPlan(input as CheckpointInput);
    expect(call).toThrow(PlanInputError);
    try {
      call();
    } catch (error) {
      expect((error as PlanInputError).faults.map(({ path }) => path)).toEqual(
        fields.map((field) => `checkpointPlan.${field}`),
      );
    }
  });
});
