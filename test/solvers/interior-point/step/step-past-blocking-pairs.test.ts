import { describe, expect, it } from "vitest";
import {
  BlockingPairRule,
  stepPastBlockingPairs,
} from "../../../../src/solvers/interior-point/step/step-past-blocking-pairs.ts";
import { Direction } from "../../../../src/solvers/interior-point/step/point.ts";
import { STEP_PAST_GAP, StepRule } from "../../../../src/solvers/interior-point/tolerances.ts";
import { dispatchYear } from "../../../support/dispatch-year.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";

/** A point where all pairs are (1, 1), with a direction of zero. */
function evenPoint(numHours: number) {
  const { form, engine } = interiorWorkspace(dispatchYear(numHours));
  const { point, newton } = engine;
  for (const part of [point.x, point.w, point.z, point.v]) part.fill(1);
  const numPairs = form.numSigned + form.numBoxed;
  return { form, newton, point, direction: new Direction(form), most: Math.floor(StepRule.passedShare * numPairs) };
}

describe("stepPastBlockingPairs", () => {
  it("goes past as many of the worst pairs as it may, and stops at the next", () => {
    const { newton, point, direction, most } = evenPoint(100);
    expect(most).toBeGreaterThan(1);
    for (let j = 0; j < most; j++) {
      direction.x[j] = -10;
      direction.z[j] = -20;
    }
    direction.x[most] = 2; // w
    direction.v[most] = -4;
    const boundary = { primal: 0.1, dual: 0.05 };
    stepPastBlockingPairs(newton, point, direction, 1e9, boundary);
    expect(boundary).toEqual({ primal: 0.5, dual: 0.25 });
  });

  it("never goes past a one-sided dual, nor past a primal that would leave too much undone", () => {
    const { form, newton, point, direction } = evenPoint(100);
    direction.z[form.numBoxed] = -8;
    direction.x[0] = -10;
    const boundary = { primal: 0.1, dual: 0.125 };
    stepPastBlockingPairs(newton, point, direction, 0, boundary);
    stepPastBlockingPairs(newton, point, direction, 8.9, boundary); // at length 1 column 0 would be 9 short
    expect(boundary).toEqual({ primal: 0.1, dual: 0.125 });
    stepPastBlockingPairs(newton, point, direction, 9.1, boundary);
    expect(boundary).toEqual({ primal: 1, dual: 0.125 });
  });

  it("goes past nothing in small programs", () => {
    const { newton, point, direction, most } = evenPoint(10);
    expect(most).toBe(0);
    direction.x[0] = -10;
    const boundary = { primal: 0.1, dual: 1 };
    stepPastBlockingPairs(newton, point, direction, 1e9, boundary);
    expect(boundary.primal).toBe(0.1);
  });
});

describe("BlockingPairRule", () => {
  /** A program with one blocking primal, which would be 9 short at full length. */
  function blocked() {
    const { newton, point, direction } = evenPoint(100);
    direction.x[0] = -10;
    return (rule: BlockingPairRule, relativeGap: number, productSum: number) => {
      const boundary = { primal: 0.1, dual: 1 };
      rule.lengthen(newton, point, direction, relativeGap, productSum, boundary);
      return boundary.primal;
    };
  }
  const enough = 9.1 / StepRule.passedMove;

  it("allows what is undone to be a share of the complementarity sum", () => {
    const lengthened = blocked();
    const rule = new BlockingPairRule();
    rule.reset(true);
    expect(lengthened(rule, 1, 0.9 * enough)).toBe(0.1);
    expect(lengthened(rule, 1, enough)).toBe(1);
  });

  it("stops near the optimum, and does nothing if it may not step past pairs", () => {
    const lengthened = blocked();
    const rule = new BlockingPairRule();
    rule.reset(true);
    expect(lengthened(rule, STEP_PAST_GAP / 2, 10 * enough)).toBe(0.1);
    rule.reset(false);
    expect(lengthened(rule, 1, 10 * enough)).toBe(0.1);
  });

  it("allows a tenth as much after a step that was not whole and would be followed by a short one", () => {
    const lengthened = blocked();
    const rule = new BlockingPairRule();
    rule.reset(true);
    rule.lastStepWasWhole = false;
    expect(lengthened(rule, 1, enough)).toBe(0.1);
    rule.reset(true);
    expect(lengthened(rule, 1, enough)).toBe(1);
  });
});
