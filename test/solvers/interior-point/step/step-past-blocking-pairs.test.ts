import { describe, expect, it } from "vitest";
import { passOver } from "../../../../src/solvers/interior-point/step/step-past-blocking-pairs.ts";
import { Direction } from "../../../../src/solvers/interior-point/step/point.ts";
import { StepRule } from "../../../../src/solvers/interior-point/tolerances.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";

/** A point where all pairs are (1, 1), with a direction that stands still. */
function evenPoint(numHours: number) {
  const { form, engine } = interiorWorkspace(dispatchYear(numHours));
  const { point, newton } = engine;
  for (const part of [point.x, point.w, point.z, point.v]) part.fill(1);
  const numPairs = form.numSigned + form.numBoxed;
  return { form, newton, point, direction: new Direction(form), most: Math.floor(StepRule.passedShare * numPairs) };
}

describe("passOver", () => {
  it("leaves out as many of the worst as it may, and stops for the next", () => {
    const { newton, point, direction, most } = evenPoint(100);
    expect(most).toBeGreaterThan(1);
    for (let j = 0; j < most; j++) {
      direction.x[j] = -10;
      direction.z[j] = -20;
    }
    direction.x[most] = 2; // w
    direction.v[most] = -4;
    const boundary = { primal: 0.1, dual: 0.05 };
    passOver(newton, point, direction, 1e9, boundary);
    expect(boundary).toEqual({ primal: 0.5, dual: 0.25 });
  });

  it("never passes over a one-sided dual, nor a primal that would leave too much undone", () => {
    const { form, newton, point, direction } = evenPoint(100);
    direction.z[form.numBoxed] = -8;
    direction.x[0] = -10;
    const boundary = { primal: 0.1, dual: 0.125 };
    passOver(newton, point, direction, 0, boundary);
    passOver(newton, point, direction, 8.9, boundary); // at length 1 column 0 would be 9 short
    expect(boundary).toEqual({ primal: 0.1, dual: 0.125 });
    passOver(newton, point, direction, 9.1, boundary);
    expect(boundary).toEqual({ primal: 1, dual: 0.125 });
  });

  it("passes over nothing in small programs", () => {
    const { newton, point, direction, most } = evenPoint(10);
    expect(most).toBe(0);
    direction.x[0] = -10;
    const boundary = { primal: 0.1, dual: 1 };
    passOver(newton, point, direction, 1e9, boundary);
    expect(boundary.primal).toBe(0.1);
  });
});
